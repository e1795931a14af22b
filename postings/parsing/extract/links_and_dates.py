"""Where to apply, when it was posted and until when one may apply.

A part in; an address and two days out, each None where the text does not say. Days come from labelled fields alone,
and only in forms that can be read in one way: 03/04/2026 is March or April, so it is neither.
"""

import re
from datetime import date

from postings.facts import Fact
from postings.parsing.extract.apply_address import read_apply_url
from postings.parsing.extract.days import DAY, MONTH, read_day
from postings.parsing.extract.near import Stretch, stretches_near
from postings.parsing.part import Part

WEEKDAY = (
    r"(?: (?: (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
    r" | (?:mon|diens|donners|frei|sams|sonn)tag ) ,? \s )"
)
TIME = r"""(?: (?: \d{1,2}[:.]\d\d | \d{1,2}\s?[ap]\.?m\.? | midnight | noon | close\sof\sbusiness | end\sof\sday )
    \s? (?: [ap]\.?m\.? )? \s? (?: (?: [ecmp][sd]?t | gmt | utc | cet | cest | bst | aoe | uhr ) \s )? (?: on\s | ,\s? | -\s? )? )"""
# "Application deadline: 31 May 2026", "Apply by June 1, 2026", "Bewerbungsfrist: 30.09.2026"; not "a deadline of 5 days".
CLOSES = re.compile(
    rf"""(?: \b (?: application s? | closing | submission | posting | job | expected | vacancy | review ) \s
            (?: deadline | clos(?:e|es|ing) (?:\s(?:date|on))? | end\sdate | due (?:\s(?:date|by))? | expir\w+ )
          | \b deadline (?: \sdate )? | \b clos(?:e|es|ing) (?: [ _]date | \son ) | ^ [^\w\n]* closes
          | \b apply\s (?: by | before | no\slater\sthan | until | on\sor\sbefore )
          | \b applications?\s (?: [\w-]+\s ){{0,4}}? (?: by | until | due | before | no\slater\sthan )
          | \b valid\s?through | \b expir (?: es | y | ation ) [ _]? (?: on | date )? | \b open\suntil
          | \b last\s (?:date|day) (?:\sto\sapply)? | \b bewerbungs (?: schluss | frist | ende ) | \b bewerbung\w*\s (?:[\w-]+\s){{0,4}}? bis
          | \b date\slimite | \b candidature\w*\s (?:[\w-]+\s){{0,4}}? (?: avant | jusqu'au ) | \b clôture | \b fecha\s (?: límite | de\scierre )
          | \b sista\sansökningsdag | \b ansök\ssenast | \b scadenza | \b prazo | \b sluitingsdatum | \b reageren\skan\stot )
      (?: \s (?: for | of | to | de | des ) \b [^.\n:]{{0,45}}? )?
      [\s*_:"'.=-]* (?: (?: is | on | by | am | bis | spätestens | zum | der | den | le | el | to | ist | date | du | au | il | la | está ) [\s:]+ ){{0,3}}
      {TIME}? {WEEKDAY}? (?= \d | (?: {MONTH} ) \b )""",
    re.VERBOSE | re.MULTILINE,
)
# "Posted on 3 May 2026", "open_date: 2026-05-03"; not "Posted today", nor "an opening date with our team".
POSTED = re.compile(
    rf"""(?: ^ | (?<= [\s*|·(_"'] ) ) (?: (?:date\s)? posted (?: \s (?:on|date) )? | posting [ _] (?: date | start\sdate | opened )
          | publication [ _] date | published (?: [ _] (?:on|at|date) )? | date [ _]? (?: posted | published | opened )
          | open (?: s | ing | ed )? [ _] (?: date | on ) | opens | veröffentlicht (?:\sam)? | veröffentlichungsdatum | online\sseit | erstellt\sam
          | publiée? (?: \sle )? | date\sde\spublication | mise?\sen\sligne | publicad[oa] (?: \sel )? | fecha\sde\spublicación
          | publicerad | pubblicat[oa] | geplaatst (?: \sop )? )
      [\s*_:"'=-]{{1,6}} (?: (?: on | am | le | el | il | op ) \s )? {WEEKDAY}? (?= \d | (?: {MONTH} ) \b )""",
    re.VERBOSE | re.MULTILINE,
)
YEARS = ("201", "202", "203")
# The mark goes first: there are fewer of them than of figures.
SHORT_DAYS = (re.compile(r"\.(?<=\d\.)\d\d?[./]\d\d"), re.compile(r"/(?<=\d/)\d\d?[./]\d\d"))
BEFORE_A_DAY, WITHIN_A_DAY = (
    120,
    6,
)  # characters that a label may take before the hint of a day, and the day after it


def read_links_and_dates(part: Part) -> tuple[Fact[str] | None, Fact[date] | None, Fact[date] | None]:
    """Return the address to apply at, the day of posting and the last day to apply."""
    nearby = _near_days(part.view.lower)
    return read_apply_url(part), _day_after(part, POSTED, nearby), _day_after(part, CLOSES, nearby)


def _near_days(lower: str) -> list[Stretch]:
    """Return where a label may stand before a day: most texts have no such place."""
    stretches = stretches_near(lower, YEARS, BEFORE_A_DAY, WITHIN_A_DAY)
    for pattern in SHORT_DAYS:
        stretches += [
            (max(0, found.start() - 1 - BEFORE_A_DAY), found.end()) for found in pattern.finditer(lower)
        ]
    return sorted(stretches)


def _day_after(part: Part, label: re.Pattern[str], nearby: list[Stretch]) -> Fact[date] | None:
    lower = part.view.lower
    for start, end in nearby:
        for found in label.finditer(lower, start, end):
            stated = DAY.match(lower, found.end())
            if stated and (day := read_day(stated)):
                return part.view.fact(day, *stated.span())
    return None
