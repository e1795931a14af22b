"""Names of companies, places and skills: another spelling, or two rows that are one.

A word belongs to one row only: the database holds its key unique, so a clash or a loop cannot be stored.
Here they are refused in words.
"""

from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction

from postings.ingest import clock
from postings.ingest.history import recorded
from postings.ingest.lookups import wait_for_turn
from postings.ingest.refusal import Refused
from postings.models import Company, Place, Posting, PostingSkill, Skill
from postings.parsing.names import company_key, place_key, skill_key
from postings.vocabulary import Strength

KEYS = {Company: company_key, Place: place_key, Skill: skill_key}
Named = Company | Place | Skill


@transaction.atomic
def add_alias(*, to: Named, name: str) -> None:
    """Let `name` mean this company, place or skill from now on."""
    if _give_name(_held(to), name):
        clock.advance()  # questions have other answers now


def _give_name(to: Named, name: str) -> bool:
    """Let the name mean it, and return whether it did not before."""
    key = KEYS[type(to)](name)
    if not key:
        raise Refused(f"“{name}” has no letter or digit in it, so nothing could be found by it.")
    aliases = to.aliases.model
    most: Any = aliases._meta.get_field("key").max_length
    if max(len(name), len(key)) > most:  # a key may be longer than its name: "㎒" is "mhz"
        raise Refused(f"“{name[:20]}…” is too long for a name: {most} characters are the most.")
    owner_field = str(type(to)._meta.model_name)
    known = aliases.objects.filter(key=key).select_related(owner_field).first()
    if known is None:
        to.aliases.create(name=name, key=key)
        return True
    owner = getattr(known, owner_field)
    if owner != to:
        raise Refused(f"“{name}” already means {owner}. Merge the two, or take the name from {owner} first.")
    return False


def rename(*, named: Company | Skill, name: str, by: User | None = None, reason: str = "") -> None:
    """Show another name from now on; the old one still means the same, and addresses stay as they are."""
    name = " ".join(name.split())
    with transaction.atomic(), recorded(by=by, reason=reason or f"renamed to {name}"):
        current: Any = _held(named)
        if current.name == name:
            return
        _give_name(current, name)
        current.name = name
        current.save(update_fields=("name",))
        clock.advance(live=_numbers(_postings_of(current)))


def move_to_family(*, skill: Skill, family: str, by: User | None = None, reason: str = "") -> None:
    """Count a skill among others of its kind from now on."""
    family = " ".join(family.split())
    with transaction.atomic(), recorded(by=by, reason=reason or f"moved to {family}"):
        current: Any = _held(skill)
        if current.family == family:
            return
        current.family = family
        current.save(update_fields=("family",))
        clock.advance(live=_numbers(_postings_of(current)))


def merge_companies(*, source: Company, target: Company, by: User | None = None, reason: str = "") -> int:
    """Make two companies one; return the number of postings that moved."""
    with transaction.atomic(), recorded(by=by, reason=reason or f"{source} is {target}"):
        _begin_merging(source, target)
        moved = list(_numbers(_postings_of(source)))
        Posting.objects.filter(company=source).update(company=target)
        _take_over(source, target)
        clock.advance(live=moved)
    return len(moved)


def merge_places(*, source: Place, target: Place, by: User | None = None, reason: str = "") -> int:
    """Make two places one; what lay in the first lies in the second."""
    with transaction.atomic(), recorded(by=by, reason=reason or f"{source} is {target}"):
        _begin_merging(source, target)
        if source.pk in _ancestors(target):
            raise Refused(
                f"{target} lies in {source}, so it cannot take its place. Merge the other way round."
            )
        moved = list(_numbers(_postings_of(source)))
        source.sites.update(place=target)
        source.children.update(parent=target)
        _take_over(source, target)
        clock.advance(live=moved)
    return len(moved)


def merge_skills(*, source: Skill, target: Skill, by: User | None = None, reason: str = "") -> int:
    """Make two skills one; a posting that named both keeps the stronger use, with the words of both."""
    with transaction.atomic(), recorded(by=by, reason=reason or f"{source} is {target}"):
        _begin_merging(source, target)
        moved = list(_numbers(_postings_of(source)))
        _join_uses(source, target)
        source.uses.update(skill=target)
        _take_over(source, target)
        clock.advance(live=moved)
    return len(moved)


def _begin_merging(source: Named, target: Named) -> None:
    """From here on nobody can publish with the source, so the postings that use it now are all of them."""
    if source.pk == target.pk:
        raise Refused(f"{source} cannot be merged with itself. Choose another one to keep.")
    _held(target)
    _held(source, for_good=True)


def _held(named: Named, *, for_good: bool = False) -> Named:
    """Return the row as it is now, and keep others from changing it; `for_good`: from referring to it too.

    Whoever changes names takes the turn first, then rows, then the clock.
    """
    wait_for_turn()
    rows = type(named)._default_manager.select_for_update(no_key=not for_good)
    held: Named | None = rows.filter(pk=named.pk).first()
    if held is None:
        raise Refused(f"{named} is not here any more. It was merged with another one, or deleted.")
    return held


def _postings_of(named: Named) -> models.QuerySet[Posting]:
    match named:
        case Company():
            return Posting.objects.filter(company=named)
        case Place():
            return Posting.objects.filter(places__place=named)
        case Skill():
            return Posting.objects.filter(skills__skill=named)


def _numbers(postings: models.QuerySet[Posting]) -> "models.QuerySet[Posting, int]":
    """Published or not: the clock asks when its turn has come, and one may come back until then."""
    return postings.values_list("pk", flat=True).distinct()


def _take_over(source: Named, target: Named) -> None:
    """Every name of the source, its slug too, leads to the target from now on."""
    source.aliases.update(**{str(type(source)._meta.model_name): target})
    for name in (str(source), source.slug):
        key = KEYS[type(source)](name)
        if not target.aliases.model.objects.filter(key=key).exists():
            target.aliases.create(name=name, key=key)
    source.delete()


def _ancestors(place: Place) -> set[int]:
    found: set[int] = set()
    above = place.parent
    while above is not None and above.pk not in found:
        found.add(above.pk)
        above = above.parent
    return found


def _join_uses(source: Skill, target: Skill) -> None:
    order = list(Strength)
    both = PostingSkill.objects.filter(skill=source, posting__skills__skill=target)
    for use in both.iterator():
        kept = PostingSkill.objects.get(posting_id=use.posting_id, skill=target)
        kept.strength = min(kept.strength, use.strength, key=lambda term: order.index(Strength(term)))
        kept.spans = [*kept.spans, *use.spans]
        kept.items = sorted({*kept.items, *use.items})
        kept.save(update_fields=("strength", "spans", "items"))
        use.delete()
