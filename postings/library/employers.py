"""Invented employers: some that are written down, and as many more as a library wants."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from random import Random

from postings.library.banks import HERE, load_bank
from postings.library.markets import Market, market_table, markets
from postings.library.phrases import pick, spread
from postings.parsing.lexicon import Place, load_places
from postings.parsing.lexicon.tables import read_rows
from postings.vocabulary import Family

COLUMNS = ("name", "industry", "country", "size", "places", "does", "aliases")
WIDE = 20_000  # employers of a big library
HEADS_PER_NAME = 3  # cities in which an employer hires, at most


@dataclass(frozen=True, slots=True)
class Industry:
    name: str
    families: tuple[Family, ...]
    nouns: tuple[str, ...]
    does: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Employer:
    name: str
    industry: Industry
    market: Market
    size: str  # small, medium, large
    places: tuple[Place, ...]  # the first is home
    does: str
    aliases: tuple[str, ...] = ()

    @property
    def domain(self) -> str:
        plain = name_for_addresses(self.name)
        return f"{plain}.example"


@lru_cache(maxsize=65_536)
def name_for_addresses(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = folded.lower().replace("&", "and").replace("'", "")
    letters = (letter if letter.isalnum() else "-" for letter in plain)
    return "-".join(part for part in "".join(letters).split("-") if part)


@cache
def industries() -> dict[str, Industry]:
    found: dict[str, Industry] = {}
    for name, lines in load_bank("industries").sections.items():
        parts = [line.text.split(": ", 1) for line in lines]
        said = {key: value for key, value in parts if key != "does"}
        weights = [entry.split() for entry in said["families"].split(", ")]
        families = spread([Family(family) for family, _ in weights], [float(share) for _, share in weights])
        does = tuple(value for key, value in parts if key == "does")
        found[name] = Industry(name, families, tuple(said["names"].split(" | ")), does)
    return found


@cache
def written_employers() -> tuple[Employer, ...]:
    """In the order of the file, the biggest recruiters first."""
    made: list[Employer] = []
    for row in read_rows(HERE / "employers.tsv", COLUMNS):
        name, industry, country, size, cities, does, aliases = row.cells
        try:
            sites = tuple(load_places()[slug] for slug in cities.split())
            kind, market = industries()[industry], markets()[country]
        except KeyError as missing:
            raise row.fault(f"{missing} is not known") from missing
        made.append(Employer(name, kind, market, size, sites, does, tuple(filter(None, aliases.split("|")))))
    return tuple(made)


@cache
def wide_employers() -> tuple[Employer, ...]:
    """Twenty thousand, made of name parts; the written ones come first."""
    draw = Random(20_000).random  # noqa: S311 - one fixed world of names, nothing secret
    words = load_bank("names").words("parts")
    kinds, table = tuple(industries().values()), market_table()
    made = list(written_employers())
    taken = {employer.name for employer in made}
    while len(made) < WIDE:
        industry = pick(kinds, draw)
        pattern = pick(words["pattern"], draw)
        name = pattern.format(
            first=pick(words["first"], draw),
            last=pick(words["last"], draw),
            family=pick(words["family"], draw),
            other=pick(words["family"], draw),
            town=pick(words["town"], draw),
            noun=pick(industry.nouns, draw),
        )
        if name in taken:
            continue
        taken.add(name)
        market = pick(table, draw)
        sites = tuple(dict.fromkeys(pick(market.places, draw) for _ in range(HEADS_PER_NAME)))
        size = pick(("small", "small", "medium", "medium", "large"), draw)
        made.append(Employer(name, industry, market, size, sites, pick(industry.does, draw)))
    return tuple(made)
