"""The head of a posting: labelled lines, a board's chips, a title line and what stands below it.

A part's view comes in; out comes which stretches say title, organization, places and the like. Values are
not judged here: `Location: Remote` is a place field, and its reader finds no place in it.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from postings.parsing.lexicon.job_nouns import job_noun_pattern
from postings.parsing.lexicon.labels import load_labels
from postings.parsing.title_line import GENERIC, LONGEST_TITLE, TEMPLATE, is_sentence, title_line
from postings.parsing.view import View

Stretch = tuple[int, int]

LABELLED = re.compile(
    r"^[ \t#*>•-]{0,20}(?P<label>[^\W\d_][^:\n|]{0,40}?)[ ]{0,5}(?::|[ ]-[ ]|\t|$)[ \t\"']{0,20}(?P<value>[^\n]*)$",
    re.MULTILINE,
)
BOARD = re.compile(
    r"\#[ ]+(?P<title>[^\n]+?)[ ]*\n\#{2,3}[ ]+(?P<organization>[^\n]+?)[ ]*\n(?:\#{3,4}[ ]*(?P<chips>[^\n]*))?"
)
CHIP = re.compile(r"(?P<sign>💰|🌎|🌍|🌏|📍|⏰|💼)[ ]*(?P<value>[^💰🌎🌍🌏📍⏰💼\n]*)")
QUESTION = re.compile(
    r"what are the responsibilities and job description for the (?P<title>[^?\n]{2,120}?) position at (?P<organization>[^?\n]{2,100}?)\s*\?",
    re.IGNORECASE,
)
WORKDAY = re.compile(
    r"(?P<title>[^\n]{3,120}?)\s{1,4}Apply\s{1,4}(?:remote type\s{1,4}(?P<mode>\w{1,20})\s{1,4})?locations?\s{1,4}"
    r"(?P<place>[^\n]{2,300}?)\s{1,4}time type\b",
)
NEWSLETTER = re.compile(
    r"(?P<title>[A-Z][^,\n]{2,80}?),\s+(?P<organization>[A-Z][^-,\n]{2,60}?)(?:,[ ]*(?P<place>[A-Z][^-\n]{2,40}?))?[ ]*(?:[ ]-|-[ ]|--)[ ]*(?=[A-Z][^\n]{150})"
)
JOB_NOUN = job_noun_pattern()


@dataclass(slots=True)
class Header:
    title: Stretch | None = None
    organization: Stretch | None = None
    end: int = 0
    below_title: int = 0  # where the lines below a title line begin
    chips: list[Stretch] = field(default_factory=list)
    fields: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))


def read_header(view: View) -> Header:
    header = Header()
    _read_labels(view, header)
    opens = len(view.text) - len(view.text.lstrip())
    for pattern in (BOARD, QUESTION, WORKDAY):
        if found := pattern.search(view.text) if pattern is QUESTION else pattern.match(view.text, opens):
            header.title = view.trimmed(*found.span("title"))
            if pattern is not WORKDAY:
                header.organization = view.trimmed(*found.span("organization"))
            if pattern is BOARD:
                header.end = found.end()
                if found["chips"]:
                    _read_chips(view, *found.span("chips"), header)
            elif pattern is WORKDAY:
                header.fields["place"].append(view.trimmed(*found.span("place")))
                if found["mode"]:
                    header.fields["mode"].append(found.span("mode"))
            return header
    if titles := header.fields.get("title"):
        header.title = titles[0]
    if named := header.fields.get("organization"):
        header.organization = named[0]
    if header.title is None:
        if found := NEWSLETTER.match(view.text, opens):
            header.title = view.trimmed(*found.span("title"))
            header.organization = header.organization or view.trimmed(*found.span("organization"))
            header.fields["chip_place"].append(
                view.trimmed(
                    found.start("organization"),
                    found.end("place") if found["place"] else found.end("organization"),
                )
            )
        else:
            header.title = title_line(view)
            header.below_title = _line_end(view.text, header.title[1]) if header.title else 0
    return header


def _read_chips(view: View, start: int, end: int, header: Header) -> None:
    for chip in CHIP.finditer(view.text, start, end):
        first, last = view.trimmed(*chip.span("value"))
        if first < last:
            header.fields["chip_place" if chip["sign"] in "🌎🌍🌏📍" else "chip_pay"].append((first, last))


def _read_labels(view: View, header: Header) -> None:
    for found in LABELLED.finditer(view.lower):
        name = found["label"].strip(" *_`").replace("_", " ")
        what = load_labels().get(name)
        if not what:
            continue
        first, last = view.trimmed(*found.span("value"))
        words = view.text[first:last]
        if (
            first < last
            and not TEMPLATE.search(words)
            and (len(words) <= LONGEST_TITLE or what in ("place",))
        ):
            if what == "title" and (len(words.split()) > 14 or is_sentence(words)):
                continue
            if what == "organization" and len(words.split()) > 8:
                continue
            header.fields[what].append((first, last))
        elif first >= last and what in ("department", "grade", "job_family", "place"):
            _read_value_below(view, found.end(), what, header)


def _read_value_below(view: View, at: int, what: str, header: Header) -> None:
    """A label on a line of its own has its value on the next one that has words."""
    below = re.compile(r"\s*\n[\s#]*(?P<value>[^\n]{2,80})").match(view.text, at)
    if (
        below
        and not below["value"].lstrip().startswith(("*", "-", "•"))
        and ":" not in below["value"]
        and not GENERIC.match(below["value"])
    ):
        header.fields[what].append(view.trimmed(*below.span("value")))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
