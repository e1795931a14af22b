"""Role guides: what a role is in general, what it pays in several markets; nobody is hiring in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from postings.facts import Fact, Pay, PostingFacts
from postings.library.draft import Draft
from postings.library.drawing import words_of
from postings.library.employers import name_for_addresses
from postings.library.markets import markets
from postings.library.money import band, offer, yearly
from postings.library.page import Page
from postings.library.phrases import Draw, Phrase, Said, Telling, say
from postings.library.roles import RANKS, Role, roles
from postings.library.wording import article
from postings.parsing.lexicon import load_countries
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
    Guide(Family.DATA, "Machine Learning Engineer", Level.SENIOR, ("US", "GB", "IN"),
          "turns models into something that other people can depend on"),
    Guide(Family.DATA, "Head of AI Platform", Level.HEAD, ("US", "GB"),
          "runs the services on which a company builds its assistants and models"),
    Guide(Family.PRODUCT, "Product Manager", Level.MID, ("US", "DE", "CA"),
          "decides what gets built next, and lives with the result"),
    Guide(Family.HEALTH, "Registered Nurse", Level.MID, ("US", "GB", "AU"),
          "looks after patients through a whole shift and sees first when something changes"),
)  # fmt: skip


def write_guide(guide: Guide, draw: Draw, key: str, today: date) -> Draft:
    role = next(role for role in roles("en")[guide.family] if role.title == guide.title)
    page = Page()
    page.add("# ")
    span = page.put(guide.title)
    title = Fact(guide.title, State.STATED, span, guide.title)
    family = Fact(guide.family, State.STATED, span, guide.title)
    page.add(f" – role guide\n\n## What {article(guide.title)} {guide.title} does\n\n")
    page.item(
        Section.OTHER, Said(f"{article(guide.title).capitalize()} {guide.title} {guide.purpose}"), "purpose"
    )
    page.add(".\n\n## Typical duties\n\n")
    rank = RANKS[guide.level]
    _list(page, Section.RESPONSIBILITY, _typical(role, "responsibilities", rank), draw)
    page.add("\n## What employers usually ask for\n\n")
    _list(page, Section.REQUIRED, _typical(role, "required", rank), draw)
    page.add("\n## What the role pays\n\nEstimates from published offers; bonuses are not included.\n\n")
    pay = _estimates(page, role, guide, draw)
    page.add("\n## Where people go from here\n\n")
    page.item(
        Section.OTHER, Said("Most move on by depth or by people: a larger scope alone, or a team"), "career"
    )
    page.add(".\n")
    facts = PostingFacts(
        kind=Kind.GUIDE, title=title, family=family, language=Fact("en"), pay=pay,
        items=tuple(page.items), skills=page.skills(),
    )  # fmt: skip
    posted = datetime.combine(today, time(9), UTC) - timedelta(days=20 + int(draw() * 90))
    return Draft(key, page.text(), facts, posted, f"guide-{name_for_addresses(guide.title)}.md")


def _typical(role: Role, section: str, rank: int) -> tuple[Phrase, ...]:
    """Every other sentence of the bank; for those who lead, its end, where leading stands."""
    phrases = role.sentences(section, rank)
    return phrases[-8:] if rank >= RANKS[Level.MANAGER] else phrases[::2][:8]


def _list(page: Page, section: Section, phrases: tuple[Phrase, ...], draw: Draw) -> None:
    telling = Telling(employer=Said("the employer"))
    for phrase in phrases:
        page.add("- ")
        page.item(section, say(phrase, draw, telling), phrase.theme)
        page.add("\n")


def _estimates(page: Page, role: Role, guide: Guide, draw: Draw) -> tuple[Fact[Pay], ...]:
    found = []
    for country in guide.countries:
        market = markets()[country]
        low, high = band(yearly(role.pay, guide.level, market, 1), market, market.period, draw)
        name = load_countries()[country].name
        one = offer(low, high, market, market.period, words_of("en"), draw, name, Basis.MARKET_ESTIMATE)
        page.add(f"- {name}: ")
        found.append(Fact(one.pay, State.STATED, page.put(one.words), one.words))
        page.add("\n")
    return tuple(found)
