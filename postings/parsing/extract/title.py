"""The role's own name: from the head of the posting, else from the sentence that says whom it is about."""

import re

from postings.facts import Fact
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.part import LineKind, Part

# "(R12345)", "[Remote] ", "- $120k", "🚀": what boards hang on a title.
BEFORE = re.compile(
    r"[\W_]+|what does an? |(?:job title|position title|title|position|role|hiring|we are hiring)\s*:\s*",
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
NAME = r"(?P<title>(?:[A-Z][\w/&+#.'()-]*|\d[\w.]*|of|and|&|/|-|\+|,(?= [A-Z])|for|in)(?: (?:[A-Z][\w/&+#.'()-]*|of|and|&|/|-|for|the|II|III|IV|I))*)"
SEEKING = re.compile(
    r"(?:(?:seeking|hiring|looking for|recruiting|recherch\w+|suchen|sucht|recruits?|role of|position of|position for|opening for|as|als|busca(?:mos)?)"
    r"(?: (?:an?|the|our next|our|new|einen?|un|une|un\(e\)|for|full-time|part-time|experienced|talented|skilled|passionate|motivated|highly|driven|dynamic|professional|innovative|and|strong|senior-level|exceptional))*) "
    + NAME
)
ROLE_OF = re.compile(
    r"\b(?:[Tt]he )?(?:role|position) of (?:an? |the )?(?P<title>[A-Z][^.,;:\n]{3,80}?) (?:is|has|at|will|within|involves|demands|encompasses|requires)\b"
)
COMPANY_AFTER = re.compile(r"\s+(?:at|@|bei|chez)\s+(?P<organization>[A-Z][\w&.' -]{1,50})\Z")
SHORTEST, LONGEST = 3, 130


def read_title(part: Part, header: Header) -> Fact[str] | None:
    if header.title:
        return _titled(part, *header.title)
    return _from_prose(part)


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


def _from_prose(part: Part) -> Fact[str] | None:
    """Read "We are seeking a Senior Accountant to …" in the first paragraphs, or a heading that names a job."""
    found = ROLE_OF.search(part.view.text, 0, 3000)
    if found and JOB_NOUN.search(found["title"]):
        return _titled(part, *found.span("title"))
    for found in SEEKING.finditer(part.view.text, 0, 6000):
        start, end = found.span("title")
        nouns = list(JOB_NOUN.finditer(part.view.text, start, end))
        if nouns and found["title"][0].isupper() and len(found["title"]) < 80:
            return _titled(part, start, _title_end(part.view.text, nouns[-1].end(), end))
    for line in part.lines[:12]:
        if line.kind is LineKind.HEADING and JOB_NOUN.search(part.text(line)) and line.section is None:
            return _titled(part, line.start, line.end)
    return None


def _title_end(text: str, noun_end: int, end: int) -> int:
    """Keep "Engineer II", "Manager, Sales"; drop what joins the next clause: "Engineer for our Berlin team"."""
    tail = re.compile(
        r"(?: (?:I{1,3}|IV|V|\d))?(?:,? (?:of )?[A-Z][\w&/]+(?: (?:and|&) [A-Z]\w+)?){0,3}"
    ).match(text, noun_end, end)
    return tail.end() if tail else noun_end
