"""Names in facts → rows of Company, Place and Skill, made where they are new.

Most names are known and cost one query a kind. New ones are made one publisher at a time, under a lock
that lasts as long as its transaction: the second publisher then finds what the first has made.
"""

from collections.abc import Collection, Iterable, Sequence

from django.db import connection, models
from django.utils.text import slugify

from postings.facts import Location
from postings.models import Company, CompanyAlias, Place, PlaceAlias, Skill, SkillAlias
from postings.parsing.names import company_key, place_key, skill_key
from postings.stored import SkillRow

ONE_AT_A_TIME = 0x6A6F6273  # an advisory lock; any number that nothing else in this database uses

PlaceKey = tuple[str, str, str]  # country, region, city


def company_id_for(name: str) -> int | None:
    """Return the company that goes by this name; None if there is nothing in it to go by."""
    key = company_key(name)
    if not key:
        return None
    return _company_id(key) or _make_company(name, key)


def _company_id(key: str) -> int | None:
    return CompanyAlias.objects.filter(key=key).values_list("company_id", flat=True).first()


def _make_company(name: str, key: str) -> int:
    _wait_for_turn()
    if made_meanwhile := _company_id(key):
        return made_meanwhile
    company = Company.objects.create(name=name, slug=free_slug(Company, name))
    company.aliases.create(name=name, key=key)
    return company.pk


def place_ids_for(locations: Iterable[Location]) -> dict[Location, int]:
    """Return the place of each location whose country is known."""
    keys = {place: (place.country, place.region, place.city) for place in locations if place.country}
    ids = _place_ids(keys.values())
    missing = [key for key in keys.values() if key not in ids]
    if missing:
        _wait_for_turn()
        ids |= _place_ids(missing)
        for key in missing:
            _make_place(key, ids)
    return {place: ids[key] for place, key in keys.items()}


def _place_ids(keys: Collection[PlaceKey]) -> dict[PlaceKey, int]:
    """Find places by their parts; one that was merged away is found by the name it left behind."""
    if not keys:
        return {}
    anywhere = models.Q()
    for country, region, city in keys:
        anywhere |= models.Q(country=country, region=region, city=city)
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
    slug = free_slug(Place, " ".join(part for part in (city, region, country) if part))
    ids[key] = Place.objects.create(country=country, region=region, city=city, slug=slug, parent_id=parent).pk
    return ids[key]


def skill_ids_for(rows: Sequence[SkillRow]) -> dict[str, int]:
    """Return the skill of each slug; a slug that was merged away leads to the skill it became."""
    ids = _skill_ids([row.slug for row in rows])
    missing = [row for row in rows if row.slug not in ids]
    if missing:
        _wait_for_turn()
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


def free_slug(model: type[models.Model], text: str) -> str:
    """Return a slug for `text` that no other row has: "north", then "north-2"."""
    base = slugify(text)[:70].strip("-") or str(model._meta.model_name)
    taken = set(model._default_manager.filter(slug__startswith=base).values_list("slug", flat=True))
    number = 1
    slug = base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def _wait_for_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
