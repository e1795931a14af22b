"""Whole libraries at once: documents with known facts, by COPY, as `publish` would have stored them.

For libraries that are generated, where nobody reviews: the demonstration and the benchmark. The rows are
those of `rows_from_facts`, so what is read back is what publishing one by one gives (a test holds the two
against each other). Each chunk is one transaction that ends with the clock.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from django.db import connection, models, transaction
from django.utils import timezone

from postings.facts import PostingFacts
from postings.facts_json import facts_to_json
from postings.ingest import clock
from postings.ingest.drafts import new_public_id
from postings.ingest.lookups import company_ids_for, place_ids_for, skill_ids_for
from postings.ingest.sealing import seal
from postings.models import (
    Document,
    DocumentBlob,
    Evidence,
    Finding,
    ParseRun,
    PayBand,
    Posting,
    PostingPlace,
    PostingRevision,
    PostingSkill,
    Requirement,
)
from postings.stored import FactRows, rows_from_facts
from postings.vocabulary import DocumentState, PostingState

CHUNK = 1000
TAIL = 10_000  # entries that are worth a segment when many more are to come
PARSER_VERSION = "generated"
Tables = dict[type[models.Model], list[Sequence[Any]]]


class KnownDocument(Protocol):
    """A text together with all that it says; postings.library makes them."""

    @property
    def text(self) -> str: ...
    @property
    def facts(self) -> PostingFacts: ...
    @property
    def posted_at(self) -> datetime: ...
    @property
    def file_name(self) -> str: ...


def load_library(documents: Iterable[KnownDocument], *, originals: bool) -> Iterator[int]:
    """Publish every document; yield how many more are stored, chunk by chunk.

    With `originals` each document keeps its bytes, its reading and its first revision, as if somebody had
    uploaded it; a library made to be measured does without them.
    """
    waiting = iter(documents)
    while chunk := list(islice(waiting, CHUNK)):
        rows = [rows_from_facts(document.facts) for document in chunk]
        names = _Names(rows)
        with transaction.atomic():
            if not originals:
                _suspend_triggers()
            _load_chunk(chunk, rows, names, originals=originals)
        seal(at_least=TAIL)
        yield len(chunk)


def _suspend_triggers() -> None:
    """Until the end of the transaction, keep no history and, where we may, check no foreign keys.

    The rows come from one place that numbers them itself, and a million of them have tens of millions of
    references. Only a superuser may say so; anybody else's library is made more slowly.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('session_replication_role', 'replica', true)"
            " WHERE current_setting('is_superuser')::boolean"
        )


class _Names:
    """The ids of all names in a chunk, made beforehand so that no chunk waits for another's transaction."""

    def __init__(self, all_rows: list[FactRows]) -> None:
        with transaction.atomic():
            self.company = company_ids_for({rows.columns["organization"] for rows in all_rows})
            self.place = place_ids_for({place for rows in all_rows for _, place in rows.places})
            self.skill = skill_ids_for(
                list({skill.slug: skill for rows in all_rows for skill in rows.skills}.values())
            )


def _load_chunk(
    chunk: list[KnownDocument], all_rows: list[FactRows], names: _Names, *, originals: bool
) -> None:
    documents, runs, postings = (_new_ids(model, len(chunk)) for model in (Document, ParseRun, Posting))
    tables: Tables = defaultdict(list)
    now = timezone.now()
    for known, rows, ids in zip(chunk, all_rows, zip(documents, runs, postings, strict=True), strict=True):
        _add_document(tables, known, ids, now, originals=originals)
        _add_posting(tables, known, rows, ids, names, now)
        _add_facts(tables, rows, ids[2], names)
    for model, columns in COLUMNS.items():
        _copy(model, columns, tables[model])
    clock.advance(own=postings)


Ids = tuple[int, int, int]  # document, run, posting


