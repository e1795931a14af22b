"""Skills by slug, with the spellings that documents use for them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from postings.parsing.lexicon.tables import HERE, Row, read_rows

COLUMNS = ("slug", "name", "family", "aliases")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Skill:
    slug: str
    name: str  # as a list shows it: "Negotiation"
    inline: str  # as a sentence says it: "negotiation"
    family: str
    aliases: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.inline, *self.aliases)


@cache
def load_skills(path: Path = HERE / "skills.tsv") -> dict[str, Skill]:
    skills: dict[str, Skill] = {}
    owners: dict[str, str] = {}
    for row in read_rows(path, COLUMNS):
        skill = _skill(row)
        if skill.slug in skills:
            raise row.fault(f"the slug {skill.slug!r} is taken")
        for spelling in skill.spellings:
            owner = owners.setdefault(spelling.casefold(), skill.slug)
            if owner != skill.slug:
                raise row.fault(f"{spelling!r} already names {owner!r}")
        skills[skill.slug] = skill
    return skills


def _skill(row: Row) -> Skill:
    slug, name, family, aliases = row.cells
    if not SLUG.fullmatch(slug):
        raise row.fault(f"{slug!r} is no slug: small letters, digits and single hyphens")
    if not name or not family:
        raise row.fault("a skill needs a name and a family")
    spellings = tuple(alias.strip() for alias in aliases.split("|") if alias.strip())
    return Skill(slug, _as_listed(name), name, family, spellings)


def _as_listed(name: str) -> str:
    """With a capital, except where the small letter is part of the name: "iOS", "gRPC", "dbt", "htmx"."""
    stylised = any(letter.isupper() for letter in name.split()[0]) or len(name) <= 4
    return name if stylised else name[0].upper() + name[1:]
