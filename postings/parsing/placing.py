"""Entries → the same, each in the section that its own words speak for.

Wishes leave the list of needs, needs the end of a list of duties; what is told and not listed is added; what stands
twice stays once.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from postings.parsing.entries import FEWEST_LINES, SHORT_SENTENCE, TOLD, VERDICT, Entry
from postings.parsing.extract.near import stretches_near
from postings.parsing.look import look_of
from postings.parsing.part import LineKind, Part
from postings.parsing.sections import ASKED
from postings.parsing.wishes import NOTHING_ASKED, is_wish
from postings.vocabulary import Section

WISH_LABEL = re.compile(
    r"\s*(?:nice[ -]to[ -]haves?|preferred|bonus(?: points)?|plus|desired|desirable|ideally|optional|von vorteil)"
    r"(?: \w+){0,2}\s*[:-]\s",
    re.IGNORECASE,
)
PORTRAIT = frozenset(
    {"about you", "about yourself", "you", "you are", "who you are", "personal attributes", "personality"}
)
MUST = re.compile(
    r"(?:you |candidates? |applicants? )?must (?:have|be|possess|hold)\b(?! (?:able|willing) to (?:travel|lift))",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"#\w[\w-]*\Z|\W*(?:and/or|or|tbd|tba|tbc|to be \w+(?: \w+)?|n/?a|none)\W*\Z", re.IGNORECASE
)
# "Applicants must reside in Canada", "A background check is required"; not "you must have a degree", which is a need.
CONDITION = re.compile(
    r"""\b(?: (?:applicants?|candidates?|you|employees?|this\ candidate)\ (?:must|may|need\ to|have\ to)\ (?:currently\ |also\ )?(?:reside|live|be\ located|be\ based|be\ an?\ u\.?s\.?\ citizen|be\ (?:legally\ )?(?:authori[sz]ed|eligible)\ to\ work)
        | u\.?s\.?\ citizenship\ (?:is\ )?(?:required|mandatory) | must\ be\ (?:an?\ )?u\.?s\.?\ citizens?
        | (?:legal(?:ly)?\ )?authori[sz](?:ed|ation)\ to\ work\ in\ [^.\n]{2,60}\ (?:is\ )?required
        | (?:background|reference|fingerprint|criminal\ record)\ (?:checks?|screening|investigation)[^.\n]{0,60}\ (?:required|mandatory)
        | (?:contingent|conditional)\ (?:up)?on\ [^.\n]{0,80}(?:background|drug|reference)
        | (?:pass|undergo|complete)\ (?:an?\ )?(?:\w+\ ){0,4}(?:background|drug|fingerprint)\ (?:checks?|test|screen\w*|investigation)
        | applications?\ will\ only\ be\ considered )""",
    re.VERBOSE,
)
CONDITION_HINTS = (
    *(
        "reside",
        "must live",
        "be located",
        "be based",
        "citizen",
        "to work in",
        "eligible to work",
        "background",
    ),
    *("drug ", "fingerprint", "criminal", "reference check", "be considered"),
)
AROUND = 160  # characters on either side of these that such a phrase may take
LONGEST_CONDITION = 400  # characters
NEEDED = 0.6  # a share of one
LEAST_SPLIT = 6  # entries of a list that may hold duties and requirements both


def placed(part: Part, entries: list[Entry]) -> list[Entry]:
    own = _without_portrait(_with_unheaded_requirements(part, list(_by_own_words(part, entries))))
    return _each_once(part, _with_told_conditions(part, _with_told_duties(part, own)))


def _by_own_words(part: Part, entries: list[Entry]) -> Iterator[Entry]:
    """Move wishes out of the list of needs."""
    for entry in entries:
        text = part.view.text[entry.start : entry.end]
        if NOTHING.match(text):
            continue
        if text.endswith(")") and (verdict := VERDICT.search(text)):
            named = Section.REQUIRED if verdict["word"].lower() == "required" else Section.PREFERRED
            yield entry._replace(section=named)
        elif entry.section is Section.REQUIRED and NOTHING_ASKED.search(text):
            yield entry._replace(section=Section.OTHER)
        elif entry.bullet and entry.section in ASKED and MUST.match(text):
            yield entry._replace(section=Section.REQUIRED)
        elif entry.section is Section.REQUIRED and (WISH_LABEL.match(text) or is_wish(text)):
            yield entry._replace(section=Section.PREFERRED)
        else:
            yield entry


def _with_unheaded_requirements(part: Part, entries: list[Entry]) -> list[Entry]:
    """A posting without a list of requirements may have them at the end of its list of duties.

    They begin where what reads like duties before, and like needs behind, is most.
    """
    duties = [index for index, entry in enumerate(entries) if entry.section is Section.RESPONSIBILITY]
    if len(duties) < LEAST_SPLIT or any(entry.section is Section.REQUIRED for entry in entries):
        return entries
    looks = [look_of(part.view.lower[entries[index].start : entries[index].end]) for index in duties]
    nothing = look_of("")  # what a line of unknown words reads like
    leaning = nothing.duty - nothing.need
    gains = list(accumulate((look.duty - look.need - leaning for look in looks), initial=0.0))
    cut = max(range(len(gains)), key=lambda number: (gains[number], -number))
    needs = looks[cut:]
    if cut < FEWEST_LINES or len(needs) < 2 or sum(look.need for look in needs) < NEEDED * len(needs):
        return entries
    behind = set(duties[cut:])
    return [_as_need(part, entry) if index in behind else entry for index, entry in enumerate(entries)]


def _as_need(part: Part, entry: Entry) -> Entry:
    wish = is_wish(part.view.text[entry.start : entry.end])
    return entry._replace(section=Section.PREFERRED if wish else Section.REQUIRED)


def _with_told_duties(part: Part, entries: list[Entry]) -> list[Entry]:
    """A posting that lists no duties may tell them: sentences that clearly say what one does."""
    if len(part.lines) < FEWEST_LINES or any(entry.section is Section.RESPONSIBILITY for entry in entries):
        return entries  # nor does a notice of one paragraph list anything
    told = [
        Entry(Section.RESPONSIBILITY, start, end, line.heading, False)
        for line in part.lines
        if line.kind is LineKind.PROSE and line.section in (None, Section.RESPONSIBILITY)
        for start, end in part.view.sentences(line.start, line.end)
        if end - start > SHORT_SENTENCE and look_of(part.view.lower[start:end]).duty > TOLD
    ]
    return sorted([*entries, *told], key=lambda entry: entry.start) if len(told) >= 2 else entries


def _with_told_conditions(part: Part, entries: list[Entry]) -> list[Entry]:
    """Conditions of being hired stand in sentences of their own more often than in lists."""
    lower = part.view.lower
    near = stretches_near(lower, CONDITION_HINTS, AROUND, AROUND)
    places = [found.start() for stretch in near for found in CONDITION.finditer(lower, *stretch)]
    told = []
    for line in (line for line in part.lines if places and line.kind is LineKind.PROSE):
        if not any(line.start <= at < line.end for at in places):
            continue
        for start, end in part.view.sentences(line.start, line.end):
            said = any(start <= at < end for at in places) and end - start < LONGEST_CONDITION
            if said and not any(start < entry.end and entry.start < end for entry in entries):
                told.append(Entry(Section.ELIGIBILITY, start, end, line.heading, False))
    return sorted([*entries, *told], key=lambda entry: entry.start) if told else entries


def _without_portrait(entries: list[Entry]) -> list[Entry]:
    """ "About you" lists needs, unless another list does: then it paints a character."""
    asked = {entry.theme for entry in entries if entry.section is Section.REQUIRED}
    if len(asked - PORTRAIT) == len(asked) or not asked - PORTRAIT:
        return entries
    return [
        one._replace(section=Section.OTHER)
        if one.theme in PORTRAIT and one.section is Section.REQUIRED
        else one
        for one in entries
    ]


def _each_once(part: Part, entries: list[Entry]) -> list[Entry]:
    """Boards print some texts twice."""
    said: dict[str, Entry] = {}
    for entry in entries:
        words = " ".join(part.view.lower[entry.start : entry.end].split())
        said.setdefault(words if len(words) > SHORT_SENTENCE else f"{entry.start} {words}", entry)
    return list(said.values())
