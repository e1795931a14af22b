"""Entries → the same, each in the section that its own words speak for.

Wishes leave the list of needs, needs the end of a list of duties; what is told and not listed is added; what stands
twice stays once.
"""

import re
from collections.abc import Iterator

from postings.parsing.conditions import conditions_in
from postings.parsing.entries import CLOSING, FEWEST_LINES, SHORT_SENTENCE, TOLD, VERDICT, Entry
from postings.parsing.look import look_of
from postings.parsing.offers import with_told_benefits
from postings.parsing.part import LineKind, Part
from postings.parsing.sections import ASKED
from postings.parsing.told_needs import asks, sentences_that_ask
from postings.parsing.unheaded import where_needs_begin
from postings.parsing.wishes import NOTHING_ASKED, is_must, is_wish
from postings.vocabulary import Section

WISH_LABEL = re.compile(
    r"\s*(?:nice[ -]to[ -]haves?|preferred|bonus(?: points)?|plus|desired|desirable|ideally|optional|von vorteil)"
    r"(?: \w+){0,2}\s*[:-]\s",
    re.IGNORECASE,
)
PORTRAIT = frozenset({"about you", "about yourself", "you", "personal attributes", "personality"})
FIRM_NEED = re.compile(
    r"\byears?\b|degree|experience (?:in|with|of)\b|knowledge of|proficien|certificat|diploma|(?:communication|written|verbal|analytical) skills|ability to"
)
MUST = re.compile(
    r"(?:you |candidates? |applicants? )?must (?:have|be|possess|hold)\b(?! (?:able|willing) to (?:travel|lift))",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"#\w[\w-]*\Z|\W*(?:and/or|or|tbd|tba|tbc|to be \w+(?: \w+)?|n/?a|none)\W*\Z", re.IGNORECASE
)
# A bullet amid the needs that is a condition of being hired. "Experience with background checks" is a need.
CHECKED = re.compile(
    r"\W{0,4}(?:you |candidates? |applicants? )?(?:must |should |will )?(?:be |also )?(?:able |willing |required |need )?(?:to )?"
    r"(?:successfully )?(?:pass|undergo|complete|consent to|submit to) (?:an? )?(?:[\w,/-]{1,20} ){0,6}"
    r"(?:background|drug|criminal|fingerprint|reference)[\w -]{0,20}(?:checks?|screen\w*|tests?|investigation|verification)"
)
# What a sentence says of the work; "you will love", "you'll need" and "you will receive" do not.
WILL_DO = re.compile(
    r"\b(?:you(?:'ll| will)|(?:this|the) (?:role|position|job|person|candidate|hire) (?:will|is responsible for))"
    r" (?!be (?:a |an |part|joining|eligible|able|given|paid|offered|asked|comfortable|successful|reporting|based|considered)"
    r"|need|have|get|receive|love|enjoy|find|report|join|thrive|become|learn|see|know|bring|notice|never|gain|feel|fit|also (?:be |have|receive|get)"
    r"|earn|benefit|succeed|grow|not\b|still)"
)
LONGEST_CONDITION = 400  # characters


def placed(part: Part, entries: list[Entry]) -> list[Entry]:
    own = _without_portrait(part, _with_unheaded_requirements(part, list(_by_own_words(part, entries))))
    told = _with_told_conditions(part, _with_told_needs(part, _with_told_duties(part, own)))
    return _each_once(part, with_told_benefits(part, told))


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
        elif entry.section in ASKED and CHECKED.match(part.view.lower, entry.start, entry.end):
            yield entry._replace(section=Section.ELIGIBILITY)
        elif entry.bullet and entry.section in ASKED and MUST.match(text):
            yield entry._replace(section=Section.REQUIRED)
        elif not entry.bullet and entry.section is Section.RESPONSIBILITY and asks(text.lower()):
            yield _as_need(part, entry)
        elif entry.section is Section.REQUIRED and (WISH_LABEL.match(text) or is_wish(text)):
            yield entry._replace(section=Section.PREFERRED)
        else:
            yield entry


