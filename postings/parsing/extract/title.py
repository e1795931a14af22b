"""The role's own name: from the head of the posting, else from the sentence that says whom it is about."""

import re

from postings.facts import Fact
from postings.parsing.extract.title_sentences import role_in_sentences
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.part import LineKind, Part

# "(R12345)", "[Remote] ", "- $120k", "🚀": what boards hang on a title.
BEFORE = re.compile(
    r"[\W_]+|what does an? |(?:job title|position title|job description|position description|role description|job posting|job opening|job opportunity|vacancy|performance profile|title|position|role|opening|now hiring|hiring|we are hiring|we're hiring)\s*(?::|-(?=\s))\s*",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"""\s*(?: [\[(] (?-i: [^\[\]()a-z]{0,20} ) \d{4,} [^\[\]()]{0,20} [\])]          # a requisition in brackets
      | [-|,#]?\s* (?:req|requisition|job|jr|ref|id|no|vacancy)[-.:# ]* [a-z]{0,3}[-_]?\d{3,}\w*
      | [-|,]?\s* [$£€]\s?\d[\d,.kK]* (?:\s*-\s*[$£€]?\s?\d[\d,.kK]*)? [^\n]{0,12}
      | \[ [^\[\]]{1,30} \]
      | [\s\-|,:;*_.!🚀🔥⭐✨]+ )\Z""",
    re.VERBOSE | re.IGNORECASE,
)
SHORTEST, LONGEST = 3, 130


def read_title(part: Part, header: Header) -> Fact[str] | None:
    if header.title:
        return _titled(part, *header.title)
    if said := role_in_sentences(part):
        return _titled(part, *said)
    return _in_a_heading(part)


def _titled(part: Part, start: int, end: int) -> Fact[str] | None:
    text = part.view.text
    while (lead := BEFORE.match(text, start, end)) and lead.end() < end and text[start] not in "(.\"'":
        start = lead.end()
    while tail := AFTER.search(text, start, end):
        if tail.start() <= start or tail.start() == end:
            break
        end = tail.start()
    if not SHORTEST <= end - start <= LONGEST * 2:
        return None
    return part.view.fact(" ".join(part.view.words[start:end].split()), start, end)


def _in_a_heading(part: Part) -> Fact[str] | None:
    for line in part.lines[:12]:
        if line.kind is LineKind.HEADING and line.section is None and JOB_NOUN.search(part.text(line)):
            return _titled(part, line.start, line.end)
    return None
