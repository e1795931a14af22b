"""A posting as schema.org knows it, for search engines; or what is missing before it may be called one.

Nothing is made up: without the day on which it was posted, or a place, there is no JobPosting.
"""

from collections.abc import Iterator
from typing import Any

from postings.contacts import without_contacts
from postings.facts import Location, PostingFacts
from postings.salary import highest_offer
from postings.scopes import SCOPES, WORLDWIDE
from postings.vocabulary import EmploymentType, Kind, Period, WorkMode

EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
    EmploymentType.INTERNSHIP: "INTERN",
}
UNITS = {
    Period.HOUR: "HOUR",
    Period.DAY: "DAY",
    Period.WEEK: "WEEK",
    Period.MONTH: "MONTH",
    Period.YEAR: "YEAR",
}


def job_posting(
    facts: PostingFacts, *, text: str, url: str, identifier: str
) -> tuple[dict[str, Any], list[str]]:
    """Return the JobPosting and what it lacks; where it lacks anything it must not be published."""
    places = [fact.value for fact in facts.locations if fact.value is not None]
    sites = [place for place in places if place.country]
    scope = [code for code in (facts.remote_scope and facts.remote_scope.value) or () if code != WORLDWIDE]
    is_remote = bool(facts.work_mode and facts.work_mode.value is WorkMode.REMOTE)
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": facts.title and facts.title.value and without_contacts(facts.title.value),
        "description": without_contacts(text),
        "datePosted": facts.posted_on and facts.posted_on.value and facts.posted_on.value.isoformat(),
        "validThrough": facts.closes_on and facts.closes_on.value and facts.closes_on.value.isoformat(),
        "hiringOrganization": _organization(facts),
        "jobLocation": list(map(_place, sites)),
        "jobLocationType": "TELECOMMUTE" if is_remote else None,
        "applicantLocationRequirements": [{"@type": "Country", "name": SCOPES[code]} for code in scope],
        "employmentType": [EMPLOYMENT[one.value] for one in facts.employment_types if one.value],
        "baseSalary": _salary(facts),
        "identifier": {"@type": "PropertyValue", "value": identifier},
        "url": url,
    }
    lacking = list(_lacking(facts, known, is_remote=is_remote))
    return {name: value for name, value in known.items() if value}, lacking


def _lacking(facts: PostingFacts, known: dict[str, Any], *, is_remote: bool) -> Iterator[str]:
    if facts.kind is not Kind.POSTING:
        yield "It is no vacancy."
    for name, words in (
        ("title", "a title"),
        ("datePosted", "the day on which it was posted"),
        ("hiringOrganization", "the employer"),
    ):
        if not known[name]:
            yield f"The text does not state {words}."
    if is_remote and not (known["applicantLocationRequirements"] or known["jobLocation"]):
        yield "The text does not state from which countries one may work."
    elif not is_remote and not known["jobLocation"]:
        yield "The text does not state a place with its country."


def _organization(facts: PostingFacts) -> dict[str, str] | None:
    name = facts.organization and facts.organization.value
    return {"@type": "Organization", "name": without_contacts(name)} if name else None


def _place(place: Location) -> dict[str, Any]:
    named = {"addressLocality": place.city, "addressRegion": place.region, "addressCountry": place.country}
    address = {name: value for name, value in named.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address}}


def _salary(facts: PostingFacts) -> dict[str, Any] | None:
    pay = highest_offer(fact.value for fact in facts.pay if fact.value is not None)
    if pay is None or pay.period not in UNITS:
        return None
    low, high = (None if end is None else float(end) for end in (pay.min, pay.max))
    if low is not None and high is None and not pay.open_top:
        ends: dict[str, float | None] = {"value": low}
    else:
        ends = {"minValue": low, "maxValue": high}
    value = {"@type": "QuantitativeValue", **{name: end for name, end in ends.items() if end is not None}}
    return {
        "@type": "MonetaryAmount",
        "currency": pay.currency,
        "value": {**value, "unitText": UNITS[pay.period]},
    }
