"""What the words of a question mean in this library: rows for slugs and names, skills for their aliases.

A plan names things as addresses do. Here all its names are looked up, in one query a table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from django.db import connection
from django.db.models import Model, Q

from postings.models import Company, CompanyAlias, Place, PlaceAlias, Skill
from postings.parsing.lexicon import load_skills
from postings.parsing.names import company_key, place_key, skill_key
from postings.query.plan import All, Chosen, Either, Named, Node, Not, Phrase, Plan, Word, leaves
from postings.search.place_names import parts_named

LONGEST_NAME = 4  # words of a skill that are looked up together: "site reliability engineering tools"
ALIASES = "SELECT key, skill_id FROM postings_skillalias WHERE key = ANY(%s)"
TABLES: dict[str, type[Model]] = {"company": Company, "place": Place, "skill": Skill}


@dataclass(frozen=True, slots=True)
class Meanings:
    """Numbers of rows: by dimension and slug, by dimension and name, and of skills by their key."""

    slugs: dict[tuple[str, str], int] = field(default_factory=dict)
    names: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    skills: dict[str, int] = field(default_factory=dict)

    def values(self, chosen: Chosen) -> list[int | str]:
        """Return what the index knows the chosen values by; a slug that nothing goes by is none of them."""
        table = chosen.dimension
        if table not in TABLES:
            return list(chosen.values)
        return [self.slugs[table, slug] for slug in chosen.values if (table, slug) in self.slugs]


def meanings_of(*plans: Plan) -> Meanings:
    texts = [plan.text for plan in plans if plan.text]
    nodes: list[Node] = [node for plan in plans for node in plan.conditions]
    nodes += [node for text in texts for node in leaves(text)]
    found = Meanings()
    for table in TABLES:
        slugs = {
            slug
            for node in nodes
            if isinstance(node, Chosen) and node.dimension == table
            for slug in node.values
        }
        if slugs:
            rows = TABLES[table]._default_manager.filter(slug__in=slugs).values_list("slug", "pk")
            found.slugs.update({(table, slug): pk for slug, pk in rows})
    for node in nodes:
        if isinstance(node, Named) and node.dimension != "skill":
            found.names[node.dimension, node.name] = list(_rows_named(node))
    found.skills.update(_skills_by_key({key for text in texts for key in _skill_keys(text)}))
    return found


def _skills_by_key(keys: set[str]) -> dict[str, int]:
    """Find skills by a name that this library gives them, or else by one that the lexicon does."""
    if not keys:
        return {}
    known = lexicon_aliases()
    slugs = {key: skill_key(known[key]) for key in keys if key in known}
    with connection.cursor() as cursor:
        cursor.execute(ALIASES, [list(keys | set(slugs.values()))])
        rows = dict(cursor.fetchall())
    found = {key: rows[slug] for key, slug in slugs.items() if slug in rows}
    return found | {key: rows[key] for key in keys if key in rows}


@cache
def lexicon_aliases() -> dict[str, str]:
    """Return the slug of each skill of the lexicon by the keys of all its names."""
    return {
        skill_key(name): skill.slug
        for skill in load_skills().values()
        for name in (skill.name, *skill.aliases)
    }


def _rows_named(named: Named) -> Iterable[int]:
    match named.dimension:
        case "company":
            key = company_key(named.name)
            aliases = CompanyAlias.objects.filter(key__startswith=key) if key else CompanyAlias.objects.none()
            return aliases.values_list("company_id", flat=True).distinct()
        case _:
            return _places_named(named.name)


def _places_named(name: str) -> Iterable[int]:
    """Return the places that go by a name, those that only this library knows among them."""
    known = Q(pk__in=PlaceAlias.objects.filter(key=place_key(name)).values("place_id"))
    known |= Q(city__iexact=name) | Q(region__iexact=name, city="")
    for country, region, city in parts_named(name):
        known |= Q(country=country, region=region, city=city)
    return Place.objects.filter(known).values_list("pk", flat=True)


def runs(nodes: tuple[Node, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield each run of plain words that might name a skill, longer ones later: begin, end and key."""
    for start, first in enumerate(nodes):
        words = []
        for node in nodes[start : start + LONGEST_NAME]:
            if not (isinstance(node, Word) and isinstance(first, Word) and node.zone is first.zone):
                break
            words.append(node.typed)
            yield start, start + len(words), skill_key(" ".join(words))


def _skill_keys(text: Node) -> Iterator[str]:
    match text:
        case Word() | Phrase():
            yield key_of(text)
        case Named("skill"):
            yield key_of(text)
        case All(nodes) | Either(nodes):
            yield from (key for _, _, key in runs(nodes))
            for node in nodes:
                yield from _skill_keys(node)
        case Not(node):
            yield from _skill_keys(node)


def key_of(said: Word | Phrase | Named) -> str:
    """Return the key of the skill that goes by these words, if any does."""
    match said:
        case Named(_, name):
            return skill_key(name)
        case Word(typed=typed):
            return skill_key(typed)
        case Phrase(words):
            return skill_key(" ".join(word.typed for word in words))
