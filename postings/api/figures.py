"""What answers of counts and of pay look like, for OpenAPI."""

from datetime import date

from pydantic import Field

from postings.api.schemas import Note, Said


class Value(Said):
    value: str
    label: str
    count: int
    chosen: bool


class Bins(Said):
    currency: str
    currencies: dict[str, int]
    width: int = Field(description="Of one bin, in a year's pay; the last one is open.")
    counts: list[int]


class Facets(Said):
    total: int
    facets: dict[str, list[Value]] = Field(
        description="By parameter: with every other filter applied and its own ignored."
    )
    pay: Bins
    notes: list[Note]


class Spread(Said):
    postings: int
    lower_quarter: int
    median: int
    upper_quarter: int


class Group(Said):
    value: str
    label: str
    spread: Spread
    guides: str = Field(description="The median of role guides, in words; may be empty.")


class AtPlace(Said):
    level: str
    spread: Spread | None


class PlacePay(Said):
    place: str
    levels: list[AtPlace]


class Rate(Said):
    rate: str
    day: date


class SelectionPay(Said):
    """Yearly base pay. Groups of fewer than five postings are left out."""

    total: int
    stated: int
    currency: str
    in_currency: int
    other_currencies: dict[str, int]
    converted: bool
    rates: list[Rate]
    without_rate: list[str]
    left_out: list[str]
    all: Spread | None
    levels: list[Group]
    families: list[Group]
    places: list[PlacePay]
    notes: list[Note]
