"""The form of a review: the facts, and rows for places, pay, items and skills.

In: facts. Out, after validation: an Edit. What is left as it is stays as it was.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms

from postings.admin.fact_forms import OPEN, FactsForm
from postings.admin.row_forms import ItemForm, PayForm, PlaceForm, SkillForm
from postings.facts import Fact, Location, Pay, PostingFacts
from postings.ingest.editing import Edit, ItemEdit, Row, SkillEdit
from postings.selectors.fact_words import anchor
from postings.vocabulary import EmploymentType, Kind, Section, Strength

EMPTY_ROWS = 1
SHOWN = (  # fields in the order of the page, each with the fact that it shows
    *((name, name) for name in ("title", "organization", "department", "work_mode", "remote_scope")),
    ("employment_types", "employment_types"),
    *((name, name) for name in ("level", "grade", "family", "job_family")),
    *(("years_min", "experience_years"), ("years_max", "")),
    *((name, name) for name in ("education", "visa_sponsorship", "bonus", "equity")),
    *((name, name) for name in ("posted_on", "closes_on", "apply_url")),
)


def _rows(form: type[forms.Form]) -> Any:
    return forms.formset_factory(form, extra=EMPTY_ROWS, can_delete=True)


Places, Bands, Items, Skills = _rows(PlaceForm), _rows(PayForm), _rows(ItemForm), _rows(SkillForm)


class ReviewForm:
    """All forms of a review as one."""

    def __init__(self, facts: PostingFacts, data: Mapping[str, Any] | None = None) -> None:
        self._known = facts
        self._data = data
        self.facts = FactsForm(facts, data)
        self.places = Places(data, prefix="place", initial=_numbered("locations", _place, facts.locations))
        self.bands = Bands(data, prefix="pay", initial=_numbered("pay", _band, facts.pay))
        self.items = Items(
            data,
            prefix="item",
            initial=[
                {
                    "before": number,
                    "section": item.section.value,
                    "text": item.text,
                    "anchor": anchor("item", number + 1),
                }
                for number, item in enumerate(facts.items)
            ],
        )
        self.skills = Skills(
            data,
            prefix="skill",
            initial=[
                {"slug": use.slug, "name": use.name, "strength": use.strength.value} for use in facts.skills
            ],
        )
        self._employment = [fact.value for fact in facts.employment_types]

    @property
    def single_fields(self) -> list[tuple[Any, Fact[Any] | None, Any, str]]:
        """Return each field of the facts with its fact, the box that confirms it, and its anchor."""
        return [
            (
                self.facts[field],
                fact := self.facts.doubts.get(name) or self._single(name),
                self.facts[f"confirm-{name}"] if name in self.facts.doubts else None,
                anchor(name, self._number(name, fact)) if fact and fact.span else "",
            )
            for field, name in SHOWN
        ]

    def _single(self, name: str) -> Fact[Any] | None:
        fact = getattr(self._known, name, None)
        return fact if isinstance(fact, Fact) else None

    def _number(self, name: str, fact: Fact[Any]) -> int:
        several = self._known.employment_types if name == "employment_types" else (fact,)
        return 1 + several.index(fact)

    @property
    def parts(self) -> tuple[Any, ...]:
        return self.facts, self.places, self.bands, self.items, self.skills

    def is_valid(self) -> bool:
        judged = [part.is_valid() for part in self.parts]  # each says what is wrong, not only the first
        return all(judged)

    def edit(self, slugs: Mapping[str, str]) -> Edit:
        """Return what was changed; `slugs` has the slug of every skill that was named anew."""
        data = self._data or {}
        chosen = map(EmploymentType, self.facts.cleaned_data["employment_types"])
        known = {value: number for number, value in enumerate(self._employment)}
        types_confirmed = bool(data.get("confirm-employment_types"))
        return Edit(
            kind=Kind(self.facts.cleaned_data["kind"]),
            values=self.facts.values,
            rows={
                "locations": [form.row() for form in _kept(self.places)],
                "pay": [form.row() for form in _kept(self.bands)],
                "employment_types": [Row(known.get(one), one, types_confirmed) for one in chosen],
            },
            items=[
                ItemEdit(given["before"], Section(given["section"]), given["text"].strip())
                for given in (form.cleaned_data for form in _kept(self.items))
            ],
            skills=self._skills(slugs),
            confirmed=frozenset(name for name in self.facts.doubts if data.get(f"confirm-{name}")),
            settled=frozenset(n for n in range(len(self._known.findings)) if data.get(f"settled-{n}")),
        )

    @property
    def new_skills(self) -> list[str]:
        return [form.cleaned_data["name"] for form in _kept(self.skills) if not form.cleaned_data["slug"]]

    def _skills(self, slugs: Mapping[str, str]) -> list[SkillEdit]:
        edits: dict[str, SkillEdit] = {}
        for form in _kept(self.skills):
            given = form.cleaned_data
            slug = given["slug"] or slugs[given["name"]]
            edits.setdefault(slug, SkillEdit(slug, given["name"], Strength(given["strength"])))
        return list(edits.values())


def _kept(rows: Any) -> list[Any]:
    """Return the rows that there are: the old ones and new ones with something in them, unless deleted."""
    given = [form for form in rows if form.initial or form.has_changed()]
    return [form for form in given if not form.cleaned_data.get("DELETE")]


def _numbered(
    field: str, row: Callable[[Any], dict[str, Any]], facts: Iterable[Fact[Any]]
) -> list[dict[str, Any]]:
    """Return a row for each fact that has a value, with its number among them all and its words."""
    return [
        {
            **row(fact.value),
            "before": number,
            "raw": fact.raw,
            "doubt": fact.state.label if fact.state in OPEN else "",
            "anchor": anchor(field, number + 1) if fact.span else "",
        }
        for number, fact in enumerate(facts)
        if fact.value is not None
    ]


def _place(place: Location) -> dict[str, Any]:
    return {"text": place.text, "city": place.city, "region": place.region, "country": place.country}


def _band(pay: Pay) -> dict[str, Any]:
    return {
        "min": pay.min,
        "max": pay.max,
        "currency": pay.currency,
        "period": pay.period.value,
        "basis": pay.basis.value,
        "open_top": pay.open_top,
        "scope": pay.scope,
    }
