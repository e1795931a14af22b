"""Days: how long ago, or since when. Whoever asks says what day it is today."""

import re
from calendar import monthrange
from datetime import date, timedelta

from postings.query.language.faults import Reading
from postings.query.plan import Not, Open, Posted

AGO = re.compile(r"(?P<number>[0-9]{1,4})(?P<unit>[dwmy])", re.IGNORECASE)
DAY = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{1,2}))?(?:-(?P<day>[0-9]{1,2}))?")
YES, NO = {"yes", "true", "1"}, {"no", "false", "0"}


def read_posted(text: str, today: date) -> Reading:
    if found := AGO.fullmatch(text):
        return Reading(Posted(_ago(today, int(found["number"]), found["unit"].lower())))
    if found := DAY.fullmatch(text):
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            return Reading(Posted(date(year, month, day)))
        except ValueError:
            return Reading(None, f"There is no day {text}. Write it as 2026-01-31.")
    return Reading(None, "Write posted:30d, posted:2w, posted:3m or a day, posted:2026-01-31.")


def _ago(today: date, number: int, unit: str) -> date:
    """A month ago is the same day of it, or its last: 31 March less a month is the end of February."""
    if unit in "dw":
        days = number * (7 if unit == "w" else 1)
        return date.min if days >= today.toordinal() else today - timedelta(days)
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    if year < 1:
        return date.min
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def read_closed(text: str, today: date) -> Reading:
    if text.lower() in YES | NO:
        return Reading(Open(today) if text.lower() in NO else Not(Open(today)))
    return Reading(None, "Write closed:yes for postings past their closing date, closed:no for the others.")
