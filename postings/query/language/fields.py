"""Every field of search text, once: its name, what it means in a line, examples, and how its values are read.

The table in docs/query-language.md and the help on the page are made from this one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from postings.query.language.choices import HAS, MISSING, read_choice, read_presence, read_quality
from postings.query.language.days import read_closed, read_posted
from postings.query.language.faults import Reading
from postings.query.language.pay import currency_after_pay, read_pay
from postings.query.language.words import read_words
from postings.query.language.years import read_years
from postings.query.plan import Named, Zone
from postings.query.tokenise import WORD


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    meaning: str
    examples: tuple[str, ...]
    read: Callable[[str, date], Reading]
    also: tuple[str, ...] = ()  # other names that are understood
    listed: bool = True  # a comma parts values; in a sum of money it does not
    unit: Callable[[], re.Pattern[str]] | None = None  # what belongs to the value though a blank parts them


def _named(text: str, dimension: str) -> Reading:
    name = " ".join(text.split())
    if not WORD.search(name):
        return Reading(None, f"“{name}” is no name. Write it after the colon: {dimension}:name.")
    return Reading(Named(dimension, name))


def _on_any_day(read: Callable[..., Reading], *more: Any) -> Callable[[str, date], Reading]:
    """Most values mean the same on every day."""
    return lambda text, today: read(text, *more)


def _chosen(name: str, meaning: str, *examples: str, also: tuple[str, ...] = ()) -> Field:
    return Field(name, meaning, examples, _on_any_day(read_choice, name), also)


FIELDS = (
    Field("title", "Words in the title", ("title:engineer", 'title:"product manager"'),
          _on_any_day(read_words, Zone.TITLE)),
    Field("company", "The employer, by any of its names", ("company:acme", 'company:"jp morgan"'),
          _on_any_day(_named, "company"), also=("employer",)),
    Field("skill", "A skill, by any of its names, required or not", ("skill:python", "skill:c++,rust"),
          _on_any_day(_named, "skill"), also=("skills",)),
    Field("required", "Words among what is required, not merely mentioned",
          ("required:rag", 'required:"on call"'), _on_any_day(read_words, Zone.REQUIRED)),
    Field("preferred", "Words among what would be nice to have", ("preferred:kubernetes",),
          _on_any_day(read_words, Zone.PREFERRED)),
    Field("place", "A city, region or country of the posting", ("place:berlin", 'place:"new york",boston'),
          _on_any_day(_named, "place"), also=("location",)),
    _chosen("mode", "Work mode", "mode:remote", "mode:hybrid,onsite"),
    _chosen("level", "How senior the role is", "level:senior", "level:senior,lead", also=("seniority",)),
    _chosen("family", "Kind of work", "family:data", "family:sales,marketing"),
    _chosen("type", "Type of employment", "type:contract", "type:part-time"),
    _chosen("education", "The least degree that is asked for", "education:bachelor", "education:phd,none"),
    _chosen("visa", "Whether visas are sponsored", "visa:yes", "visa:no"),
    Field("pay", "Yearly base pay that reaches into a range",
          ("pay:>150k", "pay:120k..180k", "pay:<=90kEUR", "pay:150k+"),
          _on_any_day(read_pay), also=("salary",), listed=False, unit=currency_after_pay),
    Field("years", "Years of experience that are asked for", ("years:<=10", "years:3..5", "years:5+"),
          _on_any_day(read_years), also=("experience",), listed=False),
    Field("posted", "Posted since: days, weeks, months or years ago, or a day",
          ("posted:30d", "posted:2w", "posted:3m", "posted:2026-01-31"), read_posted, listed=False),
    Field("closed", "Whether the closing date has passed", ("closed:yes", "closed:no"), read_closed,
          listed=False),
    Field("has", "Postings that state a fact: pay, years, place, education", ("has:pay", "has:years"),
          _on_any_day(read_presence, HAS)),
    Field("missing", "Postings that do not, or hold a placeholder for it",
          ("missing:pay", "missing:education"), _on_any_day(read_presence, MISSING)),
    Field("quality", "How facts are stated: stated, not_stated, placeholder, conflicting",
          ("quality:placeholder", "quality:pay:conflicting"), _on_any_day(read_quality)),
)  # fmt: skip

BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.also)}


def field_meant(name: str) -> Field | None:
    """Return the field whose name this nearly is: “titel”, not “http” and not “day”."""
    if len(name) < 4:
        return None
    slips = 1 if len(name) < 6 else 2
    found = process.extractOne(name.lower(), list(BY_NAME), scorer=OSA.distance, score_cutoff=slips)
    return BY_NAME[found[0]] if found else None
