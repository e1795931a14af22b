"""Greenhouse's job board API: one entry of `jobs`, or a job on its own. Its `content` is escaped HTML."""

from postings.readers.boards.values import at, mapping, prose, sequence
from postings.readers.declared import Declared, address, iso_date, salary, words


def recognises(data: dict[str, object]) -> bool:
    return (
        "content" in data
        and "absolute_url" in data
        and bool(mapping(data.get("location")) or data.get("title"))
    )


def read(data: dict[str, object]) -> tuple[Declared, str]:
    facts = Declared(
        title=words(data.get("title")),
        company=words(data.get("company_name")),
        locations=(words(at(data, "location", "name")),),
        department=", ".join(
            filter(None, (words(at(entry, "name")) for entry in sequence(data.get("departments"))))
        ),
        salary=next(filter(None, map(_salary, sequence(data.get("pay_input_ranges")))), ""),
        posted_on=iso_date(data.get("first_published")),
        closes_on=iso_date(data.get("application_deadline")),
        apply=address(data.get("absolute_url")),
        reference=words(data.get("requisition_id")),
    )
    return facts, prose(data.get("content"))


def _salary(band: object) -> str:
    """Return a band in cents; it names no period, and a salary of a year is not told from one of an hour."""
    cents = [at(band, "min_cents"), at(band, "max_cents")]
    low, high = (
        value / 100 if isinstance(value, int) and not isinstance(value, bool) else 0 for value in cents
    )
    return salary(at(band, "currency_type"), low, high, "")
