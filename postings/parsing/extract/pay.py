"""Pay: every distinct band that a posting states, and what its header says that the text does not bear out.

A part in; facts and findings out. A sum is pay when words of pay stand nearer to it than words of other money, or
when it is a year's or an hour's wage with its own sign and period. Refused: what a company raised, earns or
spends, bonuses, allowances, insurance, and what a board shows where it knows nothing ("~0k").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from postings.facts import Fact, Finding, Pay
from postings.parsing.extract import pay_header
from postings.parsing.extract.near import has_any
from postings.parsing.extract.pay_around import Surroundings
from postings.parsing.extract.pay_ranges import Band, read_bands
from postings.parsing.extract.pay_reading import read_pay_in
from postings.parsing.extract.pay_scope import scope_of
from postings.parsing.part import Part
from postings.parsing.view import View

NEAR = re.compile(
    r"""💰 | salar | \b pay | wage | rates? \b | compens | remun | range | gehalt | lohn | vergüt | salaire | rémun | tjm
      | sueldo | retrib | \b ral \b | ctc | lön | \b ote \b | earn | base | package | wynagr | sal[aá]rio""",
    re.VERBOSE,
)
# Every NEAR holds one of these, which are found in a sixteenth of its time.
NEAR_WORDS = (
    *(
        "💰",
        "salar",
        "pay",
        "wage",
        "rate",
        "compens",
        "remun",
        "range",
        "gehalt",
        "lohn",
        "vergüt",
        "salaire",
        "rémun",
        "tjm",
    ),
    *("sueldo", "retrib", "ral", "ctc", "lön", "ote", "earn", "base", "package", "wynagr", "salário"),
)
NEARBY = 60  # characters before a figure
BANDS_AT_MOST = 150  # of one part; a text with more is no posting


def read_pay(part: Part, guide: bool = False) -> tuple[tuple[Fact[Pay], ...], tuple[Finding, ...]]:
    """Return the bands of the text before those of the header, and what is wrong with them."""
    view = part.view
    body: list[Fact[Pay]] = []
    header: list[tuple[Band, Fact[Pay] | None]] = []
    findings: list[Finding] = []
    for band, chip, above, pay in _read(part, guide):
        if pay and pay.min is not None and pay.max is not None and pay.min > pay.max:
            findings.append(pay_header.finding_of_reversal(view, band))
        elif above:
            good = pay and not (chip and pay_header.is_board_noise(view, band))
            header.append((band, view.fact(pay, band.start, band.end) if good else None))
        elif pay:
            body.append(view.fact(pay, band.start, band.end))
    facts = _distinct(body, guide)
    for band, fact in header:
        if body and pay_header.agrees([each.value for each in body if each.value], band):
            continue
        if fact is None:
            findings.append(pay_header.finding_of_noise(view, band))
        elif body:
            findings.append(pay_header.finding_of_disagreement(view, band, body[0]))
        else:
            facts = _distinct([*facts, fact])
    return tuple(facts), tuple(findings)


def _read(part: Part, guide: bool) -> Iterator[tuple[Band, bool, bool, Pay | None]]:
    """Yield each sum that may be pay: whether a board shows it, whether it is above the text, and what it pays."""
    view = part.view
    bands = [band for band in read_bands(view) if _may_be_pay(view, band)][:BANDS_AT_MOST]
    if not bands:
        return
    surroundings = Surroundings(part)
    earlier = 0
    for index, band in enumerate(bands):
        chip = pay_header.is_chip(view, band)
        later = next((each.start for each in bands[index + 1 : index + 5] if each.currency), len(view.text))
        around = surroundings.of(band, earlier, later, chip)
        earlier = band.end if band.currency else earlier
        pay = read_pay_in(band, around, guide)
        if pay:
            pay = replace(pay, scope=scope_of(around))
        if pay or chip:
            yield band, chip, chip or band.start < part.header_end, pay


def _may_be_pay(view: View, band: Band) -> bool:
    """A figure without a currency is looked at only where a word of pay, or a board's mark, is close."""
    if band.currency:
        return True
    first = max(0, band.start - NEARBY)
    before = view.lower[first : band.start]
    return has_any(before, NEAR_WORDS) and bool(NEAR.search(view.lower, first, band.start))


def _distinct(facts: list[Fact[Pay]], guide: bool = False) -> list[Fact[Pay]]:
    """The same band said twice is one; an end said by itself is no other; a scope is kept where bands differ."""
    kept: dict[tuple[object, ...], Fact[Pay]] = {}
    for fact in facts:
        if pay := fact.value:
            key = (pay.min, pay.max, pay.currency, pay.period)
            first = kept.setdefault(key, fact)
            if first.value and first.value.scope != pay.scope:
                kept[key] = _without_scope(first)
    ranges = [fact.value for fact in kept.values() if fact.value and fact.value.min != fact.value.max]
    left = [fact for fact in kept.values() if fact.value and (guide or not _is_end_of(fact.value, ranges))]
    alike = Counter((fact.value.period, fact.value.basis) for fact in left if fact.value)
    return [
        fact if fact.value and alike[fact.value.period, fact.value.basis] > 1 else _without_scope(fact)
        for fact in left
    ]


def _is_end_of(pay: Pay, ranges: list[Pay]) -> bool:
    """ "up to $180,000" after "$150,000 - $180,000" says nothing new."""
    if pay.min is not None and pay.max is not None and pay.min != pay.max:
        return False
    sums = {pay.min, pay.max} - {None}
    return any(
        each is not pay
        and each.min is not None
        and each.max is not None
        and sums <= {each.min, each.max}
        and (each.currency, each.period) == (pay.currency, pay.period)
        for each in ranges
    )


def _without_scope(fact: Fact[Pay]) -> Fact[Pay]:
    return replace(fact, value=replace(fact.value, scope="")) if fact.value else fact
