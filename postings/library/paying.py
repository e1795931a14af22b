"""Decides what a posting says about pay: nothing, one band, one a place, a slip, a gap that nobody filled."""

from dataclasses import dataclass, replace
from typing import Literal

from postings.library.brief import PayPlan
from postings.library.markets import Market
from postings.library.money import Offer, Words, band, offer, open_offer, quoted_period, yearly
from postings.library.phrases import Draw, pick, spread
from postings.library.roles import Role
from postings.parsing.lexicon import Place, load_countries
from postings.vocabulary import Basis, EmploymentType, Family, Level, Period

PayWish = Literal[
    "none", "head", "body", "both", "places", "levels", "conflict", "placeholder", "ote", "open"
]
ODDS: tuple[PayWish, ...] = ("none", "head", "body", "both", "places", "levels", "open")
KINDS: tuple[PayWish, ...] = spread(ODDS, (47, 27, 13, 4, 4, 2, 3), grain=100)
DEAR = {
    "san-francisco",
    "new-york",
    "san-jose",
    "palo-alto",
    "sunnyvale",
    "london",
    "zurich",
    "seattle",
    "boston",
}
GAPS = ("[insert salary range]", "[Insert pay range here]", "<salary range>", "[SALARY TBC]", "[min] – [max]")
SCOPES = {"US": ("California", "New York", "Washington", "Colorado", "all other states"),
          "GB": ("London", "elsewhere"), "CA": ("Ontario", "British Columbia", "Quebec")}  # fmt: skip
STEPS = (("Level I", 0.84), ("Level II", 1.0), ("Level III", 1.18))
FACTOR_OF_SCOPE = {"California": 1.1, "New York": 1.09, "Washington": 1.05, "Colorado": 0.97, "London": 1.1,
                   "Quebec": 0.94, "elsewhere": 0.93, "all other states": 0.9}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Setting:
    market: Market
    dollars: float
    period: Period
    words: Words
    draw: Draw
    form: float

    def band(self, factor: float = 1, scope: str = "", basis: Basis = Basis.BASE) -> Offer:
        low, high = band(self.dollars * factor, self.market, self.period, self.draw)
        form = self.form  # bands that stand together are written alike
        draw = (lambda: form) if scope or basis is Basis.OTE else self.draw
        return offer(low, high, self.market, self.period, self.words, draw, scope, basis)


def draw_pay(
    role: Role, level: Level, market: Market, places: tuple[Place, ...], kind: EmploymentType | None,
    words: Words, draw: Draw, wish: PayWish | None,
) -> PayPlan:  # fmt: skip
    local = 1.06 if any(place.slug in DEAR for place in places) else 0.98
    dollars = yearly(role.pay, level, market, local * (0.93 + 0.14 * draw()))
    period = quoted_period(dollars, market, kind is EmploymentType.CONTRACT)
    setting = _Setting(market, dollars, period, words, draw, draw())
    drawn = pick(KINDS, draw)
    if role.family is Family.SALES and drawn in {"head", "body"} and draw() < 0.5 and period is Period.YEAR:
        drawn = "ote"
    plan = _plan(wish or drawn, setting, places)
    if kind is EmploymentType.CONTRACT and period in {Period.DAY, Period.HOUR}:
        return _as_contract(plan)
    return plan


def _plan(kind: PayWish, setting: _Setting, places: tuple[Place, ...]) -> PayPlan:
    if kind == "none":
        return PayPlan()
    if kind == "placeholder":
        return PayPlan(placeholder=pick(GAPS, setting.draw))
    if kind == "levels":
        return PayPlan(body=tuple(setting.band(factor, name) for name, factor in STEPS))
    if kind == "places" and len(places) != 1:
        return PayPlan(body=_by_place(setting, places))
    if kind == "open":
        return PayPlan(head=_open(setting))
    if kind == "ote":
        return PayPlan(body=(setting.band(0.8), setting.band(1.5, basis=Basis.OTE)))
    one = setting.band()
    if kind == "conflict":
        return PayPlan(head=_other(one, setting), body=(one,))
    return PayPlan(head=one if kind != "body" else None, body=(one,) if kind != "head" else ())


def _other(one: Offer, setting: _Setting) -> Offer:
    """A band for the header that disagrees with the one in the text."""
    other = setting.band(0.87)
    return other if other.pay != one.pay else setting.band(0.8)


def _open(setting: _Setting) -> Offer:
    low, high = band(setting.dollars, setting.market, setting.period, setting.draw)
    upward = setting.draw() < 0.5
    top = low if upward else high
    return open_offer(top, setting.market, setting.period, setting.words, setting.draw, upward)


def _by_place(setting: _Setting, places: tuple[Place, ...]) -> tuple[Offer, ...]:
    if len(places) > 1:
        return tuple(setting.band(1.08 if p.slug in DEAR else 0.97, p.city) for p in places)
    regions = SCOPES.get(setting.market.country)
    if regions is None:
        return (setting.band(scope=load_countries()[setting.market.country].name),)
    return tuple(setting.band(FACTOR_OF_SCOPE.get(name, 1), name) for name in regions)


def _as_contract(plan: PayPlan) -> PayPlan:
    def contract(one: Offer | None) -> Offer | None:
        return one and replace(one, pay=replace(one.pay, basis=Basis.CONTRACT))

    bodies = tuple(replace(one, pay=replace(one.pay, basis=Basis.CONTRACT)) for one in plan.body)
    return replace(plan, head=contract(plan.head), body=bodies)
