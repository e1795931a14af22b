"""What somebody who has typed so far may mean: skills, companies, places and titles of this library.

The last word may be unfinished. The commonest come first, as the index counts them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from pyroaring import BitMap

from postings.bitmaps import NONE, term
from postings.models import Company, CompanyAlias, Place, Posting, SearchTerm, Skill, SkillAlias
from postings.parsing.names import company_key, skill_key
from postings.query import stems_in_all_languages, tokens_of
from postings.search.index import Index, current_index
from postings.search.words import AnotherEpoch

SHORTEST, LONGEST = 2, 80  # characters
MOST = 4  # of a kind
LOOKED_AT = 60  # names that begin so, of which the commonest are shown
TITLES = 200  # postings whose titles are counted
ENDINGS = 8  # of a word that is not finished


@dataclass(frozen=True, slots=True)
class Suggestion:
    kind: str  # "title", "company", "skill", "place"
    name: str
    before: str  # words of the text that it leaves as they are
    count: int


def suggestions(text: str) -> list[Suggestion]:
    """Return what begins with the text, or with its last word, the commonest of each kind first."""
    text = " ".join(text.split())[:LONGEST].replace("\0", "")
    if len(text) < SHORTEST:
        return []
    before, _, last = text.rpartition(" ")
    try:
        with current_index() as index:
            found = [
                *_rows(index, "skill", _skills(text)),
                *_titles(index, text),
                *_rows(index, "company", _companies(text)),
                *_rows(index, "place", _places(text)),
            ]
            if before and len(last) >= SHORTEST:
                found += _rows(index, "skill", _skills(last), before)
            return found
    except AnotherEpoch:
        return []  # whoever types asks again with the next letter


def _skills(text: str) -> Iterable[Skill]:
    key = skill_key(text)
    if not key:
        return []
    return Skill.objects.filter(pk__in=SkillAlias.objects.filter(key__startswith=key).values("skill"))


def _companies(text: str) -> Iterable[Company]:
    key = company_key(text)
    if not key:
        return []
    named = CompanyAlias.objects.filter(key__startswith=key).values("company")
    return Company.objects.filter(pk__in=named)[:LOOKED_AT]


def _places(text: str) -> Iterable[Place]:
    return Place.objects.filter(Q(city__istartswith=text) | Q(city="", region__istartswith=text))


def _rows(index: Index, kind: str, rows: Iterable[Any], before: str = "") -> list[Suggestion]:
    named = {row.pk: _name(row) for row in rows}
    counts = index.counter.chosen(index.library.live, kind, list(named))
    found = [Suggestion(kind, name, before, counts[pk]) for pk, name in named.items()]
    return sorted((one for one in found if one.count), key=lambda one: (-one.count, one.name))[:MOST]


def _name(row: Any) -> str:
    return (row.city or row.region) if isinstance(row, Place) else str(row.name)


def _titles(index: Index, text: str) -> list[Suggestion]:
    """Count the titles of some postings that have these words there, the last one perhaps unfinished."""
    *finished, last = [text[token.start : token.end] for token in tokens_of(text, "en")] or [""]
    if not last:
        return []
    within = index.library.live
    for word in finished:
        within = within & _in_titles(index, stems_in_all_languages(word))
    within = within & _in_titles(index, {*_endings(last.lower()), *stems_in_all_languages(last)})
    latest = [number for number, _ in zip(reversed(within), range(TITLES), strict=False)]
    postings = index.library.column("posting")[latest].tolist()
    titles = Counter(Posting.objects.filter(pk__in=postings).values_list("title", flat=True))
    return [Suggestion("title", title, "", count) for title, count in titles.most_common(MOST)]


def _in_titles(index: Index, stems: Iterable[str]) -> BitMap:
    terms = [term(stem, "title") for stem in stems]
    return BitMap.union(NONE, *index.words.terms(terms).values())


def _endings(word: str) -> list[str]:
    """Return the commonest stems of titles that begin with the word."""
    begun = SearchTerm.objects.filter(term__startswith=term(word, "title"))
    stems: Counter[str] = Counter()
    for found, count in begun.order_by("-count").values_list("term", "count")[: ENDINGS * 4]:
        stems[found.removeprefix(term("", "title"))] += count
    return [stem for stem, _ in stems.most_common(ENDINGS)]
