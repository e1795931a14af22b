"""The employer: from the head, else the name that the sentences themselves use for it.

Candidates are weighed by how plainly a sentence says "this is us": a name that is only mentioned (a client,
a tool, a partner) is none.
"""

import re
from collections import Counter

from postings.facts import Fact
from postings.parsing.gazetteer import places_in
from postings.parsing.header import JOB_NOUN, Header
from postings.parsing.lexicon.not_employers import load_not_employers
from postings.parsing.names import company_key
from postings.parsing.part import Part

WORD = r"(?:[A-Z][\w&.'’+-]*|[a-z]+[A-Z][\w.]*|\d+[A-Z]\w*)"
NAME = rf"(?P<name>{WORD}(?: (?:{WORD}|of|and|&|the|for|de|du|der|und)(?= )| {WORD})*)"
FORMS = r"(?:,? (?:Inc|LLC|Ltd|GmbH|AG|Corp|Co|PLC|plc|S\.A|AB|BV|LP|LLP)\b\.?)?"
SUFFIX = (
    r"(?:Trust|Foundation|Hospitals?|University|College|Bank|Group|Council|Institute|Museum|Schools?|Society|Partners|Holdings|"
    r"Technologies|Solutions|Systems|Consulting|Services|Laboratories|Labs|Inc|INC|LLC|LLP|Ltd|GmbH|AG|Corporation|Corp|B\.V|S\.A|AB|AS|plc|PLC)"
)
# Each says who is speaking, with how much weight it has.
SAYINGS = (
    (6, rf"\b(?:[Aa]s an? [^.\n]{{3,80}}? (?:at|with|for|here at) ){NAME}"),
    (
        5,
        rf"(?:^|[.!?\n]\s*|\b)(?:[Hh]ere )?[Aa]t {NAME},? (?:we|you|our|I|everyone|people|it)(?:'ve|'re|'ll)?\b",
    ),
    (
        5,
        rf"(?:^|[.!?:*]\s*)(?:The )?{NAME}{FORMS}(?: \([^()\n]{{2,40}}\))?,? (?:is|are) (?:currently |now |actively |also )?(?:seeking|looking|hiring|recruiting|searching)\b",
    ),
    (5, rf"(?:^|[.!?:*]\s*)(?:The )?{NAME}{FORMS} invites (?:applications|qualified)"),
    (
        5,
        rf"(?:^|[.!?:*]\s*){NAME}{FORMS} (?:is|are) (?:proud to be |committed to being )?an? (?:affirmative action|equal|Equal|EEO|E\.O)",
    ),
    (
        4,
        rf"(?:^|[.!?:*]\s*){NAME}{FORMS},? (?:has an? (?:\w+ ){{0,4}}(?:opportunity|opening|position)|seeks|recrute|sucht|busca)\b",
    ),
    (
        4,
        rf"\b[Jj]oin(?:ing)? (?:the team at |us at )?{NAME}(?:'s? team)?(?= (?:as|and|team|to|in|is|means)|[,.!:\n])",
    ),
    (
        4,
        rf"^[#*_ ]*(?:About|ABOUT|Über|Why|Who is|Life at|Working at|À propos de|Sobre) {NAME}{FORMS}[ :?*_]*$",
    ),
    (
        3,
        rf"(?:^|[.!?:*]\s*){NAME}{FORMS}(?: \([^()\n]{{2,40}}\))?,? (?:is|are|was) (?:an?|the|one of|on a mission|building|revolutionizing|transforming|committed|dedicated|leading|founded|widely|headquartered|owned|ein|eine|une?)\b",
    ),
    (
        2,
        rf"(?:^|[.!?:*]\s*){NAME}{FORMS} (?:provides|offers|specializes|develops|builds|helps|delivers|believes|values|does not|participates|will|has|was founded|empowers|embraces|welcomes|celebrates|makes|creates|operates|supports|enables|reserves|encourages|complies)\b",
    ),
    (
        3,
        rf"\b(?:career|careers|work|working|life|opportunity|opportunities|position|role|team|employment|benefits|culture|employees) (?:at|with) {NAME}(?=[ ,.!:;\n])",
    ),
    (4, rf"\b(?:applying to|apply to|applicant to) {NAME}(?=[ ,.!:;\n])"),
    (
        2,
        rf"\b{NAME}(?:'s|') (?:mission|team|culture|platform|products?|customers|values|employees|vision|engineering|network|commitment|technology)\b",
    ),
    # A name that says what kind of body it is needs less: it has only to stand where a sentence is about it.
    (
        4,
        rf"(?:^|[.!?:]\s+|\b[Ww]e are |\b[Ww]ir sind )(?:The |the )?(?P<name>{WORD}(?: (?:{WORD}|of|and|&))*? ?,? {SUFFIX}\b\.?)(?= [a-z(]|,)",
    ),
    (
        5,
        r"\A\s*(?P<name>(?:CITY|COUNTY|TOWN|STATE|VILLAGE|City|County|Town|State|University|UNIVERSITY) (?:OF|of) [A-Z][\w ]{2,40}?)[ ]*$",
    ),
)
PATTERNS = tuple((weight, re.compile(pattern, re.MULTILINE)) for weight, pattern in SAYINGS)
LEAST_WEIGHT = 4
ENOUGH = 60


