"""A JSON object of no known board: facts by the names of its keys, text by the length of its strings.

In: any object. Out: what keys such as `jobTitle` or `company_name` state, and every long string, in order,
under its key where that is a heading ("requirements"). Both empty: the object has no text worth reading.
"""

from collections.abc import Iterator

from postings.readers import declared
from postings.readers.boards.values import DEEPEST, mapping, prose, sequence, with_sections
from postings.readers.declared import Declared, bare, place, words

LONG = 120  # characters; a shorter string under an unknown key is a label, not a text
NAMES = {
    "title": "title jobtitle positiontitle position headline jobname roletitle role name"
    " titel rolle jobbtitel rubrik stellenbezeichnung stellentitel intitulé puesto título",
    "company": "company companyname employer employername organization organisation organizationname"
    " hiringorganization företag arbetsgivare unternehmen firma entreprise empresa",
    "locations": "locations location joblocation joblocations office workplace place"
    " ort standort arbetsort lieu ubicación",
    "city": "city town addresslocality municipality",
    "region": "region state province addressregion county",
    "country": "country addresscountry countrycode",
    "work_mode": "workmode workplacetype remotetype workarrangement remotestatus",
    "employment_type": "employmenttype employmenttypes jobtype contracttype commitment employment"
    " worktype schedule",
    "department": "department team division",
    "salary": "salary salaryrange compensation pay payrange lön gehalt lohn vergütung salaire salario",
    "salary_min": "salarymin minsalary salaryfrom minimumsalary salarylow paymin minpay",
    "salary_max": "salarymax maxsalary salaryto maximumsalary salaryhigh paymax maxpay",
    "currency": "currency salarycurrency paycurrency",
    "period": "period salaryperiod payperiod salaryinterval salaryunit paytype",
    "education": "education educationlevel educationrequirements",
    "experience": "experience experiencelevel yearsofexperience experiencerequirements",
    "posted_on": "postedon posteddate dateposted postdate publishedat publicationdate postedat published",
    "closes_on": "closeson closingdate deadline applicationdeadline validthrough expirydate"
    " expiresat applyby",
    "apply": "applyurl applicationurl applylink joburl url link",
    "reference": "reference referencenumber requisitionid reqid jobid jobreference",
}
FIELDS = {key: field for field, keys in NAMES.items() for key in keys.split()}
DESCRIPTION_NAMES = (
    "description jobdescription content body text fulltext descriptionhtml descriptionplain html details jd"
    " raw beskrivning annonstext beschreibung stellenbeschreibung descripción"
)
DESCRIPTIONS = frozenset(DESCRIPTION_NAMES.split())
SECTIONS = {
    "requirements": "Requirements", "qualifications": "Qualifications", "duties": "Duties",
    "responsibilities": "Responsibilities", "skills": "Skills", "benefits": "Benefits",
    "requiredskills": "Required skills",
    "preferredqualifications": "Preferred qualifications", "preferred": "Preferred", "perks": "Perks",
    "minimumqualifications": "Minimum qualifications", "nicetohave": "Nice to have", "musthave": "Must have",
    "aboutus": "About us", "aboutcompany": "About the company", "companydescription": "About the company",
    "summary": "Summary", "overview": "Overview", "jobrequirements": "Requirements",
}  # fmt: skip


def field_of(key: str) -> str:
    """Return which fact or text a key or a column names: "title", "description", "requirements"… or ""."""
    name = bare(key)
    if name in DESCRIPTIONS:
        return "description"
    return FIELDS.get(name, "") or (name if name in SECTIONS else "")


def has_text(data: dict[str, object], *, but: object) -> bool:
    """Say whether an object has a long string outside one of its parts."""
    return any(isinstance(value, str) and len(value) >= LONG for value in data.values() if value is not but)


def read(data: dict[str, object]) -> tuple[Declared, str]:
    named: dict[str, object] = {}
    for key, value in data.items():
        if (field := FIELDS.get(bare(key))) and _stated(value):
            named.setdefault(field, value)
    sections = list(_sections(data))
    opening = next((value for heading, value in sections if not heading), "")
    text = with_sections(prose(opening), sections)
    return (_facts(named), text) if text else (Declared(), "")


def _stated(value: object) -> bool:
    return value not in (None, "", [], {})


def _facts(named: dict[str, object]) -> Declared:
    entries = sequence(named.get("locations"))
    whole = place(named.get("city"), named.get("region"), named.get("country"))
    return Declared(
        title=_short(named.get("title")),
        company=_short(named.get("company")),
        locations=tuple(_place(entry) for entry in entries) or (whole,),
        work_mode=declared.work_mode(named.get("work_mode")),
        employment_type=declared.employment_type(*sequence(named.get("employment_type"))),
        department=_short(named.get("department")),
        salary=_salary(named),
        education=_short(named.get("education")),
        experience=_short(named.get("experience")),
        posted_on=declared.iso_date(named.get("posted_on")),
        closes_on=declared.iso_date(named.get("closes_on")),
        apply=declared.address(named.get("apply")),
        reference=_short(named.get("reference")),
    )


def _short(value: object) -> str:
    inner = mapping(value)
    text = words(value) or words(inner.get("name") or inner.get("label") or inner.get("title"))
    return text if len(text) < LONG else ""


def _place(entry: object) -> str:
    if inner := mapping(entry):
        stated = place(inner.get("city"), inner.get("region") or inner.get("state"), inner.get("country"))
        return stated or _short(entry)
    return _short(entry)


def _salary(named: dict[str, object]) -> str:
    stated = named.get("salary")
    inner = mapping(stated) or {
        "min": named.get("salary_min"), "max": named.get("salary_max"),
    }  # fmt: skip
    currency = inner.get("currency") or named.get("currency")
    period = inner.get("period") or inner.get("interval") or inner.get("unit") or named.get("period")
    low, high = inner.get("min") or inner.get("minValue"), inner.get("max") or inner.get("maxValue")
    if declared.amount(stated) and currency:
        low = high = stated
    if isinstance(stated, str) and not declared.amount(stated):
        return _short(stated)
    return declared.salary(currency, low, high, period) if currency else ""  # a bare number may be anything


def _sections(data: object, key: str = "", depth: int = 0) -> Iterator[tuple[str, object]]:
    """Yield (heading, value) of every text in the object; the heading is "" for a description."""
    name = bare(key)
    if isinstance(data, dict):
        for inner, value in data.items():
            if depth < DEEPEST:
                yield from _sections(value, inner, depth + 1)
    elif isinstance(data, list) and any(isinstance(entry, dict) for entry in data):
        for entry in data:
            if depth < DEEPEST:
                yield from _sections(entry, key, depth + 1)
    elif name in SECTIONS and isinstance(data, str | list) and data:
        yield SECTIONS[name], data
    elif isinstance(data, str) and (name in DESCRIPTIONS or (len(data) >= LONG and " " in data.strip())):
        yield "", data
