"""Ashby's job postings API: one entry of `jobs`."""

from postings.readers.boards.values import at, mapping, prose, sequence
from postings.readers.declared import Declared, address, employment_type, iso_date, place, words, work_mode


def recognises(data: dict[str, object]) -> bool:
    return "descriptionHtml" in data and ("jobUrl" in data or "employmentType" in data)


def read(data: dict[str, object]) -> tuple[Declared, str]:
    others = [at(entry, "location") or entry for entry in sequence(data.get("secondaryLocations"))]
    pay = mapping(data.get("compensation"))
    summary = pay.get("scrapeableCompensationSalarySummary") or pay.get("compensationTierSummary")
    facts = Declared(
        title=words(data.get("title")),
        locations=(_place(data), *map(words, others)),
        work_mode=work_mode(data.get("workplaceType")) or ("remote" if data.get("isRemote") is True else ""),
        employment_type=employment_type(data.get("employmentType")),
        department=", ".join(
            filter(None, dict.fromkeys((words(data.get("department")), words(data.get("team")))))
        ),
        salary=words(summary),
        posted_on=iso_date(data.get("publishedAt")),
        apply=address(data.get("applyUrl"), data.get("jobUrl")),
    )
    return facts, prose(data.get("descriptionHtml")) or prose(data.get("descriptionPlain"))


def _place(data: dict[str, object]) -> str:
    """Return the address where it has a city, else the location's own words ("Europe")."""
    parts = mapping(at(data, "address", "postalAddress"))
    if not parts.get("addressLocality"):
        return words(data.get("location"))
    return place(parts["addressLocality"], parts.get("addressRegion"), parts.get("addressCountry"))
