"""The roles of a family, each with the sentences and skills that fit it, compiled for every standing."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from postings.library.banks import HERE, Bank, Line, Sentence, load_bank, read_sentences
from postings.library.phrases import Mark, Phrase, Pool, Pools, Said, compile_phrase, spread
from postings.library.pools import make_pool
from postings.library.skillmarks import read_skills
from postings.vocabulary import Education, Family, Level

SETTINGS = {"language", "family", "pay", "years", "degrees", "fields", "departments", "common"}
RANKS = {
    Level.INTERN: 0, Level.ENTRY: 1, Level.MID: 2, Level.SENIOR: 3, Level.LEAD: 4, Level.PRINCIPAL: 4,
    Level.MANAGER: 5, Level.HEAD: 6, Level.DIRECTOR: 7, Level.VP: 8, Level.EXECUTIVE: 9,
}  # fmt: skip
LEVEL_WORD = re.compile(
    r"Manager|Head|Director|VP|Vice President|Chief|Lead|Supervisor|Principal|Foreman|Coordinator|"
    r"Leiterin|Leiter|Leitung|Responsable|Directrice|Directeur|Jefe|Jefa|Directora"
)
# Families whose work is done where the patients, pupils, goods or guests are.
AT_SITE = {
    Family.TRADES, Family.HOSPITALITY, Family.HEALTH, Family.OPERATIONS, Family.EDUCATION, Family.SCIENCE,
}  # fmt: skip
VALUES = frozenset({"years", "fewer", "employer", "field"})


@dataclass(frozen=True, slots=True)
class Rung:
    """A role at a level: the title, and where in it the level is stated, if it is."""

    title: str
    level: Level
    stated: tuple[int, int] | None
    skills: tuple[Mark, ...] = ()


@dataclass(frozen=True, eq=False)  # a role is itself: compared and hashed by identity, which is quick
class Role:
    title: str
    family: Family
    language: str
    tracks: frozenset[str]
    pay: float  # thousands of dollars a year, for a mid-level person in the United States
    patience: float  # how its years of experience compare with software's
    rungs: tuple[Rung, ...]
    pools: Pools
    bank: Bank
    common: Bank

    @cached_property
    def degrees(self) -> tuple[Education | None, ...]:
        named = [part.split() for part in self.bank.settings["degrees"].split(", ")]
        kinds = [None if name == "-" else Education(name) for name, _ in named]
        return spread(kinds, [float(weight) for _, weight in named])

    @cached_property
    def fields(self) -> tuple[Said, ...]:
        return tuple(Said(name) for name in self.bank.settings["fields"].split(" | "))

    @cached_property
    def departments(self) -> tuple[str, ...]:
        return tuple(self.bank.settings["departments"].split(" | "))

    def sentences(self, section: str, rank: int) -> tuple[Phrase, ...]:
        """Those of its family."""
        return _sentences(self, self.bank.name, section, rank)

    def general(self, section: str, rank: int) -> tuple[Phrase, ...]:
        """Those that any family may use."""
        return _sentences(self, self.common.name, section, rank)


@cache
def _sentences(role: Role, bank: str, section: str, rank: int) -> tuple[Phrase, ...]:
    phrases = (
        compile_phrase(sentence.text, role.pools, VALUES, read_skills, sentence.theme)
        for sentence in sentences_of(bank, section)
        if sentence.fits(role.tracks, rank)
    )
    return tuple(phrase for phrase in phrases if phrase is not None)


@cache
def sentences_of(bank: str, section: str) -> tuple[Sentence, ...]:
    return read_sentences(load_bank(bank).section(section))


@cache
def family_banks() -> tuple[Bank, ...]:
    banks = (load_bank(path.stem) for path in sorted(HERE.glob("*.txt")))
    return tuple(bank for bank in banks if "family" in bank.settings)


@cache
def roles(language: str) -> dict[Family, tuple[Role, ...]]:
    found: dict[Family, tuple[Role, ...]] = {}
    for bank in family_banks():
        if bank.settings["language"] == language:
            family = Family(bank.settings["family"])
            made = tuple(_role(bank, family, line) for line in bank.section("roles"))
            found[family] = found.get(family, ()) + made
    return found


def _role(bank: Bank, family: Family, line: Line) -> Role:
    cells = [cell.strip() for cell in line.text.split("|")]
    if len(cells) != 5:
        raise line.fault("a role is written: title | ladder or level | tracks | pay factor | pools")
    title, ladder, tracks, factor, own = cells
    pools = {key: value for key, value in bank.settings.items() if key not in SETTINGS}
    pools |= dict(part.strip().split(": ", 1) for part in own.split(";") if part.strip())
    common = load_bank(f"common.{bank.settings['language']}")
    return Role(
        title=title,
        family=family,
        language=bank.settings["language"],
        tracks=frozenset([*tracks.split(), "sitework" if family in AT_SITE else "deskwork"]),
        pay=float(bank.settings["pay"]) * float(factor),
        patience=float(bank.settings["years"]),
        rungs=_rungs(title, ladder, common, line),
        pools={name: _pool(name, slugs, line) for name, slugs in pools.items()},
        bank=bank,
        common=common,
    )


def _pool(name: str, slugs: str, line: Line) -> Pool:
    try:
        return make_pool(name, tuple(slugs.split()))
    except KeyError as missing:
        raise line.fault(f"skills.tsv has no {missing}") from missing


def _rungs(title: str, ladder: str, common: Bank, line: Line) -> tuple[Rung, ...]:
    if ladder in set(Level):
        word = LEVEL_WORD.search(title)
        return (Rung(title, Level(ladder), word.span() if word else None, read_skills(title).marks),)
    steps = common.section(f"ladder {ladder}")
    if not steps:
        raise line.fault(f"{ladder!r} is neither a level nor a ladder")
    made: list[Rung] = []
    weights: list[float] = []
    for step in steps:
        head, pattern = step.text.split(": ", 1)
        level, weight = head.split()
        made.append(_rung(title, pattern, Level(level)))
        weights.append(float(weight))
    return spread(made, weights)


def _rung(title: str, pattern: str, level: Level) -> Rung:
    before, _, after = pattern.partition("{}")
    full = before + title + after
    if before.strip():
        stated = (0, len(before.strip()))
    elif after.strip():
        stated = (len(full) - len(after.strip()), len(full))
    else:
        stated = None
    return Rung(full, level, stated, read_skills(full).marks)
