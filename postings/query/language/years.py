"""`years:<=10`, `years:3..5`, `years:5+`: years of experience, in tenths, since some ask for half ones."""

import re
from decimal import Decimal

from postings.query.language.faults import Reading
from postings.query.language.ranges import bounds, ends_of, figure
from postings.query.plan import Years

MOST = Decimal(100 * 10)
YEARS = re.compile(r"(?P<figures>[0-9]+(?:[.,][0-9]+)?)(?:y|yrs?|years?)?", re.IGNORECASE)


def read_years(text: str) -> Reading:
    ends = ends_of(text)
    low, high = _tenths(ends.low), _tenths(ends.high)
    if (low is None) != (not ends.low) or (high is None) != (not ends.high) or low is high is None:
        return Reading(None, "Write years as years:>=3, years:<=10 or years:3..5.")
    least, most, note = bounds(low, high, ends.beyond, MOST)
    return Reading(Years(least, most), note)


def _tenths(text: str) -> Decimal | None:
    found = YEARS.fullmatch(text)
    return found and figure(found["figures"], grouped=False) * 10
