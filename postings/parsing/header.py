"""The head of a posting: labelled lines, a board's chips, a title line and what stands below it.

A part's view comes in; out comes which stretches say title, organization, places and the like. Values are
not judged here: `Location: Remote` is a place field, and its reader finds no place in it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from postings.parsing.lexicon.headings import section_of
from postings.parsing.view import View

Stretch = tuple[int, int]

LABELS = {
    "title": "title",
    "job title": "title",
    "position title": "title",
    "position": "title",
    "role": "title",
    "job": "title",
    "role title": "title",
    "job role": "title",
    "vacancy": "title",
    "opening": "title",
    "usajobs official title": "",
    "stellenbezeichnung": "title",
    "stelle": "title",
    "poste": "title",
    "intitulé du poste": "title",
    "puesto": "title",
    "cargo": "title",
    "company": "organization",
    "company name": "organization",
    "employer": "organization",
    "organization": "organization",
    "organisation": "organization",
    "hiring organization": "organization",
    "client": "",
    "unternehmen": "organization",
    "firma": "organization",
    "entreprise": "organization",
    "empresa": "organization",
    "location": "place",
    "locations": "place",
    "job location": "place",
    "job locations": "place",
    "work location": "place",
    "office location": "place",
    "primary location": "place",
    "position location": "place",
    "duty station": "place",
    "place of work": "place",
    "city": "place",
    "city/state": "place",
    "based in": "place",
    "arbeitsort": "place",
    "standort": "place",
    "einsatzort": "place",
    "ort": "place",
    "lieu": "place",
    "localisation": "place",
    "lieu de travail": "place",
    "ubicación": "place",
    "lugar": "place",
    "lugar de trabajo": "place",
    "localização": "place",
    "work mode": "mode",
    "workplace type": "mode",
    "work arrangement": "mode",
    "workplace": "mode",
    "work type": "mode",
    "remote": "mode",
    "remote scope": "scope",
    "department": "department",
    "dept": "department",
    "division": "department",
    "team": "department",
    "business unit": "department",
    "abteilung": "department",
    "département": "department",
    "departamento": "department",
    "grade": "grade",
    "grade/level": "grade",
    "pay grade": "grade",
    "salary grade": "grade",
    "job grade": "grade",
    "job level": "grade",
    "classification level": "grade",
    "job family": "job_family",
    "job family group": "job_family",
    "job category": "job_family",
    "category": "job_family",
    "function": "job_family",
    "job function": "job_family",
}
LABELLED = re.compile(
    r"^[ \t#*>•-]{0,20}(?P<label>[^\W\d_][^:\n|]{0,40}?)[ ]{0,5}(?::|[ ]-[ ]|\t|$)[ \t\"']{0,20}(?P<value>[^\n]*)$",
    re.MULTILINE,
)
BOARD = re.compile(
    r"\#[ ]+(?P<title>[^\n]+?)[ ]*\n\#{2,3}[ ]+(?P<organization>[^\n]+?)[ ]*\n(?:\#{3,4}[ ]*(?P<chips>[^\n]*))?"
)
CHIP = re.compile(r"(?P<sign>💰|🌎|🌍|🌏|📍|⏰|💼)[ ]*(?P<value>[^💰🌎🌍🌏📍⏰💼\n]*)")
QUESTION = re.compile(
    r"what are the responsibilities and job description for the (?P<title>[^?\n]{2,120}?) position at (?P<organization>[^?\n]{2,100}?)\s*\?",
    re.IGNORECASE,
)
WORKDAY = re.compile(
    r"(?P<title>[^\n]{3,120}?)\s+Apply\s+(?:remote type\s+(?P<mode>\w+)\s+)?locations?\s+(?P<place>[^\n]{2,300}?)\s+time type\b",
)
NEWSLETTER = re.compile(
    r"(?P<title>[A-Z][^,\n]{2,80}?),\s+(?P<organization>[A-Z][^-,\n]{2,60}?)(?:,[ ]*(?P<place>[A-Z][^-\n]{2,40}?))?[ ]*(?:[ ]-|-[ ]|--)[ ]*(?=[A-Z][^\n]{150})"
)
JOB_NOUN = re.compile(
    r"\b(?:engineer\w*|developer|develop\w*r|manager|director|architect|analyst|scientist|designer|administrator|consultant|specialist|"
    r"technician|coordinator|assistant|associate|officer|lead|leader|head|president|vp|intern|internship|representative|nurse|rn|lpn|teacher|"
    r"professor|instructor|driver|operator|clerk|cashier|supervisor|accountant|recruiter|editor|writer|producer|executive|advisor|"
    r"adviser|attorney|counsel|paralegal|mechanic|electrician|plumber|welder|chef|cook|server|barista|therapist|physician|"
    r"pharmacist|researcher|fellow|postdoc\w*|programmer|tester|strategist|planner|buyer|controller|auditor|agent|partner|"
    r"trainer|coach|tutor|librarian|curator|scrum master|product owner|expert|owner|sre|devops|worker|aide|host|guard|estimator|inspector|"
    r"statistician|economist|physicist|chemist|biologist|psychologist|counselor|entwickler\w*|ingenieur\w*|berater\w*|leiter\w*|"
    r"mitarbeiter\w*|werkstudent\w*|praktikant\w*|sachbearbeiter\w*|fachkraft|kaufmann|kauffrau|techniker\w*|administrator\w*|développeu\w+|"
    r"ingénieur\w*|chef|responsable|chargé\w*|technicien\w*|consultant\w*|stagiaire|alternan\w+|assistant\w*|desarrollador\w*|"
    r"porter|waiter|waitress|bartender|housekeep\w+|cleaner|carer|caregiver|practitioner|midwife|dentist|surgeon|pilot|captain|attendant|teller|"
    r"loader|picker|packer|handler|apprentice|trainee|firefighter|machinist|fitter|carpenter|painter|roofer|mason|gardener|"
    r"farmer|butcher|baker|stylist|hygienist|veterinarian|dietitian|surveyor|secretary|receptionist|bookkeeper|underwriter|broker|"
    r"trader|actuary|copywriter|journalist|photographer|animator|artist|illustrator|translator|interpreter|lecturer|dean|principal|"
    r"registrar|custodian|janitor|merchandiser|sales|dispatcher|scheduler|investigator|examiner|adjuster|custodian|keeper|data entry|"
    r"chief|superintendent|foreman|conservator|archivist|digitizer|evangelist|marketer|postdoctoral|scholar|crew|staff|"
    r"ingenier\w+|analista|gerente|jefe|consultor\w*|técnic\w+|administrador\w*|desenvolvedor\w*|engenheir\w+|sviluppatore|manager\w*)\b",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"employment opportunit\w+\Z|(?:job|position|role|vacancy|employment|career|careers?|posting|full)?\s*(?:job )?(?:description|details?|announcement|posting|summary|overview|"
    r"opportunit(?:y|ies)|profile|opening|openings|vacancy|advert(?:isement)?|specification|purpose|ad)s?\W*\Z|"
    r"(?:city|town|county|state|university) of .*\Z|(?:we are hiring|we're hiring|now hiring|join our team|hiring|apply now|careers|jobs?|home|menu|back to .*|search.*|introduction|description|overview|share|print|apply|save|skip to .*|sign in)\W*\Z",
    re.IGNORECASE,
)
CODE = re.compile(r"\b(?:JR|REQ|R|Job|Req)[-_ #]?\d{3,}\b|#\s?\d{3,}|\b\d{5,}\b", re.IGNORECASE)
PAGE_NOISE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|https?://|www\.|\bpage \d|\d+/\d+$", re.IGNORECASE)
NAVIGATION = re.compile(
    r"\b(?:cookies?|my account|sign in|log ?in|skip to|careers at|job search|search jobs|menu|home page|home)\b|\s/\s.*\s/\s|^home\b",
    re.IGNORECASE,
)
TEMPLATE = re.compile(r"\{\{.*\}\}|\{%.*%\}")
GENDERS = re.compile(r"\((?:[mwfdhx]\s?[/|]\s?){1,3}[mwfdhx]\)|\bm/w/d\b|\(all genders\)", re.IGNORECASE)
GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]|\d{3}")
LINE = re.compile(r"[^\n]+")
LETTER = re.compile(r"[^\W\d_]")
FIRST_LINES = 14
LONGEST_TITLE = 130


@dataclass(slots=True)
class Header:
    title: Stretch | None = None
    organization: Stretch | None = None
    end: int = 0
    below_title: int = 0  # where the lines below a title line begin
    chips: list[Stretch] = field(default_factory=list)
    fields: dict[str, list[Stretch]] = field(default_factory=lambda: defaultdict(list))


def read_header(view: View) -> Header:
    header = Header()
    _read_labels(view, header)
    opens = len(view.text) - len(view.text.lstrip())
    for pattern in (BOARD, QUESTION, WORKDAY):
        if found := pattern.search(view.text) if pattern is QUESTION else pattern.match(view.text, opens):
            header.title = view.trimmed(*found.span("title"))
            if pattern is not WORKDAY:
                header.organization = view.trimmed(*found.span("organization"))
            if pattern is BOARD:
                header.end = found.end()
                if found["chips"]:
                    _read_chips(view, *found.span("chips"), header)
            elif pattern is WORKDAY:
                header.fields["place"].append(view.trimmed(*found.span("place")))
                if found["mode"]:
                    header.fields["mode"].append(found.span("mode"))
            return header
    if titles := header.fields.get("title"):
        header.title = titles[0]
    if named := header.fields.get("organization"):
        header.organization = named[0]
    if header.title is None:
        if found := NEWSLETTER.match(view.text, opens):
            header.title = view.trimmed(*found.span("title"))
            header.organization = header.organization or view.trimmed(*found.span("organization"))
            header.fields["chip_place"].append(
                view.trimmed(
                    found.start("organization"),
                    found.end("place") if found["place"] else found.end("organization"),
                )
            )
        else:
            _read_title_line(view, header)
    return header


def _read_chips(view: View, start: int, end: int, header: Header) -> None:
    for chip in CHIP.finditer(view.text, start, end):
        first, last = view.trimmed(*chip.span("value"))
        if first < last:
            header.fields["chip_place" if chip["sign"] in "🌎🌍🌏📍" else "chip_pay"].append((first, last))


def _read_labels(view: View, header: Header) -> None:
    for found in LABELLED.finditer(view.lower):
        name = found["label"].strip(" *_`").replace("_", " ")
        what = LABELS.get(name)
        if not what:
            continue
        first, last = view.trimmed(*found.span("value"))
        words = view.text[first:last]
        if (
            first < last
            and not TEMPLATE.search(words)
            and (len(words) <= LONGEST_TITLE or what in ("place",))
        ):
            if what == "title" and (len(words.split()) > 14 or _is_sentence(words)):
                continue
            if what == "organization" and len(words.split()) > 8:
                continue
            header.fields[what].append((first, last))
        elif first >= last and what in ("department", "grade", "job_family", "place"):
            _read_value_below(view, found.end(), what, header)


def _read_value_below(view: View, at: int, what: str, header: Header) -> None:
    """A label on a line of its own has its value on the next one that has words."""
    below = re.compile(r"\s*\n[\s#]*(?P<value>[^\n]{2,80})").match(view.text, at)
    if below and not below["value"].lstrip().startswith(("*", "-", "•")) and ":" not in below["value"]:
        header.fields[what].append(view.trimmed(*below.span("value")))


def _is_sentence(words: str) -> bool:
    return bool(re.search(r"[a-z]\.(?:\s|$)|\b(?:is|are|will|you|we)\b", words)) and len(words.split()) > 6


def _read_title_line(view: View, header: Header) -> None:
    """Take the first short line that names a job, else the very first line if nothing speaks against it."""
    candidates: list[Stretch] = []
    for index, found in enumerate(_lines_with_letters(view.text)):
        if index >= FIRST_LINES:
            break
        start, end = _without_marks(view, found.start(), found.end())
        words = view.text[start:end]
        plausible = (
            2 < len(words) <= LONGEST_TITLE
            and len(words.split()) <= 16
            and not GENERIC.match(words)
            and not PAGE_NOISE.search(words)
            and not NAVIGATION.search(words)
            and not TEMPLATE.search(words)
            and not words.rstrip().endswith((".", ":", "!", "?", ","))
            and not words[0].islower()
            and not _is_sentence(words)
        )
        if not plausible:
            if len(words) > 160:
                break
            continue
        known, section = section_of(words)
        if known and section and not JOB_NOUN.search(words):
            break
        candidates.append((start, end))
    named = next((one for one in candidates if GENDERS.search(view.text, *one)), None)
    named = named or next((one for one in candidates if JOB_NOUN.search(view.text, *one)), None)
    if chosen := named or _very_first(view, candidates):
        header.title = chosen
        header.below_title = chosen[1]


def _lines_with_letters(text: str) -> Iterator[re.Match[str]]:
    return (found for found in LINE.finditer(text) if LETTER.search(found.group()))


def _very_first(view: View, candidates: list[Stretch]) -> Stretch | None:
    """The line that a text opens with names the role, if it is as short as names are and nothing goes before."""
    if not candidates:
        return None
    start, end = candidates[0]
    words = view.text[start:end]
    opens = not view.text[:start].strip(" \n\t#*")
    return candidates[0] if opens and len(words.split()) <= 8 and not GLUED.search(words) else None


def _without_marks(view: View, start: int, end: int) -> Stretch:
    words = view.text[start:end]
    lead = re.match(r"[\s#*•>|=-]*", words)
    return view.trimmed(start + (lead.end() if lead else 0), start + len(words.rstrip(" \t#*|=")))
