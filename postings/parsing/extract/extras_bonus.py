"""The words that name a yearly or regular bonus, and those beside which "bonus" is none."""

import re
from collections.abc import Iterator
from itertools import islice

from postings.parsing.extract.near import stretches_near
from postings.parsing.view import View

HINTS = (
    "bonus",
    "incentive",
    "variab",
    "prime",
    "beteiligung",
    "tantieme",
    "bono ",
    "premio",
    "intéressement",
    "participação",
)
HINT_WITH_LETTER = ("ä", "prämie")  # to look for one rare letter takes a fifth of the time of a word
KIND = r"""(?: annual (?: ly | ized )? | yearly | quarterly | monthly | performance (?: [-\s]based )?
    | discretionary
  | target(?:ed)? | company | corporate | individual | team | cash | short[-\s]term | sales | year[-\s]end
  | spot
  | holiday | merit | potential | generous | competitive | attractive | variable | end[-\s]of[-\s]year
  | productivity
  | project | incentive | based | results | 13th )"""
SCHEME = r"(?: plan | program(?:me)? | scheme | system | structure | package )s?"
# "a 10% annual performance bonus", "bonus scheme", "short-term incentive plan", "variable pay", "Erfolgsprämie".
# Not "incentivise", "Amazon Prime", "variable hours".
BONUS = re.compile(
    rf"""(?<! \w )
    (?: (?: up \s to \s )? \d{{1,3}} (?: \s?-\s?\d{{1,3}} )? \s?% \s (?: of \s (?: base \s )? salary \s )?
    )?
    (?: {KIND} (?: [\s,/-]{{1,2}} (?: (?: and | or | & | / ) \s )? ) ){{0,4}}
    (?: bonus(?:es)? (?: [\s-] (?: {SCHEME} | potential | opportunit\w+ | eligib\w+ | target | pay (?: ment
    | out )?s?
          | compensation | incentives? ) )?
      | (?: annual | target | short[-\s]term | sales | cash | management | performance | variable | team
      | company
          | yearly | financial ) [\s-] (?: \w+ \s )? incentives? (?: \s (?: {SCHEME} | pay | compensation
          | bonus ) )?
      | incentive \s (?: pay | compensation | bonus | payments? | plan | earnings )
      | variable \s (?: pay | compensation | remuneration | component | salary | cash )
      | \w{{0,20}} (?: bonuszahlung | bonusprogramm | bonussystem | bonusregelung | jahresbonus
      | leistungsbonus | prämien?
          | erfolgsbeteiligung | gewinnbeteiligung | tantieme )
      | variable \s vergütung\w* | variable[rn]? \s gehaltsanteil\w*
      | primes? \s (?: annuelles? | sur \s objectifs | de \s performance | d'objectifs? | variables?
      | trimestrielles?
          | collectives? | d'intéressement | de \s participation | de \s fin \s d'année )
      | (?: rémunération | part | salaire ) \s variable | variable \s sur \s objectifs
      | bono \s (?: anual | por | de ) | retribuci[oó]n \s variable | variable \s anual
      | accord \s d'intéressement | primes? \s (?: de \s )? vacances | participação \s (?: nos | em ) \s (?: lucros | resultados )
      | premio \s (?: di \s (?: risultato | produzione ) | de ) | remuneração \s variável
    ) (?! \w )""",
    re.VERBOSE,
)
# "… based on company performance" belongs to the phrase.
TAIL = re.compile(
    r"\s{1,3}(?:of|up to|target(?:ed)? (?:of|at)|based (?:up)?on|tied to|linked to|depending on)\s[^.,;:()\n]{3,60}"
)
# Paid once, wished for, withheld, or the work itself: "sign-on bonus", "Go is a bonus", "calculate bonuses"
NOT_AFTER = re.compile(
    r"""(?: \b (?: equity | stock | share ) | \b sign(?:ing)? [-\s]? on | signing | sign-?up | referral | refer(?:ring)? | refer-a-friend
    | retention
        | relocation | joining | welcome | hiring | starting | start | added | huge | big | major | nice
        | deposit | casino
        | player | empfehlungs\w* | cooptation
        | (?: is | are | be | considered | (?<! such \s ) (?<! well \s ) as ) \s (?: an? \s (?: \w{1,30} \s )? )?
        | like \s | what \s a | (?: administer\w* | calculat\w+ | process(?:ing)?
        | designing ) (?: \s \w{1,30} ){0,3}
        | (?: \b (?: not | excl\w+ | without | no | before | nor ) | n't ) \s (?: \w{1,30},? \s ){0,4} ) [\s-]{0,4} \Z""",
    re.VERBOSE,
)
# What is nice to have: "Bonus points if …", "Bonus: experience with …"
NOT_BEFORE = re.compile(
    r"""\s{0,3} (?: points? | if \b | skills? | qualifications? | requirements? | experience | knowledge
    | content | features?
        | round | material | track | abuse | engine | tools? | game | areas? | items? | attributes
        | (?: for | that ) \s (?: having | knowing | experience | if )
        | :? \s{0,3} (?: if | experience | familiarity | knowledge | you've | you \s | prior | previous
        | background | exposure
            | proficiency ) \b | ! )""",
    re.VERBOSE,
)
REACH = 70  # characters before the words that name or deny them
AT_MOST = 60  # of one text


def bonuses_in(view: View) -> Iterator[tuple[int, int]]:
    """Yield the words that name a bonus and what it depends on."""
    letter, word = HINT_WITH_LETTER
    hints = (*HINTS, word) if letter in view.lower else HINTS
    every = (
        found
        for first, last in stretches_near(view.lower, hints, REACH, REACH)
        for found in BONUS.finditer(view.lower, first, last)
    )
    for found in islice(every, AT_MOST):
        start, end = found.span()
        if NOT_AFTER.search(view.lower, max(0, start - REACH), start) or NOT_BEFORE.match(view.lower, end):
            continue
        tail = TAIL.match(view.lower, end)
        yield start, tail.end() if tail else end
