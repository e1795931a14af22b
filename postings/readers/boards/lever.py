"""Lever's postings API: `text` is the title, `lists` are the sections below the description.

`createdAt` is when the posting was drafted, not when it was published, and is left out.
"""

from postings.readers.boards.values import at, mapping, prose, sequence, with_sections
from postings.readers.declared import Declared, address, employment_type, salary, words, work_mode


def recognises(data: dict[str, object]) -> bool:
    return "text" in data and bool(mapping(data.get("categories")) or "hostedUrl" in data)


def read(data: dict[str, object]) -> tuple[Declared, str]:
    named = mapping(data.get("categories"))
    pay = mapping(data.get("salaryRange"))
    facts = Declared(
        title=words(data.get("text")),
        locations=tuple(map(words, sequence(named.get("allLocations") or named.get("location")))),
        work_mode=work_mode(data.get("workplaceType")),
        employment_type=employment_type(named.get("commitment")),
        department=", ".join(
            filter(None, dict.fromkeys((words(named.get("department")), words(named.get("team")))))
        ),
        salary=salary(pay.get("currency"), pay.get("min"), pay.get("max"), _period(pay.get("interval"))),
        apply=address(data.get("applyUrl"), data.get("hostedUrl")),
        reference=words(data.get("reqCode")),
    )
    sections = [(words(at(part, "text")), at(part, "content")) for part in sequence(data.get("lists"))]
    opening = prose(data.get("description")) or prose(data.get("descriptionPlain"))
    closing = [
        ("", data.get("salaryDescription")),
        ("", data.get("additional") or data.get("additionalPlain")),
    ]
    return facts, with_sections(opening, [*sections, *closing])


def _period(interval: object) -> str:
    """Return the unit of "per-year-salary", "per-hour-wage"."""
    return words(interval).removeprefix("per-").partition("-")[0]
