"""One row of a review: a place, a band of pay, an item, a skill. In: what a person typed. Out: its value."""

from typing import Any

from django import forms

from postings.admin.fact_forms import confirm_field
from postings.facts import Location, Pay
from postings.ingest.editing import Row
from postings.parsing.lexicon import load_countries
from postings.vocabulary import Basis, Period, Section, Strength


class FactRow(forms.Form):
    """A row that is a fact: where its value is in doubt, it has a box that says it is right."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.initial.get("doubt"):
            self.fields["confirm"] = confirm_field()

    def row(self) -> Row:
        given = self.cleaned_data
        return Row(given["before"], self.value(), given.get("confirm", False))

    def value(self) -> Any:
        raise NotImplementedError


class PlaceForm(FactRow):
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label="As written", max_length=200)
    city = forms.CharField(required=False, max_length=120)
    region = forms.CharField(required=False, max_length=120)
    country = forms.CharField(required=False, max_length=2, widget=forms.TextInput(attrs={"size": 3}))

    def clean_country(self) -> str:
        code: str = self.cleaned_data["country"].strip().upper()
        if code and code not in load_countries():
            raise forms.ValidationError(f"“{code}” is no country code. Two letters are expected.")
        return code

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if (given.get("city") or given.get("region")) and not given.get("country"):
            self.add_error("country", "A city or a region needs its country.")
        return given

    def value(self) -> Location:
        given = self.cleaned_data
        text, city, region = (given[name].strip() for name in ("text", "city", "region"))
        return Location(text, city, region, given["country"])


class PayForm(FactRow):
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)
    min = forms.DecimalField(label="From", required=False, min_value=0, decimal_places=2, max_digits=14)
    max = forms.DecimalField(label="To", required=False, min_value=0, decimal_places=2, max_digits=14)
    currency = forms.CharField(min_length=3, max_length=3, widget=forms.TextInput(attrs={"size": 4}))
    period = forms.ChoiceField(choices=Period.choices(), initial=Period.YEAR.value)
    basis = forms.ChoiceField(choices=Basis.choices(), initial=Basis.BASE.value)
    open_top = forms.BooleanField(label="And more", required=False)
    scope = forms.CharField(label="For whom or where", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = given.get("min"), given.get("max")
        if low is None and high is None and not self.errors:
            self.add_error("min", "A band needs a sum.")
        if low is not None and high is not None and low > high:
            self.add_error("max", "It is below where the band begins.")
        return given

    def value(self) -> Pay:
        given = self.cleaned_data
        return Pay(
            given["min"],
            given["max"],
            given["currency"].upper(),
            Period(given["period"]),
            Basis(given["basis"]),
            given["open_top"],
            given["scope"].strip(),
        )


class ItemForm(forms.Form):
    before = forms.IntegerField(required=False, widget=forms.HiddenInput)
    section = forms.ChoiceField(choices=Section.choices(), initial=Section.REQUIRED.value)
    text = forms.CharField(max_length=10_000, widget=forms.Textarea(attrs={"rows": 2}))


class SkillForm(forms.Form):
    slug = forms.CharField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(max_length=80, widget=forms.TextInput(attrs={"list": "skills"}))
    strength = forms.ChoiceField(choices=Strength.choices(), initial=Strength.REQUIRED.value)
