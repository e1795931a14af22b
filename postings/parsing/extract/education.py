"""The least schooling that a posting requires. A wish for a degree is no requirement, an equivalent keeps it one."""

import re
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.part import LineKind, Part
from postings.parsing.wording import SOFT
from postings.vocabulary import Education, Section

DEGREES = re.compile(
    r"""(?P<doctorate> \b(?:ph\.?\ ?d\b\.?|doctora(?:te|l)\b|doktor\w*|promotion\b(?=\ in)|m\.d\.|juris\ doctor|j\.d\.|pharm\.?d) )
      | (?P<master> \bmaster(?:'?s?\b|s'?)(?!\ (?:data|plan|schedule|service|agreement|of\ ceremon|electrician|plumber|builder|the|your|our|new|bedroom))(?=\W{0,3}(?:\ ?degree|\ ?level|\ in\b|\ of\b|\ or\b|\ and\b|/|,|\)|;|\.|\ prefer|\ requ|\ strongly|\ a\ plus|\Z|\ \(|-|\ desired|\ is|\ from|\ with|\ program)) | \b(?:m\.?sc?\.?|mba|m\.?a\.|m\.?eng|mph|msw|mfa)\b(?=[\s/,).;]|\Z)(?!\ ?(?:office|excel|word|windows|sql|teams|project|access|dynamics|azure|outlook|powerpoint|visio|365|visual|server|sharepoint)) | \bbac\ ?\+\ ?5 | \bécole\ d'ingénieur\w* | \bdiplôme\ d'ingénieur | \bingénieur\ diplômé | \bmaestría | \bmestrado | \badvanced\ degree | \bgraduate\ degree(?!\ or\ under) | \bpostgraduate )
      | (?P<bachelor> \bbachelor\w*(?:'s?|s')?\b | \bbaccalaureate | \b(?:b\.?sc?\.?|b\.?a\.|b\.?eng|b\.?tech|bs/ba|ba/bs|bba|bfa|bsn|b\.?e\.)\b(?=[\s/,).;]|\Z) | \bB\.?[AS]\b(?=\ (?:degree|in|or|and|from|/)|/) | \bundergraduate\ degree | \bfour[- ]year\ (?:college\ )?degree | \b4[- ]year\ (?:college\ )?degree | \b(?:university|college|uni)\ (?:or\ college\ )?(?:degree|graduate|education|diploma) | \bbac\ ?\+\ ?[34] | \blicence\ (?:en|professionnelle) | \b(?:abgeschlossenes?\ )?(?:hochschul|fachhochschul|universitäts)?studium\b(?=\ (?:der|in|im|mit|oder|bzw)|,|\.|\ \() | \bgrado\ en | \blicenciatura | \btítulo\ universitario | \bgraduação | \bensino\ superior | \blaurea\b | \bdegree\b(?!\ (?:of\ (?:autonomy|accuracy|freedom|independence|confidential|initiative|difficulty|complexity|responsib|detail|flexib|skill|profession|care|ambigu)|programs?|celsius|feedback|view)) | \bdegree-qualified | \bgraduate\ in | \bengineering\ graduate )
      | (?P<associate> \bassociate(?:'?s|s')?\ (?:degree|of\ (?:arts|science))\b | \ba\.?a\.?s?\.?\ degree | \btwo[- ]year\ degree | \b2[- ]year\ degree | \bbac\ ?\+\ ?2 | \bassociate's\b )
      | (?P<high_school> \bhigh[- ]school(?:\ (?:diploma|degree|graduate|education|or))? | \bged\b | \bsecondary\ school | \bg\.e\.d | \bgcses? | \bhs\ diploma | \bmatric\b )""",
    re.VERBOSE | re.IGNORECASE,
)
NONE_NEEDED = re.compile(
    r"\bno (?:formal |specific |college |university )*(?:education\w*|degree|qualifications?)\b[^.\n]{0,30}?(?:require\w*|needed|necessary)|\bno degree\b|\b(?:degree|education) (?:is )?not (?:required|necessary|needed)",
    re.IGNORECASE,
)
NOT_A_DEGREE = re.compile(
    r"\b(?:to a (?:high|great|large)|some|(?:a|with) (?:high|certain|large|significant)|any|varying|360|180|\d+) \Z",
    re.IGNORECASE,
)
PURSUING = re.compile(
    r"\b(?:pursuing|enrolled|working towards?|studying|currently (?:in|completing)|student in|progress towards?|candidates? for)\b",
    re.IGNORECASE,
)
BENEFIT = re.compile(
    r"\b(?:tuition|reimburse|scholarship|assistance|children|our (?:team|founders|people)|support (?:you|your))\b",
    re.IGNORECASE,
)
EQUIVALENT_TO = re.compile(
    r"\b(?:in lieu of|instead of|in place of|substitut\w+ for|lieu of)\b[^.\n]{0,20}\Z", re.IGNORECASE
)
RANK = (Education.HIGH_SCHOOL, Education.ASSOCIATE, Education.BACHELOR, Education.MASTER, Education.DOCTORATE)


