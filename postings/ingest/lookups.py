"""Names in facts → rows of Company, Place and Skill, made where they are new.

Most names are known and cost one query a kind. New ones are made one publisher at a time, under a lock
that lasts as long as its transaction: the second publisher then finds what the first has made.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, count

from django.db import connection, models
from django.db.models import Func, Q, Value
from django.utils.text import slugify

from postings.facts import Location
from postings.models import Company, CompanyAlias, Place, PlaceAlias, Skill, SkillAlias
from postings.parsing.names import company_key, place_key, skill_key
from postings.stored import SkillRow

ONE_AT_A_TIME = 0x6A6F6273  # an advisory lock; any number that nothing else in this database uses

PlaceKey = tuple[str, str, str]  # country, region, city


def company_ids_for(names: Iterable[str]) -> dict[str, int]:
    """Return the company that goes by each name; a name with nothing in it to go by has none."""
    keys = {name: key for name in names if (key := company_key(name))}
    ids = _company_ids(keys.values())
    if missing := {key: name for name, key in keys.items() if key not in ids}:
        wait_for_turn()
        ids |= _company_ids(missing)
        ids |= _make_companies({key: name for key, name in missing.items() if key not in ids})
    return {name: ids[key] for name, key in keys.items()}


def _company_ids(keys: Collection[str]) -> dict[str, int]:
    return dict(CompanyAlias.objects.filter(key__in=keys).values_list("key", "company_id")) if keys else {}


def _make_companies(names: dict[str, str]) -> dict[str, int]:
    slugs = free_slugs(Company, names.values())
    made = Company.objects.bulk_create(Company(name=name, slug=slugs[name]) for name in names.values())
    ids = dict(zip(names, (company.pk for company in made), strict=True))
    CompanyAlias.objects.bulk_create(
        CompanyAlias(company_id=ids[key], name=name, key=key) for key, name in names.items()
    )
    return ids


def place_ids_for(locations: Iterable[Location]) -> dict[Location, int]:
    """Return the place of each location whose country is known."""
    keys = {place: (place.country, place.region, place.city) for place in locations if place.country}
    ids = _place_ids(keys.values())
    missing = [key for key in keys.values() if key not in ids]
    if missing:
        wait_for_turn()
        ids |= _place_ids(missing)
        for key in missing:
            _make_place(key, ids)
    return {place: ids[key] for place, key in keys.items()}


def _place_ids(keys: Collection[PlaceKey]) -> dict[PlaceKey, int]:
    """Find places by their parts; one that was merged away is found by the name it left behind."""
    if not keys:
        return {}
    anywhere = Q()
    for country, region, city in keys:
        anywhere |= Q(country=country, region=region, city=city)
    rows = Place.objects.filter(anywhere).values_list("country", "region", "city", "pk")
    ids = {(country, region, city): pk for country, region, city, pk in rows}
    merged = {place_key(" ".join(reversed(key))): key for key in keys if key not in ids}
    if merged:
        aliases = PlaceAlias.objects.filter(key__in=merged).values_list("key", "place_id")
        ids |= {merged[alias]: pk for alias, pk in aliases}
    return ids


def _make_place(key: PlaceKey, ids: dict[PlaceKey, int]) -> int:
    """Make a place and, first, the places that it lies in."""
    if key in ids or (known := _place_ids([key])):
        return ids.setdefault(key, ids.get(key) or known[key])
    country, region, city = key
    parent: int | None = None
    if city or region:
        parent = _make_place((country, region, "") if city and region else (country, "", ""), ids)
    name = " ".join(part for part in (city, region, country) if part)
    slug = free_slugs(Place, [name])[name]
    ids[key] = Place.objects.create(country=country, region=region, city=city, slug=slug, parent_id=parent).pk
    return ids[key]


def skill_slugs(names: Iterable[str]) -> dict[str, str]:
    """Return the slug of each skill that somebody names, of a known one by any of its names."""
    keys = {name: skill_key(name) for name in names}
    known = dict(SkillAlias.objects.filter(key__in=keys.values()).values_list("key", "skill__slug"))
    new = free_slugs(Skill, [name for name, key in keys.items() if key not in known])
    return {name: known.get(key) or new[name] for name, key in keys.items()}


def skill_ids_for(rows: Sequence[SkillRow]) -> dict[str, int]:
    """Return the skill of each slug; a slug that was merged away leads to the skill it became."""
    ids = _skill_ids([row.slug for row in rows])
    missing = [row for row in rows if row.slug not in ids]
    if missing:
        wait_for_turn()
        ids |= _skill_ids([row.slug for row in missing])
        for row in missing:
            if row.slug not in ids:
                ids[row.slug] = _make_skill(row)
    return ids


def _skill_ids(slugs: Sequence[str]) -> dict[str, int]:
    ids = dict(Skill.objects.filter(slug__in=slugs).values_list("slug", "pk"))
    keys = {skill_key(slug): slug for slug in slugs if slug not in ids}
    if keys:
        merged = SkillAlias.objects.filter(key__in=keys).values_list("key", "skill_id")
        ids |= {keys[key]: pk for key, pk in merged}
    return ids


def _make_skill(row: SkillRow) -> int:
    skill = Skill.objects.create(slug=row.slug, name=row.name)
    words = {skill_key(row.slug): row.slug, skill_key(row.name): row.name}
    taken = set(SkillAlias.objects.filter(key__in=words).values_list("key", flat=True))
    SkillAlias.objects.bulk_create(
        SkillAlias(skill=skill, name=name, key=key) for key, name in words.items() if key and key not in taken
    )
    return skill.pk


def free_slugs(model: type[models.Model], texts: Iterable[str]) -> dict[str, str]:
    """Return a slug for each text that no row and no other text has: "north", then "north-2"."""
    bases = {text: slugify(text)[:70].strip("-") or str(model._meta.model_name) for text in texts}
    unnumbered = Func("slug", Value("-[0-9]+$"), Value(""), function="regexp_replace")
    alike = model._default_manager.annotate(unnumbered=unnumbered).filter(
        Q(slug__in=bases.values()) | Q(unnumbered__in=bases.values())
    )
    taken = set(alike.values_list("slug", flat=True))
    slugs = {}
    for text, base in bases.items():
        numbered = (f"{base}-{number}" for number in count(2))
        slugs[text] = next(slug for slug in chain([base], numbered) if slug not in taken)
        taken.add(slugs[text])
    return slugs


def wait_for_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
