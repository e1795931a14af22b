"""Exchange rates: typed in by hand, one a currency and day."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import MinValueValidator
from django.db.models import QuerySet
from django.http import HttpRequest

from postings.admin.pages import OwnPages
from postings.ingest import forget_rates, keep_rate
from postings.models import ExchangeRate

CODE = re.compile(r"[A-Z]{3}")


class ExchangeRateForm(forms.ModelForm):  # type: ignore[type-arg]
    per_dollar = forms.DecimalField(
        label="For one US dollar",
        max_digits=18,
        decimal_places=6,
        validators=[MinValueValidator(Decimal("0.000001"))],
        help_text="How much of the currency one US dollar buys.",
    )

    class Meta:
        model = ExchangeRate
        fields = ("currency", "day", "per_dollar")
        help_texts = {"currency": "Three letters, for example EUR."}  # noqa: RUF012

    def clean_currency(self) -> str:
        code: str = self.cleaned_data["currency"].upper()
        if not CODE.fullmatch(code):
            raise forms.ValidationError(
                f"“{code}” is no currency. Three letters are expected, for example EUR."
            )
        if code == "USD":
            raise forms.ValidationError("Rates are per US dollar, so the dollar itself needs none.")
        return code


@admin.register(ExchangeRate)
class ExchangeRateAdmin(OwnPages):
    form = ExchangeRateForm
    list_display = ("currency", "day", "per_dollar")
    list_filter = ("currency",)
    search_fields = ("currency",)
    ordering = ("-day", "currency")

    def save_model(self, request: HttpRequest, obj: ExchangeRate, form: Any, change: bool) -> None:
        keep_rate(rate=obj)

    def delete_model(self, request: HttpRequest, obj: ExchangeRate) -> None:
        forget_rates(rates=[obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ExchangeRate]) -> None:
        forget_rates(rates=queryset)
