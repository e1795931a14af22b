"""Filters that are one end of a range, of yearly pay or of years, and the currency that pay is in."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.exceptions import ValidationError

from postings.filters.amounts import amount_of
from postings.filters.kinds import Filter
from postings.query import Condition, Pay, Plan, Years
from postings.salary import money_in_words

TURNED_ROUND = "turned_round"  # the code of what is said of a value, and yet is no reason to refuse it


class AmountField(forms.CharField):
    pattern = r"^([0-9]{1,11}|[0-9]{1,8}[kK])$"  # of what needs no explaining; `amount_of` takes more

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if text and amount_of(text) is None:
            raise ValidationError(f"“{text[:20]}” is no amount. Write it as 150000 or 150k.")
        return text


RANGES = (("pay_min", "pay_max"), ("exp_min", "exp_max"))


class RangesForm(forms.Form):
    """The form of all filters: it sees what no single field can, a range the wrong way round."""

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for lower, upper in RANGES:
            low, high = (amount_of(given.get(key) or "") for key in (lower, upper))
            if low is not None and high is not None and low > high:
                said = f"The range was the wrong way round: it is read as {high:,} to {low:,}."
                self.add_error(upper, ValidationError(said, code=TURNED_ROUND))
        return given


def right_way_round(condition: Condition) -> Condition:
    match condition:
        case Pay(int(low), int(high)) | Years(int(low), int(high)) if low > high:
            return replace(condition, low=high, high=low)
    return condition


class PayFilter(Filter):
    """One end of a range of yearly base pay."""

    help = "A sum a year, as 150000 or 150k; a posting is found if its band reaches into the range."

    field_class = AmountField

    def __init__(self, end: str, *, label: str) -> None:
        super().__init__(label=label, required=False)
        self.end = end

    def understood(self, given: Iterable[str]) -> list[str]:
        amounts = [amount for text in given if (amount := amount_of(text)) is not None]
        return [str(amount) for amount in amounts[-1:]]

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Pay(), **{self.end: int(values[0])})

    def says(self, value: str) -> str:
        return str(intcomma(value))

    def says_in(self, value: str, currency: str) -> str:
        """Return the sentence with the currency that the range was taken to be in."""
        return money_in_words(Decimal(value), currency) if currency else self.says(value)


class YearsFilter(PayFilter):
    """One end of a range of years of experience."""

    help = "Years of experience that are asked for, as a whole number."

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Years(), **{self.end: min(int(values[0]), 100) * 10})

    def says_in(self, value: str, currency: str) -> str:
        return self.says(value)


class CurrencyFilter(Filter, django_filters.ChoiceFilter):
    help = "Of pay from and pay up to; without it, the currency in which most of the others pay."

    def __init__(self, currencies: Mapping[str, str], *, label: str) -> None:
        super().__init__(label=label, choices=list(currencies.items()))
        self.currencies = currencies

    def understood(self, given: Iterable[str]) -> list[str]:
        return [value for value in list(given)[-1:] if value in self.currencies]

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Pay(), currency=values[0])
