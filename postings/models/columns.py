"""Columns for the closed vocabularies, and the constraints that keep other words out of them.

Rows that only exist as the n-th of their posting have that as their key: at a million postings a number
and an index of their own would double them. Foreign keys that begin a key or a unique constraint have
db_index=False: its index serves them too.
"""

from django.db import models

from postings.vocabulary import Term


def term_column(terms: type[Term], *, optional: bool = False) -> "models.CharField[str, str]":
    """Return a column for one member of a vocabulary; an optional one is empty when nothing was stated."""
    if optional:
        return models.CharField(max_length=20, choices=terms.choices(), blank=True, default="")
    return models.CharField(max_length=20, choices=terms.choices())


def only_terms(
    table: str, column: str, terms: type[Term], *, optional: bool = False
) -> models.CheckConstraint:
    allowed = [*([""] if optional else []), *(term.value for term in terms)]
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": allowed}), name=f"{table}_{column}_is_a_term"
    )


def in_order(table: str, low: str, high: str) -> models.CheckConstraint:
    """Return the rule that `low` is at most `high`; a missing one cannot be out of order."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{low}__isnull": True})
        | models.Q(**{f"{high}__isnull": True})
        | models.Q(**{f"{low}__lte": models.F(high)}),
        name=f"{table}_{low}_at_most_{high}",
    )