def read_organization(part: Part, header: Header) -> Fact[str] | None:
    if header.organization:
        start, end = _bare(part, *header.organization)
        if start < end:
            return part.view.fact(" ".join(part.view.words[start:end].split()), start, end)
    return (
        _below_title(part, header)
        or _beside_place(part, header)
        or _before_title(part, header)
        or _letterhead(part, header)
        or _from_sentences(part)
    )


PREFIX = re.compile(r"(?P<name>[A-Z][\w.&' -]{1,40}?):\s+(?=[A-Z])")


BESIDE_PLACE = re.compile(
    r"[ ]*\n+[ ]*(?P<name>[^\n|·]{2,60}?)[ ]*(?:[|·]|[ ]-[ ]|,[ ](?=[A-Z][\w .]+\n))[^\n]{2,100}(?=\n|\Z)"
)


def _beside_place(part: Part, header: Header) -> Fact[str] | None:
    """ "Acme Ltd | Boise, ID | Full time" below the title: the employer stands first."""
    found = BESIDE_PLACE.match(part.view.text, header.below_title) if header.below_title else None
    if not found or not NAME_LINE.fullmatch(found["name"]) or JOB_NOUN.search(found["name"]):
        return None
    words = found["name"].casefold().split()
    if all(word in load_not_employers() for word in words) or places_in(found["name"]):
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _before_title(part: Part, header: Header) -> Fact[str] | None:
    """ "Acme: Data Analyst" names the employer, if the text goes on to speak of Acme."""
    found = PREFIX.match(part.view.text, *header.title) if header.title else None
    if not found or JOB_NOUN.search(found["name"]) or part.view.text.count(found["name"]) < 3:
        return None
    return part.view.fact(found["name"], *found.span("name"))


def _bare(part: Part, start: int, end: int) -> tuple[int, int]:
    words = part.view.text[start:end]
    lead = re.match(r"[\s\"'*_#|-]*", words)
    return start + (lead.end() if lead else 0), start + len(words.rstrip(" \"'*_#|,-"))


def _below_title(part: Part, header: Header) -> Fact[str] | None:
    """On a pasted advertisement the line below the title is the employer, if a place or a pay line follows it."""
    if not header.below_title:
        return None
    found = re.compile(r"[ ]*\n+[ ]*(?P<name>[^\n]{2,60}?)[ ]*\n+[ ]*(?P<next>[^\n]{2,60})").match(
        part.view.text, header.below_title
    )
    if not found:
        return None
    name, below = found["name"], found["next"]
    place = re.search(r",\s*[A-Z]{2}\b|,\s*[A-Z][a-z]+$|\bremote\b|^[$£€]", below, re.IGNORECASE)
    plain = re.fullmatch(rf"{WORD}(?: (?:{WORD}|of|and|&|the|for))*,?(?: (?:Inc|LLC|Ltd|GmbH)\.?)?", name)
    if (
        place
        and plain
        and not JOB_NOUN.search(name)
        and ":" not in name
        and not name.isupper() | (name.casefold() in load_not_employers())
    ):
        return part.view.fact(name, *found.span("name"))
    return None


