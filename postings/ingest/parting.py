"""A person says where the postings of a document begin: what was one becomes two, or two become one.

The text is read again with these beginnings. What people had changed is kept, as in any reading again; a
draft that is no part any more goes to the trash.
"""

import re
from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple

from django.contrib.auth.models import User

from postings.ingest.reading import Reading
from postings.ingest.refusal import Refused
from postings.ingest.reparsing import READ, first_word, store_rereading
from postings.models import Document, ParseRun
from postings.parsing.reading import PARSER_VERSION, read_parts

PARAGRAPH = re.compile(r"(?:\A|\n[ \t]*\n)\s*(?P<line>[^\n]+)")
BULLET = re.compile(r"[*•●▪◦+-]\s")  # no posting begins with an item of a list
WORDS = re.compile(r"[^\W_]")
MOST_SHOWN = 100  # characters of a line
MOST_PARTS = 200


class Beginning(NamedTuple):
    """A line that a posting may begin with, and whether one does now."""

    at: int
    line: str
    is_one: bool


def beginnings(document: Document) -> list[Beginning]:
    """Return the first lines of all paragraphs that have words."""
    run = _run(document)
    now = _now(run)
    lines = [
        (match.start("line"), match["line"])
        for match in PARAGRAPH.finditer(run.text)
        if WORDS.search(match["line"]) and not BULLET.match(match["line"])
    ]
    return [
        Beginning(at, line.strip()[:MOST_SHOWN], number == 0 or first_word(run.text, at) in now)
        for number, (at, line) in enumerate(lines)
    ]


def split_document(*, document: Document, starts: Collection[int], by: User | None = None) -> int:
    """Read the document with postings that begin at these places; return how many drafts changed."""
    run = _run(document)
    now = _now(run)  # what is a beginning already stays where it is, with the blanks before it
    chosen = [one.at for one in beginnings(document)[1:] if one.at in starts]
    if len(chosen) >= MOST_PARTS:
        raise Refused(f"A document has {MOST_PARTS} postings at the most. Choose fewer beginnings.")
    cuts = [0, *(now.get(first_word(run.text, at), at) for at in chosen), len(run.text)]
    readings = read_parts(run.text, list(pairwise(cuts)))
    reading = Reading(run.text, readings, PARSER_VERSION, tuple(run.repairs), document.media_type, 0)
    return store_rereading(document=document, reading=reading, by=by, discards=True)


def _now(run: ParseRun) -> dict[int, int]:
    """Return where each posting begins now, by its first word."""
    spans = [facts["span"] for facts in run.facts if facts.get("span")]
    return {first_word(run.text, start): start for start, _ in spans}


def _run(document: Document) -> ParseRun:
    run = document.runs.first()
    if run is None or document.state not in READ:
        raise Refused(f"“{document}” has not been read, so it has no postings yet.")
    return run
