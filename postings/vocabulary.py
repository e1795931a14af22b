"""The closed vocabularies: what a fact may say, with the words that people read for it.

Values are stored, exported and put into addresses, so they never change; labels may. The order of the
members is the order in which pages list them.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A stored value with a label: `WorkMode.ONSITE` is "onsite" and reads "On site"."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(member.value, member.label) for member in cls]


class Kind(Term):
    POSTING = "posting", "Posting"
    GUIDE = "guide", "Role guide"
    OTHER = "other", "Not a job description"


class State(Term):
    """How a fact came to be known. A fact that nobody stated does not exist at all."""

    STATED = "stated", "Stated"
    PLACEHOLDER = "placeholder", "Placeholder"
    CONFLICTING = "conflicting", "Conflicting"
    EDITED = "edited", "Edited"


class WorkMode(Term):
    REMOTE = "remote", "Remote"
    HYBRID = "hybrid", "Hybrid"
    ONSITE = "onsite", "On site"


class EmploymentType(Term):
    FULL_TIME = "full_time", "Full time"
    PART_TIME = "part_time", "Part time"
    CONTRACT = "contract", "Contract"
    TEMPORARY = "temporary", "Temporary"
    INTERNSHIP = "internship", "Internship"


class Level(Term):
    INTERN = "intern", "Intern"
    ENTRY = "entry", "Entry"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"
    LEAD = "lead", "Lead"
    PRINCIPAL = "principal", "Principal"
    MANAGER = "manager", "Manager"
    HEAD = "head", "Head"
    DIRECTOR = "director", "Director"
    VP = "vp", "Vice president"
    EXECUTIVE = "executive", "Executive"


class Family(Term):
    SOFTWARE = "software", "Software engineering"
    DATA = "data", "Data and AI"
    INFRASTRUCTURE = "infrastructure", "Infrastructure and IT"
    SECURITY = "security", "Security"
    HARDWARE = "hardware", "Hardware and engineering"
    SCIENCE = "science", "Science and research"
    PRODUCT = "product", "Product and programmes"
    DESIGN = "design", "Design"
    MARKETING = "marketing", "Marketing and communications"
    SALES = "sales", "Sales"
    SUPPORT = "support", "Customer support"
    FINANCE = "finance", "Finance and accounting"
    LEGAL = "legal", "Legal and compliance"
    PEOPLE = "people", "People and recruiting"
    OPERATIONS = "operations", "Operations and supply chain"
    ADMINISTRATION = "administration", "Administration"
    HEALTH = "health", "Health care"
    EDUCATION = "education", "Education"
    TRADES = "trades", "Trades and manufacturing"
    HOSPITALITY = "hospitality", "Hospitality and retail"


class Education(Term):
    """The minimum that is required; NONE says that no degree is asked for, in so many words."""

    NONE = "none", "No degree needed"
    HIGH_SCHOOL = "high_school", "High school"
    ASSOCIATE = "associate", "Associate"
    BACHELOR = "bachelor", "Bachelor’s"
    MASTER = "master", "Master’s"
    DOCTORATE = "doctorate", "Doctorate"


class Sponsorship(Term):
    YES = "yes", "Sponsors visas"
    NO = "no", "No sponsorship"


class Period(Term):
    HOUR = "hour", "an hour"
    DAY = "day", "a day"
    WEEK = "week", "a week"
    BIWEEK = "biweek", "every two weeks"
    MONTH = "month", "a month"
    YEAR = "year", "a year"


class Basis(Term):
    """What a sum of money covers. Only BASE and CONTRACT are offers of pay for work alone."""

    BASE = "base", "Base"
    OTE = "ote", "On-target earnings"
    TOTAL = "total", "Total compensation"
    CONTRACT = "contract", "Contract rate"
    MARKET_ESTIMATE = "market_estimate", "Market estimate"


OFFERS = frozenset({Basis.BASE, Basis.CONTRACT})


class Section(Term):
    RESPONSIBILITY = "responsibility", "Responsibilities"
    REQUIRED = "required", "Required"
    PREFERRED = "preferred", "Preferred"
    ELIGIBILITY = "eligibility", "Eligibility"
    BENEFIT = "benefit", "Benefits"
    ABOUT = "about", "About"
    PROCESS = "process", "How to apply"
    OTHER = "other", "Other"


class Strength(Term):
    REQUIRED = "required", "Required"
    PREFERRED = "preferred", "Preferred"
    MENTIONED = "mentioned", "Mentioned"


class Severity(Term):
    ERROR = "error", "Error"
    WARNING = "warning", "Warning"
    INFO = "info", "Note"


class KeyFact(Term):
    """What a document should say, and can be searched by whether it does."""

    PAY = "pay", "Pay"
    YEARS = "years", "Years"
    PLACE = "place", "Place"
    EDUCATION = "education", "Education"


class Statement(Term):
    """Whether a document says it. What a person has set counts as stated."""

    STATED = "stated", "stated"
    NOT_STATED = "not_stated", "not stated"
    PLACEHOLDER = "placeholder", "placeholder"
    CONFLICTING = "conflicting", "conflicting"


# "pay:not_stated" and what people read for it: a document's quality in one respect.
QUALITIES = {f"{fact}:{said}": f"{fact.label} {said.label}" for fact in KeyFact for said in Statement}


class PostingState(Term):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    ARCHIVED = "archived", "Archived"
    TRASHED = "trashed", "In the trash"


class DocumentState(Term):
    QUEUED = "queued", "Queued"
    READING = "reading", "Reading"
    UNPACKED = "unpacked", "Unpacked"
    NEEDS_COLUMNS = "needs_columns", "Needs columns"
    NEEDS_REVIEW = "needs_review", "Needs review"
    PUBLISHED = "published", "Published"
    DUPLICATE = "duplicate", "Duplicate"
    REJECTED = "rejected", "Rejected"
    FAILED = "failed", "Failed"


class MailState(Term):
    """What became of a mail. One whose sender died on the way may have arrived, and is not sent again."""

    WAITING = "waiting", "Waiting"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    NOTHING_NEW = "nothing_new", "Nothing new"
    FAILED = "failed", "Failed"
    UNKNOWN = "unknown", "May have been sent"


class Scope(Term):
    """What a token of the API may read."""

    POSTINGS = "postings:read", "Postings: lists, facts, comparisons, counts"
    PAY = "pay:read", "What selections pay"
    NAMES = "names:read", "Names of companies and skills"


class Cadence(Term):
    """How often a saved search writes to whoever follows it."""

    NEVER = "never", "Never"
    DAILY = "daily", "Daily"
    WEEKLY = "weekly", "Weekly"
