"""The role's own name: from the head of the posting, else from the sentence that says whom it is about."""

from postings.facts import Fact
from postings.parsing.extract.title_marks import without_marks
from postings.parsing.extract.title_sentences import role_in_sentences
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.part import LineKind, Part

SHORTEST, LONGEST = 3, 130


def read_title(part: Part, header: Header) -> Fact[str] | None:
    if header.title:
        return _titled(part, *header.title)
    if said := role_in_sentences(part):
        return _titled(part, *said)
    return _in_a_heading(part)


def _titled(part: Part, start: int, end: int) -> Fact[str] | None:
    start, end = without_marks(part.view.text, start, end)
    if not SHORTEST <= end - start <= LONGEST * 2:
        return None
    return part.view.fact(" ".join(part.view.words[start:end].split()), start, end)


def _in_a_heading(part: Part) -> Fact[str] | None:
    for line in part.lines[:12]:
        if line.kind is LineKind.HEADING and line.section is None and JOB_NOUN.search(part.text(line)):
            return _titled(part, line.start, line.end)
    return None
