"""What a draft must be, where chance should not decide."""

from dataclasses import dataclass

from postings.library.employers import Employer
from postings.library.paying import PayWish
from postings.vocabulary import Family, Level, Sponsorship, WorkMode


@dataclass(frozen=True, slots=True)
class Wish:
    """Whatever is empty here is drawn."""

    employer: Employer | None = None
    family: Family | None = None
    title: str = ""
    level: Level | None = None
    language: str = ""
    market: str = ""
    mode: WorkMode | None = None
    visa: Sponsorship | None = None
    pay: PayWish | None = None
    places: int = 0
    scope: tuple[str, ...] = ()
    age: int | None = None  # days before today
    closes_in: int | None = None  # days from today
    years: str = ""  # "range" or "placeholder"
    no_degree: bool = False
    company: str = ""
    short: bool = False
