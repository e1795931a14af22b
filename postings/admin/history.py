"""Who changed what, and why: the rows that the history triggers keep, as a page.

What one act changed in several tables (a posting and its pay) carries the same context, and is shown as
one entry.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.formats import localize
from django.utils.timezone import localtime

from postings.admin.pages import OwnPages
from postings.models import PayBand, Posting
from postings.vocabulary import PostingState

MOST_EVENTS = 300
DEEDS = {"insert": "Added", "update": "Changed", "delete": "Deleted"}
DEEDS_BY_STATE = {  # of a posting whose state went from this to that
    (PostingState.DRAFT, PostingState.PUBLISHED): "Published",
    (PostingState.PUBLISHED, PostingState.DRAFT): "Made a draft again",
    (PostingState.PUBLISHED, PostingState.ARCHIVED): "Archived",
    (PostingState.DRAFT, PostingState.ARCHIVED): "Archived",
    (PostingState.ARCHIVED, PostingState.PUBLISHED): "Restored",
    (PostingState.ARCHIVED, PostingState.DRAFT): "Restored as a draft",
    (PostingState.DRAFT, PostingState.TRASHED): "Put into the trash",
    (PostingState.TRASHED, PostingState.DRAFT): "Taken out of the trash",
}
STATES = {(before.label, after.label): deed for (before, after), deed in DEEDS_BY_STATE.items()}
NUMBERS = {"id", "public_id", "document", "run", "part", "posting", "position", "span_start", "span_end"}
TIMES = {"created_at", "first_published_at", "published_at", "archived_at"}  # each entry has its own
NOT_SHOWN = NUMBERS | TIMES


@dataclass(frozen=True, slots=True)
class Change:
    """A value before and after, in words; "" where there was none, or is none any more."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    who: str
    deed: str
    reason: str
    changes: list[Change] = field(default_factory=list)


class HistoryPage(OwnPages):
    """The page behind "History", for models whose tables have history triggers."""

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self.found(request, object_id)
        return self.page(
            request, "history.html", title=f"History of {row}", original=row, entries=entries_of(row)
        )


def entries_of(row: Any) -> list[Entry]:
    """Return what happened to a row, newest first: one query, and for a posting one more for its pay."""
    told = [*_told(_events(type(row)).filter(pgh_obj_id=row.pk), "")]
    if isinstance(row, Posting):
        told += _told(_events(PayBand).filter(posting_id=row.pk), "Pay")
    acts: dict[tuple[datetime, Any], list[tuple[Any, list[Change]]]] = {}
    for event, changes in told:
        acts.setdefault((event.pgh_created_at, event.pgh_context_id), []).append((event, changes))
    return [_entry(acts[act]) for act in sorted(acts, key=itemgetter(0), reverse=True)]


def _events(model: Any) -> models.QuerySet[Any]:
    events: models.QuerySet[Any] = model.pgh_event_model.objects.order_by("pgh_obj_id", "-pgh_id")
    return events.select_related("company", "merged_into") if model is Posting else events


def _told(events: models.QuerySet[Any], prefix: str) -> Iterator[tuple[Any, list[Change]]]:
    """Yield each event with what it changed, which only the event before it can tell."""
    for _, life in groupby(events[:MOST_EVENTS], key=attrgetter("pgh_obj_id")):
        for event, before in pairwise([*life, None]):
            is_all_new = before is None and (event.pgh_label == "update" or not prefix)
            yield event, [] if is_all_new else list(_changes(event, before, prefix))


def _changes(event: Any, before: Any, prefix: str) -> Iterator[Change]:
    if prefix:
        prefix = f"{prefix} {event.position + 1}, "
    for column in _columns(event):
        old = _in_words(before, column) if before else ""
        new = "" if event.pgh_label == "delete" else _in_words(event, column)
        if old != new:
            name = f"{prefix}{column.verbose_name}"
            yield Change(name[0].upper() + name[1:], old, new)


def _columns(event: Any) -> Iterable[Any]:
    columns = event._meta.concrete_fields
    return (one for one in columns if one.name not in NOT_SHOWN and not one.name.startswith("pgh_"))


def _in_words(event: Any, column: Any) -> str:
    value = getattr(event, column.name)
    if value is None or value is False or value in ("", []):
        return ""
    if value is True:
        return "yes"
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return str(localize(localtime(value)))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, Decimal):
        return f"{value.normalize():,f}"
    return str(localize(value)) if isinstance(value, date) else str(value)


def _entry(act: list[tuple[Any, list[Change]]]) -> Entry:
    event = next((one for one, _ in act if not hasattr(one, "posting_id")), act[0][0])
    context = event.pgh_context or {}
    changes = [change for _, changes in act for change in changes]
    deed = _deed(event, {change.field: change for change in changes})
    return Entry(event.pgh_created_at, context.get("name", ""), deed, context.get("reason", ""), changes)


def _deed(event: Any, changes: dict[str, Change]) -> str:
    """Return what it comes down to, where there is a word for it."""
    if (merged := changes.get("Merged into")) and merged.after:
        return "Merged into another"
    if state := changes.get("State"):
        return STATES.get((state.before, state.after), DEEDS["update"])
    if "Revision" in changes and event.pgh_label == "update":
        return "Published again"
    return DEEDS.get(event.pgh_label, str(event.pgh_label))
