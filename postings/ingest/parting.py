"""A person says where the postings of a document begin: what was one becomes two, or two become one.

The text is read again with these beginnings. What people had changed is kept, as in any reading again; a
draft that is no part any more goes to the trash.
"""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction

from postings.ingest.reading import Reading
from postings.ingest.refusal import Refused
from postings.ingest.reparsing import READ, discard_unread, store_rereading
from postings.models import Document, ParseRun
from postings.parsing.reading import PARSER_VERSION, read_parts

PARAGRAPH = re.compile(r"(?:\A|\n[ \t]*\n)\s*(?P<line>[^\n]+)")
BULLET = re.compile(r"[*•●▪◦+-]\s")  # no posting begins with an item of a list
MOST_SHOWN = 100  # characters of a line
MOST_PARTS = 200


class Beginning(NamedTuple):
    """A line that a posting may begin with, and whether one does now."""

    at: int
    line: str
    is_one: bool


def beginnings(document: Document) -> list[Beginning]:
    """Return the first lines of all paragraphs."""
    run = _run(document)
    now = {facts["span"][0] for facts in run.facts if facts.get("span")}
    found = [
        (match.start("line"), match["line"].strip()[:MOST_SHOWN])
        for match in PARAGRAPH.finditer(run.text)
        if not BULLET.match(match["line"])
    ]
    edges = [at for at, _ in found]
    starts = {max((edge for edge in edges if edge <= start), default=0) for start in now}
    starts |= {min((edge for edge in edges if edge >= start), default=0) for start in now}
    return [Beginning(at, line, at in starts or at == edges[0]) for at, line in found]


def part(*, document: Document, starts: Collection[int], by: User | None = None) -> int:
    """Read the document with postings that begin at these places; return how many drafts changed."""
    run = _run(document)
    allowed = [beginning.at for beginning in beginnings(document)]
    chosen = sorted({0, *(start for start in starts if start in allowed[1:])})
    if len(chosen) > MOST_PARTS:
        raise Refused(f"A document has {MOST_PARTS} postings at the most. Choose fewer beginnings.")
    stretches = list(pairwise([*chosen, len(run.text)]))
    reading = Reading(
        run.text, read_parts(run.text, stretches), PARSER_VERSION, tuple(run.repairs), document.media_type, 0
    )
    with transaction.atomic():
        changed = store_rereading(document=document, reading=reading, by=by)
        return changed + discard_unread(document=document, reading=reading, by=by)


def _run(document: Document) -> ParseRun:
    run = document.runs.first()
    if run is None or document.state not in READ:
        raise Refused(f"“{document}” has not been read, so it has no postings yet.")
    return run
