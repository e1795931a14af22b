"""Random questions about a library: conditions in every dimension, and search text of every kind."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from postings.models import Company, ParseRun, Place, Skill
from postings.query import (
    Chosen,
    Condition,
    Open,
    Order,
    Pay,
    Plan,
    Posted,
    Years,
    stems_of,
    understand,
)
from postings.vocabulary import (
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    Sponsorship,
    Strength,
    WorkMode,
)

TERMS = {
    "mode": WorkMode,
    "level": Level,
    "family": Family,
    "education": Education,
    "visa": Sponsorship,
    "type": EmploymentType,
}
FIELDS = ("pay", "years", "place", "education")
STATES = ("stated", "not_stated", "placeholder", "conflicting")
CURRENCIES = ("USD", "EUR", "GBP", "XXX")
ASKED = (
    *("mode:remote", "level:senior", "has:pay", "missing:years", "type:contract", "education:phd", "visa:no"),
    *("years:3..5", "years:>=5", "closed:yes", "closed:no", "posted:30d", "quality:placeholder"),
    *("pay:>100k", "pay:<=90kEUR", "title:engineer", "required:python", "preferred:docker"),
    *('title:"software engineer"', "place:texas", "place:germany", "nosuchword", "genai"),
    *("terrafrom", "kuberentes"),
)


class Questions:
    """Draws plans from one source of chance; the words and names are those of the library."""

    def __init__(self, chance: Random, today: date) -> None:
        self.chance, self.today = chance, today
        self.slugs = {
            "skill": _slugs(Skill, "uses"),
            "place": _slugs(Place, "sites")
            + list(Place.objects.filter(city="").values_list("slug", flat=True)),
            "company": _slugs(Company, "postings"),
        }
        self.names = list(Skill.objects.order_by("name").values_list("name", flat=True))
        self.lines = [
            line.split()
            for text in ParseRun.objects.order_by("pk").values_list("text", flat=True)[:40]
            for line in text.splitlines()
            if len(line.split()) > 2
        ]

    def plan(self) -> Plan:
        makers = self.chance.sample(self._makers(), self.chance.choice((0, 0, 1, 1, 1, 2, 3)))
        text = self.text() if self.chance.random() < 0.7 else ""
        return Plan(
            kind=self.chance.choice((Kind.POSTING, Kind.POSTING, Kind.POSTING, Kind.GUIDE)),
            text=understand(text, self.today).node,
            conditions=tuple(make() for make in makers),
            order=self.chance.choice(list(Order)),
        )

    def text(self) -> str:
        return " ".join(self._piece() for _ in range(self.chance.choice((1, 1, 1, 2, 2, 3))))

    def _piece(self) -> str:
        draw = self.chance.random()
        if draw < 0.35:
            return self._words(1)
        if draw < 0.45:
            return f'"{self._words(2)}"'
        if draw < 0.5:
            return f'"{self._words(3)}"'
        if draw < 0.6:
            return f"-{self._words(1)}"
        if draw < 0.7:
            return f"({self._words(1)} OR {self._piece()})"
        if draw < 0.75:
            return f"-({self._words(1)} {self._piece()})"
        if draw < 0.85:
            return self.chance.choice(self.names)
        if draw < 0.9:
            return f'skill:"{self.chance.choice(self.names)}"'
        return self.chance.choice(("", "-")) + self.chance.choice(ASKED)

    def _words(self, count: int) -> str:
        """Return words that follow each other somewhere; signs of the language are taken off."""
        line = self.chance.choice(self.lines)
        start = self.chance.randrange(max(len(line) - count + 1, 1))
        words = [word.strip('-*#|()"“”„«»:,.') for word in line[start : start + count]]
        written = " ".join(word for word in words if word)
        return written if stems_of(written, "en") else "team"

    def _makers(self) -> list[Callable[[], Condition]]:
        return [
            *(lambda name=name: self._terms(name) for name in TERMS),
            *(lambda name=name: self._rows(name) for name in self.slugs),
            *(self._pay, self._years, self._quality),
            lambda: Open(self.today),
            lambda: Posted(self.today - timedelta(days=self.chance.choice((3, 30, 300)))),
        ]

    def _terms(self, dimension: str) -> Condition:
        values = self.chance.sample([term.value for term in TERMS[dimension]], self.chance.choice((1, 2)))
        return Chosen(dimension, tuple(sorted(values)), every=self.chance.random() < 0.1)

    def _rows(self, dimension: str) -> Condition:
        """A slug that nothing goes by may stand among others."""
        values = self.chance.sample(self.slugs[dimension], self.chance.choice((1, 2, 3)))
        if dimension == "skill":
            strength = self.chance.choice(("", "", Strength.REQUIRED.value, Strength.PREFERRED.value))
            return Chosen(dimension, tuple(values), every=self.chance.random() < 0.3, strength=strength)
        unknown = ["nothing-goes-by-this"] if self.chance.random() < 0.1 else []
        return Chosen(dimension, (*values, *unknown))

    def _quality(self) -> Condition:
        values = {
            f"{self.chance.choice(FIELDS)}:{self.chance.choice(STATES)}"
            for _ in range(self.chance.choice((1, 2)))
        }
        return Chosen("quality", tuple(sorted(values)), every=self.chance.random() < 0.2)

    def _pay(self) -> Condition:
        low, high = sorted(self.chance.sample((0, 40_000, 90_000, 100_000, 150_000, 400_000), 2))
        ends = self.chance.choice(((low, high), (low, None), (None, high)))
        return Pay(*ends, currency=self.chance.choice(("", "", *CURRENCIES)))

    def _years(self) -> Condition:
        low, high = sorted(self.chance.sample((0, 10, 25, 30, 50, 100), 2))
        return Years(*self.chance.choice(((low, high), (low, None), (None, high))))


def _slugs(table: type, uses: str) -> list[str]:
    rows = table.objects.filter(**{f"{uses}__isnull": False})  # type: ignore[attr-defined]
    return sorted(set(rows.values_list("slug", flat=True)))
