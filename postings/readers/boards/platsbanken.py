"""Platsbanken, the Swedish public job board: one hit of JobTech's JobSearch or historical ads."""

from postings.readers.boards.values import at, mapping, prose, sequence, with_sections
from postings.readers.declared import Declared, address, employment_type, iso_date, place, words

NEEDS = {
    "skills": "",
    "work_experiences": "Experience: ",
    "languages": "Language: ",
    "education": "Education: ",
}


def recognises(data: dict[str, object]) -> bool:
    return (
        "headline" in data and "description" in data and ("employer" in data or "workplace_address" in data)
    )


def read(data: dict[str, object]) -> tuple[Declared, str]:
    where = mapping(data.get("workplace_address"))
    facts = Declared(
        title=words(data.get("headline")),
        company=words(at(data, "employer", "name")),
        locations=(
            place(where.get("municipality") or where.get("city"), where.get("region"), where.get("country")),
        ),
        employment_type=employment_type(at(data, "working_hours_type", "label")),
        salary=words(data.get("salary_description")),
        posted_on=iso_date(data.get("publication_date")),
        closes_on=iso_date(data.get("application_deadline")),
        apply=address(at(data, "application_details", "url")),
        reference=words(at(data, "application_details", "reference")),
    )
    told = mapping(data.get("description"))
    text = prose(told.get("text_formatted")) or prose(told.get("text")) or prose(data.get("description"))
    sections = (
        ("About the company", told.get("company_information")),
        ("Responsibilities", told.get("needs")),
        ("Requirements", told.get("requirements")),
        ("Required", _labels(data.get("must_have"))),
        ("Preferred", _labels(data.get("nice_to_have"))),
        ("Conditions", told.get("conditions")),
    )
    return facts, with_sections(text, sections)


def _labels(needs: object) -> object:
    return [
        f"{opening}{label}"
        for key, opening in NEEDS.items()
        for entry in sequence(at(needs, key))
        if (label := words(at(entry, "label")))
    ]
