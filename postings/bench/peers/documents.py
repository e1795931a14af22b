"""What the peers are built from: every live entry of the index, with its facts sorted by dimension.

They get the stems of the words rather than the words, so that every side looks for the same ones, and the
numbers that the index itself has for values, which is the cheapest form for them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from postings.bitmaps import LARGEST, Band, Entry, dimension_of, value_of
from postings.models import Skill
from postings.query import stems_of
from postings.stored import ENTRY_COLUMNS, entry_from_row

PORTION = 2_000
FOREVER = 10_000_000  # a day that no posting closes before
SINGLE = ("mode", "level", "family", "education", "visa", "company")
SEVERAL = ("type", "quality", "place", "skill")
DIMENSIONS = (*SINGLE, *SEVERAL)

LIVE = f"""
SELECT {", ".join(ENTRY_COLUMNS)} FROM postings_searchdoc
WHERE generation = (SELECT generation FROM postings_indexclock) AND died IS NULL AND docno > %s
ORDER BY docno LIMIT {PORTION}
"""


# Whose language a stem is of is our own affair: the others look for English stems in everything.
OF_LANGUAGE = re.compile(r" [a-z]{2}~")


@dataclass(frozen=True, slots=True)
class PeerDocument:
    entry: Entry
    values: dict[str, list[int]]  # by dimension
    bands: list[Band]  # the highest of each currency
    skills: str  # the stems of the names of its skills

    @property
    def closes(self) -> int:
        return self.entry.closes or FOREVER


def peer_documents() -> Iterator[PeerDocument]:
    names = {pk: " ".join(stems_of(name, "en")) for pk, name in Skill.objects.values_list("pk", "name")}
    last = -1
    while rows := _portion(last):
        for row in rows:
            entry = entry_from_row(*row)
            entry = replace(entry, zones=tuple(OF_LANGUAGE.sub(" ", zone) for zone in entry.zones))
            values: defaultdict[str, list[int]] = defaultdict(list)
            for code in entry.codes:
                values[dimension_of(code)].append(value_of(code))
            skills = " ".join(names.get(skill, "") for skill in values["skill"])
            yield PeerDocument(entry, values, _highest(entry.bands), skills)
        last = rows[-1][0]


def _portion(last: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(LIVE, [last])
        return list(cursor.fetchall())


def _highest(bands: tuple[Band, ...]) -> list[Band]:
    best: dict[str, Band] = {}
    for band in bands:
        if band.currency not in best or (band.high, band.low) > best[band.currency][1:3]:
            best[band.currency] = band
    return list(best.values())


def reach(band: Band) -> int:
    return LARGEST if band.open else band.high
