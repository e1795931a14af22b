"""Filters whose values are rows of a table, by their slugs: companies, places, skills."""

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from postings.filters.kinds import Filter
from postings.filters.labels import label_of
from postings.models import Company, Place, Skill
from postings.query import Chosen, Plan

Named = type[Company] | type[Place] | type[Skill]


class SlugsField(forms.MultipleChoiceField):
    """Slugs of rows; `labels` looks up which of them there are, and what they are called."""

    pattern = r"^[-a-zA-Z0-9_]+$"

    def __init__(self, *, labels: Callable[[Iterable[str]], Mapping[str, str]], **options: Any) -> None:
        super().__init__(**options)
        self.labels = labels

    def validate(self, value: Any) -> None:
        if unknown := set(value) - self.labels(value).keys():
            raise ValidationError(
                f"Nothing here goes by “{min(unknown)}”. It may have been renamed or merged."
            )


class SeveralRows(Filter):
    """Any of some companies, places or skills, by their slugs."""

    help = "Any of these, each by its slug."
    field_class = SlugsField

    def __init__(self, rows: Named, *, dimension: str, label: str) -> None:
        super().__init__(label=label)
        self.rows, self.dimension = rows, dimension
        self._labels: dict[str, str | None] = {}

    def __deepcopy__(self, memo: dict[int, Any]) -> "SeveralRows":
        """A set of filters is made for each request, and what one has looked up is not for the next."""
        copied = copy(self)
        copied._labels = {}
        copied.extra = {**self.extra, "labels": copied.labels}
        return copied

    def labels(self, slugs: Iterable[str]) -> dict[str, str]:
        """Return the names of those rows that there are."""
        wanted = {slug for slug in slugs if slug and "\0" not in slug}
        if new := wanted - self._labels.keys():
            self._labels |= dict.fromkeys(new) | {
                row.slug: label_of(row) for row in self.rows.objects.filter(slug__in=new)
            }
        return {slug: label for slug in sorted(wanted) if (label := self._labels[slug]) is not None}

    def understood(self, given: Iterable[str]) -> list[str]:
        return list(self.labels(given))

    def refine(self, plan: Plan, values: list[str], today: date) -> Plan:
        return plan.refined(Chosen(self.dimension), values=tuple(values))

    def says(self, value: str) -> str:
        return self.labels([value]).get(value, value)
