"""Facts as plainly as a sample writes them down, and when two such values are the same."""

import re
import unicodedata
from typing import Any

from postings.facts import PostingFacts
from postings.facts_json import facts_to_json
from tests.scoring.verdict import Fits

Json = Any
SINGLE = (
    *("kind", "language", "title", "organization", "department", "grade", "job_family", "level", "family"),
    *("work_mode", "experience_years", "education", "visa_sponsorship", "bonus", "equity"),
    *("apply_url", "posted_on", "closes_on"),
)
MANY = (
    *("locations", "remote_scope", "employment_types", "pay"),
    *("responsibility", "required", "preferred", "required_skills", "placeholders"),
)
WORDED = {"title", "organization", "department", "grade", "job_family"}  # compared as words
ITEMS = ("responsibility", "required", "preferred")
COUNTRIES = {"us": "united states", "usa": "united states", "uk": "united kingdom"}
CUT = "…"  # ends what is wanted where only the beginning is written down


def values(facts: PostingFacts) -> dict[str, Json]:
    said = facts_to_json(facts)
    plainly: dict[str, Json] = {name: _stated(said.get(name)) for name in SINGLE}
    plainly["kind"] = said["kind"]
    years = plainly["experience_years"]
    plainly["experience_years"] = [years.get("min"), years.get("max")] if years else None
    for name in ("bonus", "equity"):
        plainly[name] = True if said.get(name) else None
    plainly["locations"] = [place["text"] for place in _all_stated(said.get("locations", []))]
    plainly["remote_scope"] = _stated(said.get("remote_scope")) or []
    plainly["employment_types"] = _all_stated(said.get("employment_types", []))
    plainly["pay"] = [_band(band) for band in _all_stated(said.get("pay", []))]
    for section in ITEMS:
        plainly[section] = [item["text"] for item in said.get("items", []) if item["section"] == section]
    plainly["required_skills"] = [
        use["slug"] for use in said.get("skills", []) if use["strength"] == "required"
    ]
    plainly["placeholders"] = [
        found.get("raw", "") for found in said.get("findings", []) if found["rule"] == "placeholder"
    ]
    return plainly


def _stated(fact: Json) -> Json:
    return fact.get("value") if isinstance(fact, dict) and fact["state"] == "stated" else None


def _all_stated(facts: list[Json]) -> list[Json]:
    return [fact["value"] for fact in facts if _stated(fact) is not None]


def _band(band: dict[str, Json]) -> list[Json]:
    """A single sum is a band from it to itself; without a top it is "from"."""
    low, high = band.get("min"), band.get("max")
    if high is None and not band["open_top"]:
        high = low
    return [low, high, band["currency"], band["period"], band["basis"]]


def plain(text: str) -> str:
    """Return the words alone: case, punctuation and "&" say nothing. "C#" and "C++" stay what they are."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return " ".join(re.sub(r"[^\w+#]+", " ", text).split())


def plain_value(name: str, value: Json) -> Json:
    return plain(value) if name in WORDED and value else value


def is_same(wanted: Json, read: Json) -> bool:
    return bool(wanted == read)


def _is_item(wanted: Json, read: str) -> bool:
    """A list offers several wordings; "…" leaves the end open."""
    if isinstance(wanted, list):
        return any(_is_item(one, read) for one in wanted)
    return begins(wanted, read) if wanted.endswith(CUT) else plain(wanted) == plain(read)


def begins(wanted: str, read: str) -> bool:
    return plain(read).startswith(plain(wanted))


def _is_place(wanted: str, read: str) -> bool:
    """The first component decides: "Chicago, IL" and "Chicago, Illinois, US" are one place."""
    first, second = (plain(place.split(",")[0]) for place in (wanted, read))
    return COUNTRIES.get(first, first) == COUNTRIES.get(second, second)


def _is_band(wanted: list[Json], read: list[Json]) -> bool:
    return [*wanted, "base"][:5] == read


FITS: dict[str, Fits] = {
    **dict.fromkeys((*ITEMS, "placeholders"), _is_item),
    "locations": _is_place,
    "pay": _is_band,
}
