"""Days as people write them → dates, where they can be read in one way only."""

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari janvier enero janeiro gennaio",
            "february feb februar februari février fevrier febrero fevereiro febbraio",
            "march mar märz maart mars marzo março",
            "april apr avril abril aprile",
            "may mai mei maj mayo maio maggio",
            "june jun juni juin junio junho giugno",
            "july jul juli juillet julio julho luglio",
            "august aug augusti augustus août aout agosto",
            "september sep sept septembre septiembre setembro settembre",
            "october oct oktober octobre octubre outubro ottobre okt",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre decembre diciembre dezembro dicembre dez",
        ),
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
# "2026-01-31", "31.01.2026", "31/01/2026", "Jan. 31st, 2026", "31 de enero de 2026"; not "Jan 31", whose year nobody says.
DAY = re.compile(
    rf"""(?: (?P<iso> (?P<y>\d{{4}}) [-/.] (?P<m>\d{{1,2}}) [-/.] (?P<d>\d{{1,2}}) )
      | (?P<first>\d{{1,2}}) (?P<mark>[./-]) (?P<second>\d{{1,2}}) (?P=mark) (?P<year>\d{{4}}|\d\d(?!\d))
      | (?P<month>{MONTH}) \.? \s (?P<day>\d{{1,2}}) (?:st|nd|rd|th)? ,? \s (?P<of>\d{{4}})
      | (?P<day2>\d{{1,2}}) (?:st|nd|rd|th|\.|er)? [\s-] (?:de\s|of\s)? (?P<month2>{MONTH}) \.? ,? [\s-]
        (?:de\s)? (?P<of2>\d{{4}})
    ) (?! \d )""",
    re.VERBOSE,
)


def read_day(found: re.Match[str]) -> date | None:
    """Return the date of a match of DAY; None where day and month may be either, or there is no such day."""
    try:
        if found["iso"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found["month"]:
            return date(int(found["of"]), MONTHS[found["month"]], int(found["day"]))
        if found["month2"]:
            return date(int(found["of2"]), MONTHS[found["month2"]], int(found["day2"]))
        return _of_numbers(int(found["first"]), int(found["second"]), int(found["year"]), found["mark"])
    except ValueError:  # the 31st of June
        return None


def _of_numbers(first: int, second: int, year: int, mark: str) -> date | None:
    year += 2000 if year < 100 else 0
    if mark == "." or first > 12 or first == second:  # with dots the day comes first everywhere
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None
