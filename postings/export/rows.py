"""Ids of postings in, rows of cells out: what a spreadsheet gets of a selection, in three tables.

Each table is read in one statement a portion. Words of the vocabularies stand there as readers know them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection

from postings.export.cells import Cell
from postings.scopes import SCOPES
from postings.selectors.addresses import posting_url
from postings.vocabulary import (
    Basis,
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Period,
    Section,
    Sponsorship,
    Term,
    WorkMode,
)

BETWEEN = "; "  # of several values in one cell

# The ids are written down once: to read thousands of numbers four times is a fifth of the whole.
POSTINGS = """
WITH chosen AS MATERIALIZED (
    SELECT id, place FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS one (id, place)
)
SELECT posting.public_id, posting.title, coalesce(company.name, posting.organization), posting.kind,
    places.texts, posting.work_mode, posting.remote_scope, posting.level, posting.family, posting.department,
    posting.grade, skills.required, skills.preferred, skills.mentioned, trim_scale(posting.experience_min),
    trim_scale(posting.experience_max), posting.education, posting.visa_sponsorship, posting.employment_types,
    trim_scale(pay.min), trim_scale(pay.max), pay.open_top, pay.currency, pay.period, pay.basis,
    trim_scale(pay.yearly_min), trim_scale(pay.yearly_max),
    posting.bonus, posting.equity, posting.posted_on, posting.closes_on,
    posting.first_published_at AT TIME ZONE 'UTC', posting.published_at AT TIME ZONE 'UTC', posting.revision,
    posting.language, posting.apply_url
FROM chosen
JOIN postings_posting AS posting ON posting.id = chosen.id
LEFT JOIN postings_company AS company ON company.id = posting.company_id
LEFT JOIN (
    SELECT posting_id, string_agg(text, '; ' ORDER BY position) AS texts FROM postings_postingplace
    WHERE posting_id = ANY(ARRAY(SELECT id FROM chosen)) GROUP BY posting_id
) AS places ON places.posting_id = posting.id
LEFT JOIN (
    SELECT posting_id,
        string_agg(name, '; ' ORDER BY position) FILTER (WHERE strength = 'required') AS required,
        string_agg(name, '; ' ORDER BY position) FILTER (WHERE strength = 'preferred') AS preferred,
        string_agg(name, '; ' ORDER BY position) FILTER (WHERE strength = 'mentioned') AS mentioned
    FROM postings_postingskill JOIN postings_skill AS skill ON skill.id = skill_id
    WHERE posting_id = ANY(ARRAY(SELECT id FROM chosen)) GROUP BY posting_id
) AS skills ON skills.posting_id = posting.id
LEFT JOIN (
    SELECT DISTINCT ON (posting_id) * FROM postings_payband
    WHERE posting_id = ANY(ARRAY(SELECT id FROM chosen))
    ORDER BY posting_id, coalesce(yearly_max, yearly_min) DESC NULLS LAST, position
) AS pay ON pay.posting_id = posting.id
ORDER BY chosen.place
"""
REQUIREMENTS = """
SELECT posting.public_id, posting.title, item.section, item.theme, item.text, item.any_of, skills.names
FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS chosen (id, place)
JOIN postings_posting AS posting ON posting.id = chosen.id
JOIN postings_requirement AS item ON item.posting_id = posting.id
LEFT JOIN LATERAL (
    SELECT string_agg(skill.name, '; ' ORDER BY use.position) AS names
    FROM postings_postingskill AS use JOIN postings_skill AS skill ON skill.id = use.skill_id
    WHERE use.posting_id = posting.id AND use.items @> ARRAY[item.position]
) AS skills ON true
ORDER BY chosen.place, item.position
"""
PAY = """
SELECT posting.public_id, posting.title, trim_scale(pay.min), trim_scale(pay.max), pay.open_top, pay.currency,
    pay.period, pay.basis, pay.scope, trim_scale(pay.yearly_min), trim_scale(pay.yearly_max)
FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS chosen (id, place)
JOIN postings_posting AS posting ON posting.id = chosen.id
JOIN postings_payband AS pay ON pay.posting_id = posting.id
ORDER BY chosen.place, pay.position
"""


def _labels(term: type[Term]) -> Callable[[Any], Cell]:
    labels: Mapping[str, str] = {one.value: one.label for one in term}
    return lambda value: labels.get(value, value)


def _each(labels: Mapping[str, str]) -> Callable[[Any], Cell]:
    return lambda values: BETWEEN.join([labels.get(value, value) for value in values])


def _yes(value: bool | None) -> Cell:
    return "yes" if value else ""


class Part(NamedTuple):
    """One of the tables: a statement whose first columns are a posting's id and title."""

    name: str
    title: str
    statement: str
    columns: Sequence[str]  # after the id, the address and the title
    written: Mapping[str, Callable[[Any], Cell]]  # how a column's values are, that are not as they come

    @property
    def header(self) -> list[str]:
        return ["Id", "Address", "Title", *self.columns]

    def rows(self, ids: Sequence[int], site: str) -> Iterator[list[Cell]]:
        """Yield the rows of these postings; `site` is what every address begins with."""
        places = [
            (place, self.written[name]) for place, name in enumerate(self.columns, 2) if name in self.written
        ]
        with connection.cursor() as cursor:
            cursor.execute(self.statement, {"ids": list(ids)})
            found = cursor.fetchall()
        for row in found:
            cells = list(row)
            for place, write in places:
                cells[place] = write(cells[place])
            cells.insert(1, f"{site}{posting_url(row[0], row[1])}")
            yield cells


MONEY = {"Open top": _yes, "Per": _labels(Period), "Kind of pay": _labels(Basis)}

POSTINGS_PART = Part(
    "postings",
    "Postings",
    POSTINGS,
    (
        *("Company", "Kind", "Places", "Work mode", "Remote from", "Level", "Family", "Department", "Grade"),
        *("Required skills", "Preferred skills", "Other skills", "Years from", "Years up to", "Education"),
        *("Visa", "Employment", "Pay from", "Pay up to", "Open top", "Currency", "Per", "Kind of pay"),
        *("A year from", "A year up to", "Bonus", "Equity", "Posted", "Closes", "First published"),
        *("Last published", "Revision", "Language", "Apply at"),
    ),
    {
        **MONEY,
        "Kind": _labels(Kind),
        "Work mode": _labels(WorkMode),
        "Remote from": _each(SCOPES),
        "Level": _labels(Level),
        "Family": _labels(Family),
        "Education": _labels(Education),
        "Visa": _labels(Sponsorship),
        "Employment": _each({one.value: one.label for one in EmploymentType}),
    },
)
REQUIREMENTS_PART = Part(
    "requirements",
    "Requirements",
    REQUIREMENTS,
    ("Section", "Theme", "Text", "Any of", "Skills"),
    {"Section": _labels(Section), "Any of": _each({})},
)
PAY_PART = Part(
    "pay",
    "Pay",
    PAY,
    (
        *("Pay from", "Pay up to", "Open top", "Currency", "Per", "Kind of pay", "For", "A year from"),
        "A year up to",
    ),
    MONEY,
)
PARTS = (POSTINGS_PART, REQUIREMENTS_PART, PAY_PART)
