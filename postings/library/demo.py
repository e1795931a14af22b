"""The demonstration library: 400 postings and six role guides, with every special case on purpose."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from postings.library.big import MASK, mixed
from postings.library.brief import Brief
from postings.library.draft import Draft
from postings.library.drawing import draw_brief
from postings.library.employers import Employer, written_employers
from postings.library.guides import GUIDES, write_guide
from postings.library.phrases import Draw
from postings.library.wish import Wish
from postings.library.writing import write
from postings.vocabulary import Family, Level, Sponsorship, WorkMode

POSTINGS = 400
SEED = 20
FOREIGN = (("de", "DE", 12), ("fr", "FR", 7), ("es", "ES", 6))
LONG_TITLE = (
    "Senior Software Engineer, Settlement and Reconciliation Services (Payments Platform, Marketplaces, "
    "Exporters and Franchise Networks) – EMEA Evening Shift"
)
SPECIAL: tuple[Wish, ...] = (
    *(Wish(pay="conflict", age=age) for age in (2, 9, 15, 22, 41)),
    *(Wish(pay="placeholder", age=age) for age in (3, 12, 30)),
    *(Wish(years="placeholder", language="en", age=age) for age in (5, 18, 33)),
    *(Wish(company=gap, age=age) for gap, age in (("[Company Name]", 6), ("[insert employer]", 25))),
    *(Wish(pay="places", places=3, mode=WorkMode.HYBRID, market="US", age=age) for age in (1, 8, 14, 28)),
    *(Wish(pay="levels", market="US", age=age) for age in (4, 11, 20)),
    *(Wish(pay="ote", family=Family.SALES, age=age) for age in (2, 7, 13, 19)),
    *(Wish(pay="open", age=age) for age in (3, 10, 17, 29)),
    *(Wish(mode=WorkMode.REMOTE, scope=scope, market=scope[0], language="en", age=age)
      for age, scope in ((0, ("US",)), (4, ("US", "CA")), (9, ("GB", "IE")), (12, ("DE", "AT", "CH")),
                         (16, ("ES", "PT")))),
    Wish(mode=WorkMode.REMOTE, scope=("worldwide",), market="US", age=1),
    *(Wish(places=count, mode=WorkMode.HYBRID, age=age) for count, age in ((2, 2), (3, 6), (4, 13), (5, 21))),
    *(Wish(years="range", level=Level.MID, age=age) for age in (1, 5, 10, 26)),
    *(Wish(no_degree=True, age=age) for age in (2, 8, 24)),
    *(Wish(visa=Sponsorship.NO, age=age) for age in (0, 7, 15, 31)),
    *(Wish(visa=Sponsorship.YES, age=age) for age in (3, 11)),
    *(Wish(age=age, closes_in=past)
      for age, past in ((35, -1), (44, -4), (60, -20), (75, -31), (90, -55), (110, -70))),
    Wish(company="Norwell Payments Ltd", age=8), Wish(company="Norwell Payments Ltd", age=27),
    Wish(short=True, pay="none", age=5),
)  # fmt: skip
REPOSTS, TWINS = 10, 5


def demo_library(*, seed: int = SEED, today: date) -> Iterator[Draft]:
    """Exactly 400 postings, then the guides."""
    briefs = list(_briefs(seed, today))
    for number, brief in enumerate(briefs):
        yield write(brief, f"demo-{number + 1:03}")
    for number, guide in enumerate(GUIDES):
        yield write_guide(guide, Random(mixed(seed, -2 - number)).random, f"guide-{number + 1}", today)  # noqa: S311


def _briefs(seed: int, today: date) -> Iterator[Brief]:
    foreign = [Wish(language=code, market=market) for code, market, n in FOREIGN for _ in range(n)]
    special = [*SPECIAL, *foreign]
    ordinary = POSTINGS - len(special) - REPOSTS - TWINS - 1
    wishes = special + [Wish() for _ in range(ordinary)]
    made: list[Brief] = []
    for number, wish in enumerate(wishes):
        brief = _brief(seed, number, _placed(wish, number), today)
        made.append(brief)
        yield brief
    yield _long_title(made)
    yield from _again(made[len(special) : len(special) + REPOSTS * 3 : 3], today)
    yield from _elsewhere(made[len(special) + 40 : len(special) + 40 + TWINS])


def _brief(seed: int, number: int, wish: Wish, today: date) -> Brief:
    base = mixed(seed, number)
    draw: Draw = Random(base).random  # noqa: S311 - believable documents, no secrets
    return draw_brief(base ^ MASK, draw, written_employers(), today, wish)


def _placed(wish: Wish, number: int) -> Wish:
    """An employer of the country and the language that the wish names."""
    every = written_employers()
    if wish.company.startswith("Norwell"):
        return replace(wish, employer=every[0])
    if wish.market:
        local = [employer for employer in every if employer.market.country == wish.market]
        return replace(wish, employer=local[number % min(12, len(local))])
    return wish if wish.language else replace(wish, language="en")


def _long_title(made: list[Brief]) -> Brief:
    model = next(b for b in made if b.role.title == "Backend Engineer" and b.role.language == "en")
    rung = replace(model.rung, title=LONG_TITLE, level=Level.SENIOR, stated=(0, 6), skills=())
    return replace(model, rung=rung, seed=model.seed ^ 1)


def _again(originals: list[Brief], today: date) -> Iterator[Brief]:
    """The same posting a while later: another date, a line more, sometimes no department any longer."""
    for number, original in enumerate(originals):
        later = min(original.posted_at + timedelta(days=9 + number), _day_before(today, original))
        yield replace(original, posted_at=later, extra="This position was advertised before", closes=None)


def _day_before(today: date, brief: Brief) -> datetime:
    return brief.posted_at.replace(year=today.year, month=today.month, day=today.day) - timedelta(days=1)


def _elsewhere(originals: list[Brief]) -> Iterator[Brief]:
    """The same words for the same role at another employer of the country."""
    for original in originals:
        other = _other(original.employer)
        yield replace(original, employer=other, company=other.name)


def _other(employer: Employer) -> Employer:
    every = written_employers()
    alike = [other for other in every if other.market is employer.market and other is not employer]
    same = [other for other in alike if other.industry is employer.industry]
    return (same or alike or list(every))[0]
