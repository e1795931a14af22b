"""The employer where a line of its own names it: below the title, beside a place, on a letterhead."""

import re

from postings.facts import Fact
from postings.parsing.extract.employer_names import PLAIN_NAME
from postings.parsing.gazetteer import places_in
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.lexicon.bodies import load_bodies
from postings.parsing.lexicon.not_employers import load_not_employers
from postings.parsing.names import LEGAL_FORMS, company_key
from postings.parsing.part import Part
from postings.parsing.title_line import PAGES, times_as_a_line

PREFIX = re.compile(r"(?P<name>[A-Z][\w.&' -]{1,40}?):\s+(?=[A-Z])")
BESIDE_PLACE = re.compile(
    r"[ ]*\n+[ ]*(?P<name>[^\n|·]{2,60}?)[ ]*(?:[|·]|[ ]-[ ]|,[ ](?=[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}\n))[^\n]{2,100}(?=\n|\Z)"
)
TWO_LINES = re.compile(r"\s{0,9}(?P<name>[^\n]{2,60}?)[ ]{0,9}\n+[ ]{0,9}(?P<next>[^\n]{2,90})")
PLACE_OR_PAY = re.compile(
    r",\s*[A-Z]{2}\b|,\s*[A-Z][a-z]+$|\b[Rr]emote\b|^[$£€]|\b[Ss]alary\b|^[A-Z]\w+ and [A-Z]\w+$"
)
ADDRESS = re.compile(
    r"\d{1,6} [A-Z][\w .]{1,60},|,\s*[A-Z]{2} \d{5}\b|\(\d{3}\) ?\d{3}-\d{4}|\w@[\w.]{1,60}\.\w"
)
FIRST_LINE = re.compile(r"[\s#*]{0,9}(?P<name>[A-Z][^\n]{2,59}?)[ *]{0,9}\n")
BODY_OF_PLACE = re.compile(
    r"\s*(?P<name>(?:city|county|town|state|village|university) of [a-z][\w ]{2,40}?)[ ]*(?=\n|\Z)"
)


def employer_in_lines(part: Part, header: Header) -> Fact[str] | None:
    return (
        _below_title(part, header)
        or _beside_place(part, header)
        or _before_title(part, header)
        or _letterhead(part)
        or _banner(part, header)
        or _body_of_place(part)
    )


def _is_name(words: str) -> bool:
    """ "Acme Bread Ltd" may be an employer; "Full Time", "Night Baker" and "Salary: 20 k" are none."""
    if not PLAIN_NAME.fullmatch(words) or JOB_NOUN.search(words) or ":" in words:
        return False
    return any(word not in load_not_employers() for word in words.casefold().split())


def _below_title(part: Part, header: Header) -> Fact[str] | None:
    """On a pasted advertisement the line below the title is the employer, if a place or a pay line follows it."""
    found = TWO_LINES.match(part.view.text, header.below_title) if header.below_title else None
    if not found or not PLACE_OR_PAY.search(found["next"]) or not _is_name(found["name"]):
        return None
    if places_in(found["name"]):
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _beside_place(part: Part, header: Header) -> Fact[str] | None:
    """ "Acme Ltd | Boise, ID | Full time" below the title: the employer stands first."""
    found = BESIDE_PLACE.match(part.view.text, header.below_title) if header.below_title else None
    if not found or not _is_name(found["name"]) or places_in(found["name"]):
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _before_title(part: Part, header: Header) -> Fact[str] | None:
    """ "Acme: Data Analyst" names the employer, if the text goes on to speak of Acme."""
    found = PREFIX.match(part.view.text, *header.title) if header.title else None
    if not found or JOB_NOUN.search(found["name"]) or part.view.text.count(found["name"]) < 3:
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _letterhead(part: Part) -> Fact[str] | None:
    """The first line of a letter is its sender's name, if an address stands below it."""
    found = TWO_LINES.match(part.view.text)
    if not found or not ADDRESS.search(found["next"]) or not _is_name(found["name"]):
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _banner(part: Part, header: Header) -> Fact[str] | None:
    """A name above the title is the employer's, if it says what body it is and heads every page, or is "Acme Ltd"."""
    found = FIRST_LINE.match(part.view.text)
    if not found or (header.title and header.title[0] < found.end("name")):
        return None
    name = found["name"]
    last = name.rsplit(" ", 1)[-1].strip(".,")
    if " " not in name or last not in load_bodies() or not PLAIN_NAME.fullmatch(name):
        return None
    if company_key(last) not in LEGAL_FORMS and times_as_a_line(part.view, name) < PAGES:
        return None
    return part.view.fact(name, *found.span("name"))


def _body_of_place(part: Part) -> Fact[str] | None:
    """A document that opens with "CITY OF SPRINGFIELD" is that city's."""
    found = BODY_OF_PLACE.match(part.view.lower)
    return part.view.fact(part.view.words[slice(*found.span("name"))], *found.span("name")) if found else None
