"""schema.org JobPosting, as JSON-LD in pages and as JSON of its own (https://schema.org/JobPosting)."""

from collections.abc import Iterator

from postings.readers import declared
from postings.readers.boards.values import at, mapping, prose, sequence, with_sections
from postings.readers.declared import Declared, place, words

SECTIONS = (
    ("Responsibilities", "responsibilities"),
    ("Requirements", "qualifications"),
    ("Skills", "skills"),
    ("Benefits", "jobBenefits"),
    ("Incentives", "incentiveCompensation"),
    ("Working hours", "workHours"),
)
MOST_NODES = 20_000  # of a structure that are looked at for postings


def recognises(data: dict[str, object]) -> bool:
    return any(words(kind).rpartition("/")[2] == "JobPosting" for kind in sequence(data.get("@type")))


def found_in(data: object) -> Iterator[dict[str, object]]:
    """Yield the JobPostings in a structure, in order, wherever they stand (`@graph`, lists, `mainEntity`)."""
    waiting = [data]
    for _ in range(MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict) and recognises(node):
            yield node
        else:
            inner = node if isinstance(node, list) else list(mapping(node).values())
            waiting += [part for part in reversed(inner) if isinstance(part, dict | list)]


def read(data: dict[str, object]) -> tuple[Declared, str]:
    facts = Declared(
        title=words(data.get("title")) or words(data.get("name")),
        company=_name(data.get("hiringOrganization")),
        locations=tuple(_place(entry) for entry in sequence(data.get("jobLocation"))),
        work_mode=next(filter(None, map(declared.work_mode, sequence(data.get("jobLocationType")))), ""),
        remote_scope=place(*map(_name, sequence(data.get("applicantLocationRequirements")))),
        employment_type=declared.employment_type(*sequence(data.get("employmentType"))),
        department=_name(data.get("employmentUnit")) or words(data.get("occupationalCategory")),
        salary=_salary(data.get("baseSalary")),
        education=_education(data.get("educationRequirements")),
        experience=_experience(data.get("experienceRequirements")),
        posted_on=declared.iso_date(data.get("datePosted")),
        closes_on=declared.iso_date(data.get("validThrough")),
        apply=declared.address(data.get("url"), at(data, "applicationContact", "url")),
        reference=words(at(data, "identifier", "value")) or words(data.get("identifier")),
    )
    return facts, with_sections(
        prose(data.get("description")), ((name, data.get(key)) for name, key in SECTIONS)
    )


def _name(value: object) -> str:
    return words(value) or words(at(value, "name"))


def _place(value: object) -> str:
    where = at(value, "address") or value
    if parts := mapping(where):
        country = parts.get("addressCountry")
        stated = place(parts.get("addressLocality"), parts.get("addressRegion"), _name(country))
        return stated or _name(parts) or _name(value)
    return place(where)


def _salary(value: object) -> str:
    if text := declared.words(value):
        return text if not declared.amount(text) else ""  # a bare number has no currency and no period
    for entry in sequence(value):
        currency = at(entry, "currency") or at(entry, "value", "currency")
        inner = mapping(at(entry, "value")) or {"value": at(entry, "value")}
        unit = inner.get("unitText") or at(entry, "unitText")
        exact = inner.get("value")
        low, high = (
            inner.get("minValue") or at(entry, "minValue"),
            inner.get("maxValue") or at(entry, "maxValue"),
        )
        if stated := declared.salary(
            currency, low or (not high and exact), high or (not low and exact), unit
        ):
            return stated
    return ""


def _education(value: object) -> str:
    names = [
        words(entry) or words(at(entry, "credentialCategory")) or _name(entry) for entry in sequence(value)
    ]
    return ", ".join(filter(None, names))


def _experience(value: object) -> str:
    months = declared.amount(at(value, "monthsOfExperience"))
    if not months:
        return words(value) or words(at(value, "description"))
    years, rest = divmod(months, 12)
    if rest:
        return f"{months:g} months"
    return f"{years:g} year{'s' if years > 1 else ''}"
