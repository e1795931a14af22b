"""Role guides: what a role is in general, what it pays in several markets; nobody is hiring in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from postings.facts import Fact, Item, PostingFacts
from postings.library.draft import Draft
from postings.library.drawing import words_of
from postings.library.employers import name_for_addresses
from postings.library.markets import markets
from postings.library.money import band, offer, yearly
from postings.library.page import Page
from postings.library.phrases import Draw, Phrase, Said, say
from postings.library.roles import RANKS, Role, roles
from postings.library.wording import article
from postings.vocabulary import Basis, Family, Kind, Level, Section, State


@dataclass(frozen=True, slots=True)
class Guide:
    family: Family
    title: str
    level: Level
    countries: tuple[str, ...]
    purpose: str


GUIDES = (
    Guide(Family.SOFTWARE, "Backend Engineer", Level.MID, ("US", "GB", "DE"),
          "writes the part of a product that nobody sees and everybody waits for"),
    Guide(Family.SOFTWARE, "Engineering Manager", Level.MANAGER, ("US", "CA", "GB"),
          "answers for what a team of engineers delivers and for how it works together"),
    Guide(Family.SOFTWARE, "QA Engineer", Level.MID, ("US", "IN"), "finds out what breaks before customers do"),
)  # fmt: skip
VALUES = {"employer": Said("The employer"), "years": Said("some years"), "fewer": Said("a few"),
          "field": Said("a related field")}  # fmt: skip


def write_guide(guide: Guide, draw: Draw, key: str, today: date) -> Draft:
    role = next(role for role in roles("en")[guide.family] if role.title == guide.title)
    page = Page()
    page.add("# ")
    span = page.put(guide.title)
    title = Fact(guide.title, State.STATED, span, guide.title)
    family = Fact(guide.family, State.STATED, span, guide.title)
    page.add(f" – role guide\n\n## What {article(guide.title)} {guide.title} does\n\n")
    page.item(Section.OTHER, Said(f"{article(guide.title).title()} {guide.title} {guide.purpose}"), "purpose")
    page.add(".\n\n## Typical duties\n\n")
    rank = RANKS[guide.level]
    _list(page, Section.RESPONSIBILITY, role.sentences("responsibilities", rank)[:9], draw)
    page.add("\n## What employers usually ask for\n\n")
    _list(page, Section.REQUIRED, role.sentences("required", rank)[:8], draw)
    page.add("\n## What the role pays\n\nEstimates from published offers; bonuses are not included.\n\n")
    pay = _estimates(page, role, guide, draw)
    page.add("\n## Where people go from here\n\n")
    page.item(Section.OTHER, Said("Most move on by depth or by people: a larger scope alone, or a team"), "career")
    page.add(".\n")
    facts = PostingFacts(
        kind=Kind.GUIDE, title=title, family=family, language=Fact("en"), pay=pay,
        items=tuple(page.items), skills=page.skills(),
    )  # fmt: skip
    posted = datetime.combine(today, time(9), UTC) - timedelta(days=20 + int(draw() * 90))
    return Draft(key, page.text(), facts, posted, f"guide-{name_for_addresses(guide.title)}.md")


def _list(page: Page, section: Section, phrases: tuple[Phrase, ...], draw: Draw) -> None:
    for phrase in phrases:
        page.add("- ")
        page.item(section, say(phrase, draw, VALUES), phrase.theme)
        page.add("\n")


def _estimates(page: Page, role: Role, guide: Guide, draw: Draw) -> tuple[Fact, ...]:  # type: ignore[type-arg]
    found = []
    for country in guide.countries:
        market = markets()[country]
        low, high = band(yearly(role.pay, guide.level, market, 1), market, market.period, draw)
        name = {"US": "United States", "GB": "United Kingdom"}.get(country, country)
        one = offer(low, high, market, market.period, words_of("en"), draw, name, Basis.MARKET_ESTIMATE)
        page.add(f"- {name}: ")
        found.append(Fact(one.pay, State.STATED, page.put(one.words), one.words))
        page.add("\n")
    return tuple(found)


__all__ = ["GUIDES", "Guide", "Item", "write_guide"]