def _from_sentences(part: Part) -> Fact[str] | None:
    weights: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for weight, pattern in PATTERNS:
        for count, found in enumerate(pattern.finditer(part.view.text)):
            if count > ENOUGH:
                break
            start, end = _trimmed_name(part, *found.span("name"))
            if end <= start:
                continue
            key = company_key(part.view.text[start:end])
            if not key:
                continue
            weights[key] += weight
            if key not in first or end - start < first[key][1] - first[key][0]:
                first.setdefault(key, (start, end))
    if not weights:
        return None
    best = min(weights, key=lambda key: (-weights[key], first[key]))
    if weights[best] < LEAST_WEIGHT:
        return None
    start, end = first[best]
    return part.view.fact(" ".join(part.view.words[start:end].split()), start, end)


ADDRESS = re.compile(r"\d{1,6} [A-Z][\w .]+,|,\s*[A-Z]{2} \d{5}\b|\(\d{3}\) ?\d{3}-\d{4}|[\w.]+@[\w.]+\.\w+")
NAME_LINE = re.compile(rf"{WORD}(?: (?:{WORD}|of|and|&|the|for|de))*,?(?: (?:Inc|LLC|Ltd|GmbH)\.?)?")


def _letterhead(part: Part, header: Header) -> Fact[str] | None:
    """The first line of a letter is its sender's name, if an address stands below it."""
    found = re.compile(r"\s*(?P<name>[^\n]{3,60}?)[ ]*\n+[ ]*(?P<next>[^\n]{3,90})").match(part.view.text)
    if (
        found
        and NAME_LINE.fullmatch(found["name"])
        and ADDRESS.search(found["next"])
        and not JOB_NOUN.search(found["name"])
    ):
        return part.view.fact(found["name"], *found.span("name"))
    return None


TAIL = re.compile(r"(?:'s|'|\.| (?:of|and|&|the|for|de|du|der|und|is|are|a))+\Z")
NUMBERED = re.compile(r"\w*\d{3,}\w*\s+")
GLUE = re.compile(r"(?<=[a-z])[A-Z](?=[a-z])|(?<=[a-z]{3}\. )[A-Z]|(?<=[a-z] )The (?=[A-Z])")
ARTICLE = re.compile(
    r"(?:The|Here|At|Why|About|Join|As|With|And|But|While|When|Since|In|For|Our|Hello) (?=[A-Z])"
)


def _trimmed_name(part: Part, start: int, end: int) -> tuple[int, int]:
    text = part.view.text
    while lead := (ARTICLE.match(text, start, end) or NUMBERED.match(text, start, end)):
        start = lead.end()
    while tail := TAIL.search(text, start, end):
        end = tail.start()
    for glue in GLUE.finditer(text, start, end):  # "SummaryWe", "OnLooker": a line break was lost
        before = (
            text[text.rfind(" ", start, glue.start()) + 1 : glue.start()]
            if " " in text[start : glue.start()]
            else text[start : glue.start()]
        )
        if glue.group() == "The ":
            start = glue.end()
        elif (
            before.strip(". ").casefold() in load_not_employers()
            or text[glue.start() - 2 : glue.start()] == ". "
        ):
            start = glue.start()
    words = text[start:end]
    if not words or len(words) > 60:
        return start, start
    parts = words.casefold().split()
    if all(word.strip(".,'") in load_not_employers() for word in parts) or parts[0] in (
        "our",
        "your",
        "we",
        "you",
        "this",
        "these",
        "my",
    ):
        return start, start
    if JOB_NOUN.search(words) and not re.search(
        r"(?:Inc|LLC|Ltd|GmbH|Group|Partners|Associates|Consult)", words
    ):
        return start, start
    return start, end
