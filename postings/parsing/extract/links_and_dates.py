"""Where to apply, and the days that a posting opens and closes on: from labelled fields and named links only."""

import re
from datetime import date

from postings.facts import Fact
from postings.parsing.part import Part

APPLY_WORDS = re.compile(
    r"\b(?:click (?:here )?to )?apply\b|\bjetzt bewerben\b|\bbewerben\b|\bpostuler\b|\bpostula\b|\baplicar\b|\binscríbete\b",
    re.IGNORECASE,
)
APPLY_PATH = re.compile(
    r"/(?:apply|application|applications|bewerben|candidature)(?:[/?#-]|$)|recruiterbox\.com/jobs|boards\.greenhouse\.io|jobs\.lever\.co|jobs\.ashbyhq\.com|apply\.workable\.com|smartrecruiters\.com",
    re.IGNORECASE,
)
NOT_APPLY = re.compile(
    r"^mailto:|\.(?:gif|png|jpe?g|svg)(?:\?|$)|/(?:benefits|privacy|blog|about|legal|eeo)\b", re.IGNORECASE
)
LABELLED = re.compile(
    r"^[ \t#*>-]*(?:apply|apply[_ ](?:link|url|here|now|at)|application[_ ](?:link|url)|how to apply)\s*:\s*[\"']?(?P<url>https?://[^\s\"'<>)]+)",
    re.IGNORECASE | re.MULTILINE,
)
SENTENCE = re.compile(
    r"\bapply (?:online |now |here |directly )*(?:at|via|through|on|using|by visiting)?:?\s{1,3}(?:our \w+ )?(?P<url>https?://[^\s\"'<>)]+)",
    re.IGNORECASE,
)
ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?href=[\"'](?P<url>https?://[^\"'<>\s]+)[\"'][^<>]{0,300}>(?P<words>[^<>]{1,80})</a>",
    re.IGNORECASE,
)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sep sept septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre",
        ),
        1,
    )
    for name in names.split()
}
NAMED_MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")"
DATE = re.compile(
    rf"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?P<month>{NAMED_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:de )?(?P<month2>{NAMED_MONTH})\.?,? (?:de )?(?P<year2>20\d\d)"
    r"|(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year3>20\d\d)",
    re.IGNORECASE,
)
POSTED = re.compile(
    r"\b(?:date posted|posted on|posted|posting date|open[_ ]date|opening date|opens|published(?: on)?|publication date|veröffentlicht am|publié le)\s*:?\s*",
    re.IGNORECASE,
)
CLOSES = re.compile(
    r"\b(?:application (?:deadline|closing date|due date)|applications? (?:close|due|must be (?:received|submitted) by)|deadline(?: to apply| for applications)?|closing date|close[_ ]date|closes(?: on)?|apply by|"
    r"posting end date|end date|expires(?: on)?|valid through|bewerbungsfrist|bewerbungsschluss|date limite(?: de candidature)?|fecha límite)\s*(?:is|:|-)*\s*(?P<hour>[\d:.]+ ?(?:am|pm),?\s*(?:[a-z]{2,4},?\s*)?(?:on )?)?",
    re.IGNORECASE,
)


def read_links_and_dates(part: Part) -> tuple[Fact[str] | None, Fact[date] | None, Fact[date] | None]:
    return _apply_url(part), _day_after(part, POSTED), _day_after(part, CLOSES)


def _apply_url(part: Part) -> Fact[str] | None:
    view = part.view
    for pattern in (LABELLED, SENTENCE):
        if (found := pattern.search(view.text)) and not NOT_APPLY.search(found["url"]):
            end = found.start("url") + len(found["url"].rstrip(".,;"))
            return view.fact(view.text[found.start("url") : end], found.start("url"), end)
    links = [
        link
        for link in view.links
        if link.url.startswith("http") and link.end > link.start and not NOT_APPLY.search(link.url)
    ]
    for link in links:
        if APPLY_WORDS.search(view.text, link.start, link.end):
            return view.fact(link.url, link.start, link.end)
    for link in links:
        if APPLY_PATH.search(link.url):
            return view.fact(link.url, link.start, link.end)
    return _anchor(part)


def _anchor(part: Part) -> Fact[str] | None:
    """A link that was left as HTML inside a Markdown text."""
    whole = part.view.span(0, len(part.view.text))
    for found in ANCHOR.finditer(part.view.source, whole.start, whole.end):
        if APPLY_WORDS.search(found["words"]) or APPLY_PATH.search(found["url"]):
            at = part.view.text.find(found["words"].strip())
            if at >= 0:
                return part.view.fact(found["url"], at, at + len(found["words"].strip()))
    return None


def _day_after(part: Part, label: re.Pattern[str]) -> Fact[date] | None:
    for named in label.finditer(part.view.text):
        found = DATE.match(part.view.text, named.end())
        if found and (day := _day(found)):
            return part.view.fact(day, *found.span())
    return None


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        if found["month"]:
            return date(int(found["year"]), MONTHS[found["month"].lower()], int(found["day"]))
        if found["month2"]:
            return date(int(found["year2"]), MONTHS[found["month2"].lower()], int(found["day2"]))
        first, second, year = int(found["a"]), int(found["b"]), int(found["year3"])
        if found["mark"] == "." or first > 12:
            return date(year, second, first)
        return date(year, first, second) if second > 12 else None  # 03/04 is two different days
    except ValueError:
        return None
