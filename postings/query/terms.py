"""What people call the values of the closed vocabularies: “wfh” is remote, “part-time” is part_time.

Search text and the filters that are offered for plain words both read these names; nothing else knows them.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from postings.query.stemming import fold
from postings.query.tokenise import WORD
from postings.vocabulary import Education, EmploymentType, Family, Level, Sponsorship, Term, WorkMode

VOCABULARIES: Mapping[str, type[Term]] = MappingProxyType(
    {
        "mode": WorkMode,
        "level": Level,
        "family": Family,
        "type": EmploymentType,
        "education": Education,
        "visa": Sponsorship,
    }
)
# Beside values and labels. Not “staff”, which is a rank of engineers only; not “permanent”, which says
# nothing of hours; not “ba”, which is as often an analyst as a degree.
SYNONYMS: Mapping[Term, tuple[str, ...]] = {
    WorkMode.REMOTE: ("wfh", "work from home", "home office", "telecommute"),
    WorkMode.ONSITE: ("in office", "in person", "on premises"),
    Level.INTERN: ("trainee",),
    Level.ENTRY: ("junior", "jr", "entry level", "graduate"),
    Level.MID: ("mid level", "intermediate"),
    Level.SENIOR: ("sr", "senior level"),
    Level.EXECUTIVE: ("c level", "chief"),
    EmploymentType.CONTRACT: ("contractor", "freelance"),
    EmploymentType.TEMPORARY: ("temp",),
    Family.INFRASTRUCTURE: ("it", "devops"),
    Family.PEOPLE: ("hr", "human resources", "recruiting"),
    Family.FINANCE: ("accounting",),
    Family.SUPPORT: ("customer success",),
    Family.OPERATIONS: ("supply chain", "logistics"),
    Education.NONE: ("no degree",),
    Education.BACHELOR: ("bachelors", "bachelor degree", "bsc"),
    Education.MASTER: ("masters", "master degree", "msc", "mba"),
    Education.DOCTORATE: ("phd", "doctoral"),
    Sponsorship.YES: ("visa sponsorship", "sponsorship", "sponsored", "h1b"),
    Sponsorship.NO: ("no visa",),
}


def key(words: str) -> str:
    """Return what spellings of the same words share: “On-site”, “on site” and “ONSITE” are onsite."""
    return "".join(map(fold, WORD.findall(words)))


@cache
def names_in(dimension: str) -> Mapping[str, Term]:
    """Return every full name in a dimension, by its key."""
    return MappingProxyType(
        {
            key(name): term
            for term in VOCABULARIES[dimension]
            for name in (term.value, term.label, *SYNONYMS.get(term, ()))
        }
    )


def term_named(dimension: str, words: str) -> Term | None:
    """Return the value that goes by these words, or by a name of which they are the beginning.

    A beginning of several is none of them: `level:m` may be mid or manager.
    """
    wanted, names = key(words), names_in(dimension)
    if not wanted or wanted in names:
        return names.get(wanted)
    begun = {term for name, term in names.items() if name.startswith(wanted)}
    return begun.pop() if len(begun) == 1 else None


def nearest_term(dimension: str, words: str) -> Term | None:
    """Return the value whose name differs by a slip of the finger."""
    names = names_in(dimension)
    found = process.extractOne(key(words), list(names), scorer=OSA.normalized_similarity, score_cutoff=0.6)
    return names[found[0]] if found else None
