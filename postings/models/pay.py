"""Pay as it was written, the yearly figure beside it, and the rates that people may convert with."""

from decimal import Decimal

from django.db import models
from django.db.models import Case, F, Q, Value, When

from postings.models.columns import in_order, only_terms, term_column
from postings.models.history import keeps_history
from postings.models.posting import Posting
from postings.salary.yearly import PERIODS_A_YEAR
from postings.vocabulary import Basis, Period


def amount() -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)


def yearly(column: str) -> models.GeneratedField:
    factor = Case(
        *(When(period=period.value, then=Value(times)) for period, times in PERIODS_A_YEAR.items()),
        output_field=models.IntegerField(),
    )
    return models.GeneratedField(
        expression=F(column) * factor,
        output_field=models.DecimalField(max_digits=18, decimal_places=2, null=True),
        db_persist=True,
    )


@keeps_history(exclude=("yearly_min", "yearly_max"))
class PayBand(models.Model):
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="pay", db_index=False)
    position = models.SmallIntegerField()
    min = amount()
    max = amount()
    open_top = models.BooleanField(default=False)
    currency = models.CharField(max_length=3)
    period = term_column(Period)
    basis = term_column(Basis)
    scope = models.CharField(max_length=200, blank=True)
    yearly_min = yearly("min")
    yearly_max = yearly("max")

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("posting", "position"), name="payband_has_a_position"),
            models.CheckConstraint(
                condition=Q(min__isnull=False) | Q(max__isnull=False), name="payband_has_an_amount"
            ),
            models.CheckConstraint(
                condition=(Q(min__isnull=True) | Q(min__gte=0)) & (Q(max__isnull=True) | Q(max__gte=0)),
                name="payband_is_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(currency__regex="^[A-Z]{3}$"), name="payband_currency_is_a_code"
            ),
            in_order("payband", "min", "max"),
            only_terms("payband", "period", Period),
            only_terms("payband", "basis", Basis),
        )


class ExchangeRate(models.Model):
    """What one US dollar buys of a currency on a day; used only where a reader asks to convert."""

    currency = models.CharField(max_length=3)
    day = models.DateField()
    per_dollar = models.DecimalField(max_digits=18, decimal_places=6)

    class Meta:
        ordering = ("currency", "-day")
        constraints = (
            models.UniqueConstraint(fields=("currency", "day"), name="exchangerate_is_one_a_day"),
            models.CheckConstraint(condition=Q(per_dollar__gt=0), name="exchangerate_is_positive"),
        )

    def __str__(self) -> str:
        return f"1 USD = {self.per_dollar} {self.currency} on {self.day}"
