"""Draws a brief: which role, where, for what, under which conditions. All odds of the library are here."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from postings.library.banks import load_bank
from postings.library.brief import LAYOUT_TABLE, Brief
from postings.library.dating import draw_closing, draw_posted, draw_years
from postings.library.employers import Employer
from postings.library.markets import Market, markets
from postings.library.paying import draw_pay
from postings.library.phrases import Draw, pick, spread
from postings.library.roles import AT_SITE, RANKS, Role, Rung, roles
from postings.library.wish import Wish
from postings.parsing.lexicon import Place, load_places
from postings.vocabulary import EmploymentType, Family, Level, Sponsorship, WorkMode

MODES = spread((WorkMode.REMOTE, WorkMode.HYBRID, WorkMode.ONSITE, None), (26, 36, 14, 24))
MODES_AT_SITE = spread((WorkMode.REMOTE, WorkMode.HYBRID, WorkMode.ONSITE, None), (1, 5, 44, 50))
TYPES = spread(
    (
        EmploymentType.FULL_TIME,
        EmploymentType.PART_TIME,
        EmploymentType.CONTRACT,
        EmploymentType.TEMPORARY,
        None,
    ),
    (52, 6, 8, 3, 31),
)
VISAS = spread((None, Sponsorship.NO, Sponsorship.YES), (74, 18, 8))
LANGUAGE_OF = {"DE": "de", "AT": "de", "FR": "fr", "ES": "es", "MX": "es"}
SCOPES = (("US",), ("US", "CA"), ("GB", "IE"), ("DE", "AT", "CH"), ("ES", "PT"), ("CA",), ("worldwide",))


NO_WISH = Wish()
HEAD = 10.0  # how much the biggest recruiters are evened out


def draw_brief(
    seed: int, draw: Draw, employers: Sequence[Employer], today: date, wish: Wish = NO_WISH
) -> Brief:
    employer = wish.employer or _employer(employers, draw)
    market = markets()[wish.market] if wish.market else _market(employer, draw)
    language = wish.language or _language(market, draw)
    family = wish.family or _family(employer, language, draw)
    role = _role(roles(language)[family], wish.title, draw)
    rung = _rung(role, wish.level, draw)
    mode = wish.mode or pick(MODES_AT_SITE if family in AT_SITE else MODES, draw)
    scope = wish.scope or _scope(mode, market, draw)
    kind = _type(rung, draw)
    years, years_placeholder = draw_years(role, rung, wish.years, draw)
    posted = draw_posted(today, wish.age, draw)
    closes_in = wish.closes_in if wish.closes_in is not None else draw_closing(posted, today, draw)
    places = () if mode is WorkMode.REMOTE else _places(employer, market, wish.places, draw)
    return Brief(
        seed=seed,
        role=role,
        rung=rung,
        employer=employer,
        company=wish.company or employer.name,
        market=market,
        places=places,
        mode=mode,
        scope=scope,
        type=kind,
        department=pick(role.departments, draw) if draw() < 0.24 else "",
        pay=draw_pay(role, rung.level, market, places, kind, words_of(language), draw, wish.pay),
        years=years,
        years_placeholder=years_placeholder,
        degree=None if wish.no_degree else pick(role.degrees, draw),
        visa=wish.visa or pick(VISAS, draw),
        posted_at=posted,
        shows_posted=draw() < 0.25,
        closes=None if closes_in is None else today + timedelta(days=closes_in),
        layout=pick(LAYOUT_TABLE, draw),
        short=wish.short,
    )


@cache
def words_of(language: str) -> dict[str, tuple[str, ...]]:
    return load_bank(f"common.{language}").words("words")


def _employer(employers: Sequence[Employer], draw: Draw) -> Employer:
    """Zipf: the n-th of the list recruits about as often as 1 / (n + HEAD) says."""
    size = len(employers)
    return employers[min(size - 1, int(HEAD * ((size + HEAD) / HEAD) ** draw() - HEAD))]


def _market(employer: Employer, draw: Draw) -> Market:
    if employer.size == "large" and draw() < 0.2:
        return pick(_abroad(), draw)
    return employer.market


@cache
def _abroad() -> tuple[Market, ...]:
    every = tuple(markets().values())
    return spread(every, [min(60.0, market.share) for market in every], grain=256)


def _language(market: Market, draw: Draw) -> str:
    local = LANGUAGE_OF.get(market.country, "en")
    if local == "en" or not roles(local):
        return "en"
    return local if draw() < 0.6 else "en"


def _family(employer: Employer, language: str, draw: Draw) -> Family:
    known = roles(language)
    for _ in range(6):
        family = pick(employer.industry.families, draw)
        if family in known:
            return family
    return pick(tuple(known), draw)


def _role(choices: tuple[Role, ...], title: str, draw: Draw) -> Role:
    for role in choices:
        if role.title == title:
            return role
    return choices[int(len(choices) * draw() ** 1.35)]


def _rung(role: Role, level: Level | None, draw: Draw) -> Rung:
    fitting = [rung for rung in role.rungs if rung.level is level] if level else role.rungs
    return pick(fitting or role.rungs, draw)


def _type(rung: Rung, draw: Draw) -> EmploymentType | None:
    if rung.level is Level.INTERN:
        return EmploymentType.INTERNSHIP
    kind = pick(TYPES, draw)
    temporary = kind not in (None, EmploymentType.FULL_TIME)
    return EmploymentType.FULL_TIME if temporary and RANKS[rung.level] >= 5 else kind


def _scope(mode: WorkMode | None, market: Market, draw: Draw) -> tuple[str, ...]:
    if mode is not WorkMode.REMOTE:
        return ()
    chance = draw()
    if chance < 0.62:
        return (market.country,)
    if chance < 0.9:
        around = [scope for scope in SCOPES if market.country in scope]
        return pick(around, draw) if around else (market.country,)
    return ("worldwide",) if chance < 0.95 else ()


def _places(employer: Employer, market: Market, count: int, draw: Draw) -> tuple[Place, ...]:
    here = tuple(place for place in employer.places if place.country == market.country)
    chance = draw()
    wanted = count or (0 if chance < 0.06 else 1 if chance < 0.86 else 2 if chance < 0.95 else 3)
    if not here:
        here = tuple(dict.fromkeys(pick(market.places, draw) for _ in range(2)))
    first = min(int(draw() * draw() * len(here)), len(here) - 1)
    chosen = list((here[first:] + here[:first])[:wanted])
    every = load_places() if wanted > len(chosen) else {}
    for _ in range(20 if every else 0):
        if len(chosen) >= wanted:
            break
        place = pick(market.places, draw)
        if place not in chosen:
            chosen.append(place)
    return tuple(chosen)