def read_education(part: Part) -> Fact[Education] | None:
    if found := NONE_NEEDED.search(part.view.text):
        return part.view.fact(Education.NONE, *found.span())
    needs: list[tuple[bool, Education, int, int]] = []
    wishes: list[tuple[int, int]] = []
    for section, level, start, end, soft in _statements(part):
        if soft or section is Section.PREFERRED:
            wishes.append((start, end))
        else:
            needs.append((section is Section.ELIGIBILITY, level, start, end))
    if needs:
        main = [need for need in needs if not need[0]] or needs
        _, level, start, end = main[0]
        return part.view.fact(level, start, end)
    return part.view.fact(Education.NONE, *wishes[0]) if wishes else None


def _statements(part: Part) -> Iterator[tuple[Section | None, Education, int, int, bool]]:
    """Yield the least degree that each sentence names, with whether it is only wished for."""
    for line in part.lines:
        if line.section in (Section.BENEFIT, Section.ABOUT, Section.PROCESS) or line.kind is LineKind.HEADING:
            continue
        if not DEGREES.search(part.view.text, line.start, line.end):
            continue
        for start, end in part.view.sentences(line.start, line.end):
            yield from _in_sentence(part, line.section, start, end)


def _in_sentence(
    part: Part, section: Section | None, start: int, end: int
) -> Iterator[tuple[Section | None, Education, int, int, bool]]:
    text = part.view.text
    if BENEFIT.search(text, start, end):
        return
    clauses = re.split(r";", text[start:end])
    at = start
    for clause in clauses:
        last = at + len(clause)
        found = [
            one
            for one in DEGREES.finditer(text, at, last)
            if not NOT_A_DEGREE.search(text, max(at, one.start() - 20), one.start())
            and not EQUIVALENT_TO.search(text, max(at, one.start() - 40), one.start())
        ]
        if (
            found
            and not PURSUING.search(text, at, found[0].start())
            and not re.search(r"currently enrolled", clause)
        ):
            soft = SOFT.search(text, at, last)
            firm = [one for one in found if not (soft and _wished(text, one, soft, found))]
            chosen = firm or found
            specific = [one for one in chosen if one.group().lower() != "degree"] or chosen
            least = min(specific, key=lambda one: (RANK.index(Education(str(one.lastgroup))), one.start()))
            yield section, Education(str(least.lastgroup)), least.start(), least.end(), not firm
        at = last + 1


def _wished(text: str, degree: re.Match[str], soft: re.Match[str], found: list[re.Match[str]]) -> bool:
    """ "Bachelor's required, Master's preferred": the wish is for the last degree before its word."""
    if soft.start() < degree.start():
        return True
    between = text[degree.end() : soft.start()]
    if re.search(r"\brequired\b|\bor equivalent experience\b", between, re.IGNORECASE):
        return False
    later = [one for one in found if degree.end() <= one.start() < soft.start()]
    return not (later and "," in text[degree.end() : later[0].start()])
