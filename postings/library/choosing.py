"""Chooses the sentences of a posting: none twice, no theme over and over."""

from collections.abc import Mapping
from functools import cache

from postings.library.brief import Brief
from postings.library.phrases import Draw, Phrase, Said, Telling, compile_phrase, pick, say
from postings.library.roles import RANKS, VALUES, Role, sentences_of
from postings.library.skillmarks import plain
from postings.library.wording import years_said, years_unfilled
from postings.vocabulary import EmploymentType, Level, Section

Line = tuple[str, Said]  # its theme, and what it says
Chosen = Mapping[Section, list[Line]]
MOST_OF_A_THEME = 2


def choose(brief: Brief, draw: Draw) -> Chosen:
    role, rank = brief.role, RANKS[brief.rung.level]
    low, high = brief.years or (0, 0)
    language = role.language
    unfilled = brief.years_placeholder
    values = Telling(
        employer=Said(brief.company),
        field=pick(role.fields, draw),
        years=years_unfilled(language, draw) if unfilled else years_said(low or 2, high, language, draw),
        fewer=Said(_fewer(brief, draw)),
    )
    if brief.short:
        return {Section.REQUIRED: _some(role.sentences("required", rank), 3, draw, values)}
    chosen: dict[Section, list[Line]] = {
        Section.RESPONSIBILITY: _mixed(role, "responsibilities", rank, 4 + int(draw() * 4), draw, values),
        Section.REQUIRED: _required(brief, rank, draw, values),
        Section.PREFERRED: _preferred(brief, rank, draw, values),
        Section.BENEFIT: _benefits(brief, draw, values),
    }  # fmt: skip
    chosen[Section.ELIGIBILITY] = _eligibility(brief, draw, values)
    if draw() < 0.55:
        chosen[Section.PROCESS] = _some(shared(role, "process"), 1 + int(draw() * 2), draw, values)
    # Last, since another employer takes other draws here: a twin keeps all the words above.
    chosen[Section.ABOUT] = _about(brief, draw, values)
    return chosen


def _some(phrases: tuple[Phrase, ...], count: int, draw: Draw, values: Telling) -> list[Line]:
    """Different sentences in a drawn order, at most two of a theme while others are left."""
    size = len(phrases)
    used: set[int] = set()
    themes: dict[str, int] = {}
    lines: list[Line] = []
    for attempt in range(count * 4):
        if len(lines) >= count or len(used) == size:
            break
        index = int(draw() * size)
        if index in used:
            continue
        phrase = phrases[index]
        seen = themes.get(phrase.theme, 0)
        if seen >= MOST_OF_A_THEME and attempt < count * 3:
            continue
        used.add(index)
        themes[phrase.theme] = seen + 1
        lines.append((phrase.theme, say(phrase, draw, values)))
    return lines


def _required(brief: Brief, rank: int, draw: Draw, values: Telling) -> list[Line]:
    role = brief.role
    lines: list[Line] = []
    if brief.years or brief.years_placeholder:
        lines.append(("experience", say(pick(role.sentences("years", rank), draw), draw, values)))
    lines += _mixed(role, "required", rank, 5 + int(draw() * 4), draw, values)
    if brief.degree:
        degree = say(pick(shared(role, f"education {brief.degree.value}"), draw), draw, values)
        lines.insert(0 if draw() < 0.4 else len(lines), ("education", degree))
    return lines


def _preferred(brief: Brief, rank: int, draw: Draw, values: Telling) -> list[Line]:
    chance = draw()
    if chance < 0.12:
        return []
    return _mixed(brief.role, "preferred", rank, 2 + int(draw() * 3), draw, values)


def _mixed(role: Role, section: str, rank: int, count: int, draw: Draw, values: Telling) -> list[Line]:
    """The family's own sentences, now and then with one that fits any work; more of these for who leads."""
    chance = draw()
    others = (2 if chance < 0.6 else 1) if rank >= RANKS[Level.MANAGER] else int(chance < 0.3)
    general = _some(role.general(section, rank), others, draw, values) if others else []
    own = _some(role.sentences(section, rank), count - len(general), draw, values)
    return own + general


def _about(brief: Brief, draw: Draw, values: Telling) -> list[Line]:
    role, lines = brief.role, []
    if draw() < 0.9:
        does = brief.employer.does
        if role.language == "en":
            lines.append(("employer", Said(f"{brief.company} {does}")))
        else:
            lines += _some(shared(role, "about"), 1, draw, values)
        size = shared(role, f"size {brief.employer.size}")
        if size and draw() < 0.7:
            lines.append(("employer", say(pick(size, draw), draw, values)))
    if draw() < 0.45:
        lines += _some(shared(role, "equal"), 1, draw, values)
    return lines


def _benefits(brief: Brief, draw: Draw, values: Telling) -> list[Line]:
    if draw() < 0.1:
        return []
    lines = _some(shared(brief.role, f"benefits {brief.market.country}"), 2, draw, values)
    lines += _some(shared(brief.role, "benefits"), 4 - len(lines) // 2 + int(draw() * 2), draw, values)
    if brief.type in (EmploymentType.INTERNSHIP, EmploymentType.TEMPORARY, EmploymentType.CONTRACT):
        return lines[:4]
    for name, chance in (("bonus", 0.2), ("equity", 0.3 if brief.role.pay > 100 else 0.03)):
        if draw() < chance:
            lines.append((name, say(pick(shared(brief.role, name), draw), draw, values)))
    return lines


def _eligibility(brief: Brief, draw: Draw, values: Telling) -> list[Line]:
    lines = (
        _some(shared(brief.role, "eligibility"), 1 + int(draw() * 2), draw, values) if draw() < 0.4 else []
    )
    if brief.visa:
        lines.append(("visa", say(pick(shared(brief.role, f"visa {brief.visa.value}"), draw), draw, values)))
    if brief.extra:
        lines.append(("notice", Said(brief.extra)))
    return lines


def _fewer(brief: Brief, draw: Draw) -> str:
    low = brief.years[0] if brief.years else 4
    few = max(2, min(low // 2, 5 if brief.rung.level is not Level.EXECUTIVE else 8))
    return f"{few}+" if draw() < 0.5 else f"at least {few}" if brief.role.language == "en" else str(few)


@cache
def shared(role: Role, section: str) -> tuple[Phrase, ...]:
    """Sentences of the language rather than of the family; no skill is meant in them."""
    made = (
        compile_phrase(sentence.text, {}, VALUES, plain, sentence.theme)
        for sentence in sentences_of(role.common.name, section)
        if not sentence.tracks or sentence.tracks & role.tracks
    )
    return tuple(phrase for phrase in made if phrase is not None)