def _add_document(tables: Tables, known: KnownDocument, ids: Ids, now: datetime, *, originals: bool) -> None:
    document, run, posting = ids
    content = known.text.encode()
    digest = hashlib.sha256(content).digest()
    tables[Document].append(
        (document, known.file_name, digest, len(content), "text/plain", DocumentState.PUBLISHED, "", 1, now)
    )
    facts = json.dumps(facts_to_json(known.facts)) if originals else "{}"
    tables[ParseRun].append(
        (run, document, PARSER_VERSION, known.text, f"[{facts}]" if originals else "[]", "{}", 0, now)
    )
    if originals:
        tables[DocumentBlob].append((document, content))
        tables[PostingRevision].append((posting, 1, run, facts, known.posted_at, ""))


def _add_posting(
    tables: Tables, known: KnownDocument, rows: FactRows, ids: Ids, names: _Names, now: datetime
) -> None:
    document, run, posting = ids
    columns = {
        **rows.columns,
        "id": posting,
        "public_id": new_public_id(),
        "state": PostingState.PUBLISHED,
        "revision": 1,
        "document_id": document,
        "run_id": run,
        "company_id": names.company.get(rows.columns["organization"]),
        "created_at": now,
        "first_published_at": known.posted_at,
        "published_at": known.posted_at,
    }
    tables[Posting].append([columns[name] for name in COLUMNS[Posting]])


def _add_facts(tables: Tables, rows: FactRows, posting: int, names: _Names) -> None:
    tables[Evidence] += [(posting, *row) for row in rows.evidence]
    tables[PostingPlace] += [
        (posting, position, names.place.get(place), place.text) for position, place in rows.places
    ]
    tables[PayBand] += [
        (posting, position, pay.min, pay.max, pay.open_top, pay.currency, pay.period, pay.basis, pay.scope)
        for position, pay in rows.pay
    ]
    tables[Requirement] += [
        (posting, *row[:4], row.any_of or "{}", row.span_start, row.span_end) for row in rows.requirements
    ]
    tables[PostingSkill] += [
        (posting, names.skill[row.slug], row.position, row.strength, _array(row.spans), _array(row.items))
        for row in rows.skills
    ]
    tables[Finding] += [(posting, *row) for row in rows.findings]


def _array(numbers: list[int]) -> str:
    """Write an array as COPY reads it; the driver's own way asks of each number what it is."""
    return f"{{{','.join(map(str, numbers))}}}"


COLUMNS: dict[type[models.Model], tuple[str, ...]] = {
    Document: (
        *("id", "file_name", "sha256", "size", "media_type", "state", "reason", "attempts", "created_at"),
    ),
    DocumentBlob: ("document_id", "content"),
    ParseRun: (
        *("id", "document_id", "parser_version", "text", "facts", "repairs", "milliseconds", "created_at"),
    ),
    Posting: (
        *("id", "public_id", "kind", "state", "revision", "document_id", "run_id", "part"),
        *("span_start", "span_end", "title", "company_id", "organization", "department", "grade"),
        *("job_family", "language", "level", "family", "work_mode", "remote_scope", "employment_types"),
        *("experience_min", "experience_max", "education", "visa_sponsorship", "bonus", "equity"),
        *("apply_url", "posted_on", "closes_on", "created_at", "first_published_at", "published_at"),
    ),
    PostingRevision: ("posting_id", "number", "run_id", "facts", "at", "reason"),
    Evidence: ("posting_id", "field", "position", "state", "span_start", "span_end", "raw"),
    PostingPlace: ("posting_id", "position", "place_id", "text"),
    PayBand: (*("posting_id", "position", "min", "max", "open_top", "currency", "period", "basis", "scope"),),
    Requirement: (
        *("posting_id", "position", "section", "theme", "text", "any_of", "span_start", "span_end"),
    ),
    PostingSkill: ("posting_id", "skill_id", "position", "strength", "spans", "items"),
    Finding: (
        *("posting_id", "position", "rule", "severity", "message", "span_start", "span_end", "raw", "fix"),
    ),
}


def _new_ids(model: type[models.Model], count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [number for (number,) in cursor.fetchall()]


def _copy(model: type[models.Model], columns: tuple[str, ...], rows: list[Sequence[Any]]) -> None:
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as copy,
    ):
        for row in rows:
            copy.write_row(row)
