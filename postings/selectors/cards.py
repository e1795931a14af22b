"""Ids in, cards out, in the same order: what a list of results shows of each posting."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils.timesince import timesince

from postings.facts import Years
from postings.models import Finding, Posting, PostingSkill
from postings.salary import pay_in_words, years_in_words
from postings.selectors.addresses import posting_url
from postings.stored import pay_of
from postings.vocabulary import Level, Severity, Strength, WorkMode

MOST_PLACES = 2
MOST_SKILLS = 5
STRENGTHS = [strength.value for strength in Strength]


@dataclass(frozen=True, slots=True)
class Card:
    """One posting in a list; templates/_components/card.html says what each part is."""

    id: str
    url: str
    title: str
    company: str
    places: str
    places_more: int
    mode: str
    level: str
    pay: str
    experience: str
    posted: str
    posted_on: str
    skills: list[dict[str, str]]
    skills_more: int
    badges: list[dict[str, str]]
    chosen: bool


def cards(ids: Sequence[int], *, now: datetime, chosen: Collection[str] = ()) -> list[Card]:
    """Return the cards of those of these postings that are still published: six queries for any number."""
    postings = (
        Posting.objects.published()
        .filter(pk__in=ids)
        .select_related("company")
        .prefetch_related(
            "places",
            "pay",
            Prefetch("skills", PostingSkill.objects.select_related("skill")),
            Prefetch("findings", Finding.objects.exclude(severity=Severity.INFO)),
        )
    )
    found = {posting.pk: posting for posting in postings}
    return [_card(found[pk], now, chosen) for pk in ids if pk in found]


def _card(posting: Posting, now: datetime, chosen: Collection[str]) -> Card:
    places = [place.text for place in posting.places.all()]
    skills = sorted(posting.skills.all(), key=lambda use: (STRENGTHS.index(use.strength), use.position))
    at = posting.first_published_at or now
    return Card(
        id=posting.public_id,
        url=posting_url(posting.public_id, posting.title),
        title=posting.title,
        company=posting.company.name if posting.company else posting.organization,
        places=" · ".join(places[:MOST_PLACES]),
        places_more=max(0, len(places) - MOST_PLACES),
        mode=WorkMode(posting.work_mode).label if posting.work_mode else "",
        level=Level(posting.level).label if posting.level else "",
        pay=_pay(posting),
        experience=experience_of(posting),
        posted=f"{timesince(at, now, depth=1)} ago",
        posted_on=at.date().isoformat(),
        skills=[{"text": use.skill.name} for use in skills[:MOST_SKILLS]],
        skills_more=max(0, len(skills) - MOST_SKILLS),
        badges=[{"text": finding.message, "tone": "warning"} for finding in posting.findings.all()[:1]],
        chosen=posting.public_id in chosen,
    )


def _pay(posting: Posting) -> str:
    """Show the band that pays most, as it is written; the posting's own page has all of them."""
    bands = sorted(
        posting.pay.all(), key=lambda band: (band.yearly_max or band.yearly_min or 0, -band.position)
    )
    if not bands:
        return ""
    more = f" +{len(bands) - 1}" if len(bands) > 1 else ""
    return f"{pay_in_words(pay_of(bands[-1]))}{more}"


def experience_of(posting: Posting) -> str:
    if posting.experience_min is None and posting.experience_max is None:
        return ""
    return years_in_words(Years(posting.experience_min, posting.experience_max))
