"""What a posting is to say, settled before a word is written, so that a repost can change one thing."""

from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from postings.library.employers import Employer
from postings.library.layouts import LAYOUTS, Layout
from postings.library.markets import Market
from postings.library.money import Offer
from postings.library.phrases import spread
from postings.library.roles import Role, Rung
from postings.parsing.lexicon import Place
from postings.vocabulary import Education, EmploymentType, Sponsorship, WorkMode

LAYOUT_TABLE = spread(LAYOUTS, [layout.weight for layout in LAYOUTS], grain=128)


@dataclass(frozen=True, slots=True)
class PayPlan:
    """What is said about pay, and where."""

    head: Offer | None = None
    body: tuple[Offer, ...] = ()
    placeholder: str = ""
    on_target: Offer | None = None

    @property
    def conflicting(self) -> bool:
        return self.head is not None and bool(self.body) and self.head.pay != self.body[0].pay


@dataclass(frozen=True, slots=True)
class Brief:
    seed: int  # of the words, not of what they state
    role: Role
    rung: Rung
    employer: Employer
    company: str  # the employer as this document writes it
    market: Market
    places: tuple[Place, ...]
    mode: WorkMode | None
    scope: tuple[str, ...]  # countries of a remote hire, "worldwide", or nothing said
    type: EmploymentType | None
    department: str
    pay: PayPlan
    years: tuple[int, int] | None  # the second is 0 where there is no upper end
    years_placeholder: bool
    degree: Education | None
    visa: Sponsorship | None
    posted_at: datetime
    shows_posted: bool
    closes: date | None
    layout: Layout
    short: bool = False
    extra: str = ""  # a line that a repost adds

    def words_draw(self) -> Random:
        return Random(self.seed)  # noqa: S311 - believable documents, no secrets