def _with_unheaded_requirements(part: Part, entries: list[Entry]) -> list[Entry]:
    """A posting without a list of requirements may have them at the end of its list of duties."""
    duties = [index for index, entry in enumerate(entries) if entry.section is Section.RESPONSIBILITY]
    if any(entry.section is Section.REQUIRED for entry in entries):
        return entries
    cut = where_needs_begin([part.view.lower[entries[index].start : entries[index].end] for index in duties])
    if not cut:
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
        if line.kind is LineKind.PROSE and line.section in (None, Section.RESPONSIBILITY, Section.ABOUT)
        for start, end in part.view.sentences(line.start, line.end)
        if end - start > SHORT_SENTENCE and _tells_a_duty(part.view.lower[start:end], line.section)
    ]
    addressed = any(WILL_DO.search(part.view.lower, one.start, one.end) for one in told)
    return (
        sorted([*entries, *told], key=lambda entry: entry.start) if addressed or len(told) >= 2 else entries
    )


def _tells_a_duty(sentence: str, section: Section | None) -> bool:
    """ "As our baker you will knead" says what one does, behind its "you will", even amid a story about the house."""
    if section is not Section.ABOUT and look_of(sentence).duty > TOLD:
        return True
    found = WILL_DO.search(sentence)
    return found is not None and look_of(sentence[found.end() :]).duty > TOLD


def _with_told_needs(part: Part, entries: list[Entry]) -> list[Entry]:
    """A line of its own that says what one must be, amid prose: "Must be willing to work at night"; and sentences."""
    told = [
        Entry(Section.REQUIRED, line.start, line.end, line.heading, False)
        for line in part.lines
        if line.kind is LineKind.PROSE and is_must(part.lower(line)) and not CLOSING.search(part.text(line))
    ]
    listed = any(entry.section is Section.REQUIRED for entry in entries)
    told += [
        _as_need(part, one)
        for one in sentences_that_ask(part, portraits=not listed)
        if not any(one.start < line.end and line.start < one.end for line in told)
    ]
    told = [
        one for one in told if not any(one.start < entry.end and entry.start < one.end for entry in entries)
    ]
    return sorted([*entries, *told], key=lambda entry: entry.start) if told else entries


def _with_told_conditions(part: Part, entries: list[Entry]) -> list[Entry]:
    """Conditions of being hired stand in sentences of their own more often than in lists."""
    places = conditions_in(part.view.lower)
    told = []
    for line in (line for line in part.lines if places and line.kind is LineKind.PROSE):
        if not any(line.start <= at < line.end for at in places):
            continue
        for start, end in part.view.sentences(line.start, line.end):
            said = any(start <= at < end for at in places) and end - start < LONGEST_CONDITION
            if said and not any(start < entry.end and entry.start < end for entry in entries):
                told.append(Entry(Section.ELIGIBILITY, start, end, line.heading, False))
    return sorted([*entries, *told], key=lambda entry: entry.start) if told else entries


def _without_portrait(part: Part, entries: list[Entry]) -> list[Entry]:
    """ "About you" lists needs, unless another list does and this asks for nothing firm: then it paints a character."""
    required = [entry for entry in entries if entry.section is Section.REQUIRED]
    painted = [entry for entry in required if entry.theme in PORTRAIT]
    firm = any(FIRM_NEED.search(part.view.lower, entry.start, entry.end) for entry in painted)
    if firm or len(painted) in (0, len(required)):
        return entries
    return [entry._replace(section=Section.OTHER) if entry in painted else entry for entry in entries]


def _each_once(part: Part, entries: list[Entry]) -> list[Entry]:
    """Boards print some texts twice; a duty that is asked for once more, word for word, is a need too."""
    said: dict[str, list[Section]] = {}
    once = []
    for entry in entries:
        words = " ".join(part.view.lower[entry.start : entry.end].split())
        before = said.setdefault(words if len(words) > SHORT_SENTENCE else f"{entry.start} {words}", [])
        again = entry.section is Section.REQUIRED and before == [Section.RESPONSIBILITY]
        if not before or (again and look_of(words).need > TOLD):
            once.append(entry)
            before.append(entry.section)
    return once
