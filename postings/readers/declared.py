"""Facts that a structure states → the header that stands above a text, one fact a line, in one fixed form.

In: values as boards and spreadsheets write them. Out: lines such as `Employment type: full_time, contract`
and a blank line. Left out: whatever is not stated, is zero, or is none of the words of a closed list.
"""

import html
import re
from dataclasses import dataclass, fields
from datetime import date

LONGEST_VALUE = 2000  # characters: an address may be that long
SPACES = re.compile(r"\s+")
TAGS = re.compile(r"<[^<>]{0,300}>")
ISO_DATE = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:$|[T\s])")
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}")

WORK_MODES = {
    "remote": "remote", "fullyremote": "remote", "telecommute": "remote", "hybrid": "hybrid",
    "onsite": "onsite", "inoffice": "onsite", "office": "onsite", "inperson": "onsite",
}  # fmt: skip
EMPLOYMENT_TYPES = {
    "fulltime": "full_time", "permanentfulltime": "full_time", "heltid": "full_time", "vollzeit": "full_time",
    "parttime": "part_time", "deltid": "part_time", "teilzeit": "part_time", "permanentparttime": "part_time",
    "contract": "contract", "contractor": "contract", "freelance": "contract", "freelancer": "contract",
    "temporary": "temporary", "temp": "temporary", "seasonal": "temporary", "fixedterm": "temporary",
    "intern": "internship", "internship": "internship", "internships": "internship", "trainee": "internship",
}  # fmt: skip
PERIODS = {
    "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "week": "week", "weekly": "week",
    "biweek": "biweek", "biweekly": "biweek", "month": "month", "monthly": "month",
    "year": "year", "yearly": "year", "annual": "year", "annually": "year", "annum": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Declared:
    """Every field is its line's text; empty is not stated. The order of the fields is that of the lines."""

    title: str = ""
    company: str = ""
    locations: tuple[str, ...] = ()
    work_mode: str = ""
    remote_scope: str = ""
    employment_type: str = ""
    department: str = ""
    salary: str = ""
    education: str = ""
    experience: str = ""
    posted_on: str = ""
    closes_on: str = ""
    apply: str = ""
    reference: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def header(self) -> str:
        """Return the lines and the blank line after them, or nothing."""
        lines = []
        for field in fields(self):
            stated = getattr(self, field.name)
            if not stated:
                continue
            label = "Location" if field.name == "locations" else field.name.replace("_", " ").capitalize()
            values = dict.fromkeys(
                words(value) for value in (stated if isinstance(stated, tuple) else (stated,))
            )
            lines += [f"{label}: {value}\n" for value in values if value]
        return "".join(lines) + "\n" if lines else ""


def words(value: object) -> str:
    """Return a text or number as one clean line; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = html.unescape(TAGS.sub(" ", html.unescape(f"{value}")[: 10 * LONGEST_VALUE]))
    return SPACES.sub(" ", text.replace("\0", "")).strip()[:LONGEST_VALUE]


def bare(value: object) -> str:
    """Return only the letters, small: "FULL_TIME", "Full-time" and "fullTime" are one word."""
    return "".join(c for c in words(value).lower() if c.isalpha())


def work_mode(value: object) -> str:
    return WORK_MODES.get(bare(value), "")


def employment_type(*values: object) -> str:
    """Return the known types, comma separated; a value may hold several itself."""
    known = [
        EMPLOYMENT_TYPES.get(bare(part), "") for value in values for part in re.split(r"[,;/|]", words(value))
    ]
    return ", ".join(dict.fromkeys(filter(None, known)))


def iso_date(value: object) -> str:
    """Return the day of an ISO date or moment; a date of any other form is not read here."""
    if found := ISO_DATE.match(words(value)):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            return ""
    return ""


def address(*values: object) -> str:
    """Return the first value that is a web address."""
    return next((text for value in values if ADDRESS.fullmatch(text := words(value))), "")


def place(*parts: object) -> str:
    """Return "City, Region, Country" from those parts that are stated, each once."""
    return ", ".join(dict.fromkeys(words(part) for part in parts if isinstance(part, str) and words(part)))


def amount(value: object) -> float:
    """Return a positive amount, or 0: boards write 0 for "not stated"."""
    text = words(value).replace(",", "").replace(" ", "")
    return float(text) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", text) else 0.0


def salary(currency: object, low: object, high: object, period: object) -> str:
    """Return "USD 100000 - 150000 per year", without what is not stated; "" without an amount."""
    least, most = amount(low), amount(high)
    if not least and not most:
        return ""
    sums = " - ".join(dict.fromkeys(f"{sum_:.10g}" for sum_ in (least, most) if sum_))
    opening = "" if least and most else "from " if least else "up to "
    unit = PERIODS.get(bare(period).removeprefix("per"), "")
    return " ".join(
        filter(None, (f"{opening}{words(currency).upper()[:3]}".strip(), sums, unit and f"per {unit}"))
    )
