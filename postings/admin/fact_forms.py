"""The form of the facts that a posting has one of, each with a widget that fits it."""

from decimal import Decimal
from typing import Any

from django import forms

from postings.facts import PostingFacts, Years
from postings.ingest.validity import TEXT_LIMITS
from postings.scopes import SCOPES, WORLDWIDE
from postings.selectors.fact_words import LABELS
from postings.vocabulary import (
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Sponsorship,
    State,
    Term,
    WorkMode,
)

TEXTS = ("title", "organization", "department", "grade", "job_family", "bonus", "equity", "apply_url")
TERMS: dict[str, type[Term]] = {
    "level": Level,
    "family": Family,
    "work_mode": WorkMode,
    "education": Education,
    "visa_sponsorship": Sponsorship,
}
DATES = ("posted_on", "closes_on")
OPEN = frozenset({State.PLACEHOLDER, State.CONFLICTING})


def confirm_field() -> forms.BooleanField:
    """The box beside a value that the text leaves in doubt."""
    return forms.BooleanField(label="This is right", label_suffix="", required=False)


def text_field(name: str, label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=TEXT_LIMITS[name],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


def choice_field(terms: type[Term], label: str, empty: str = "Not stated") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", empty), *terms.choices()])


class FactsForm(forms.Form):
    """The facts that there is one of. A doubtful one has a box that says it is right."""

    kind = forms.ChoiceField(choices=Kind.choices(), widget=forms.RadioSelect)
    remote_scope = forms.CharField(
        label=LABELS["remote_scope"],
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Countries by their two letters, such as US, CA; or: worldwide",
    )
    employment_types = forms.MultipleChoiceField(
        label=LABELS["employment_types"],
        required=False,
        choices=EmploymentType.choices(),
        widget=forms.CheckboxSelectMultiple,
    )
    years_min = forms.DecimalField(
        label="Experience from", required=False, min_value=0, max_value=Decimal(99), decimal_places=1
    )
    years_max = forms.DecimalField(
        label="Experience to", required=False, min_value=0, max_value=Decimal(99), decimal_places=1
    )

    def __init__(self, facts: PostingFacts, data: Any = None) -> None:
        super().__init__(data, initial=_initial(facts))
        for name in TEXTS:
            self.fields[name] = text_field(name, LABELS.get(name) or name.replace("_", " ").capitalize())
        for name, terms in TERMS.items():
            self.fields[name] = choice_field(terms, LABELS[name])
        for name in DATES:
            widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[name] = forms.DateField(label=LABELS[name], required=False, widget=widget)
        self.doubts = {
            name: fact
            for name in (*TEXTS, *TERMS, "remote_scope", "experience_years")
            if (fact := getattr(facts, name)) and fact.state in OPEN
        }
        if doubtful := next(
            (fact for fact in facts.employment_types if fact.state in OPEN and fact.value), None
        ):
            self.doubts["employment_types"] = doubtful
        for name in self.doubts:
            self.fields[f"confirm-{name}"] = confirm_field()

    def clean_remote_scope(self) -> tuple[str, ...]:
        words = [word.strip() for word in self.cleaned_data["remote_scope"].split(",") if word.strip()]
        codes = tuple(word.lower() if word.lower() == WORLDWIDE else word.upper() for word in words)
        if unknown := [code for code in codes if code not in SCOPES]:
            raise forms.ValidationError(f"“{unknown[0]}” is no country code. Two letters are expected.")
        return codes

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = given.get("years_min"), given.get("years_max")
        if low is not None and high is not None and low > high:
            self.add_error("years_max", "It is below where the range begins.")
        return given

    @property
    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        years = (given["years_min"], given["years_max"])
        return {
            **{name: given[name].strip() or None for name in TEXTS},
            **{name: terms(given[name]) if given[name] else None for name, terms in TERMS.items()},
            **{name: given[name] for name in DATES},
            "remote_scope": given["remote_scope"] or None,
            "experience_years": Years(*years) if any(bound is not None for bound in years) else None,
        }


def _initial(facts: PostingFacts) -> dict[str, Any]:
    years = facts.experience_years and facts.experience_years.value
    scope = facts.remote_scope and facts.remote_scope.value
    single = {name: getattr(facts, name) for name in (*TEXTS, *TERMS, *DATES)}
    return {
        **{name: fact.value for name, fact in single.items() if fact},
        "kind": facts.kind.value,
        "remote_scope": ", ".join(scope or ()),
        "employment_types": [fact.value.value for fact in facts.employment_types if fact.value],
        "years_min": years.min if years else None,
        "years_max": years.max if years else None,
    }
