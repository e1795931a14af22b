"""Small choices of wording that depend on the language: articles, dates, names of places, years."""

from datetime import date
from functools import cache

from postings.facts import Location
from postings.library.banks import load_bank
from postings.library.phrases import Draw, Mark, Said, pick
from postings.parsing.lexicon import Place, load_countries

VOWEL_SOUNDS = (
    "A",
    "E",
    "I",
    "O",
    "HR",
    "SEO",
    "ML",
    "MLOps",
    "SRE",
    "RF",
    "LLM",
    "FP&A",
    "MRI",
    "NLP",
    "Un",
    "Up",
)
CONSONANT_SOUNDS = ("One", "Unit", "Eu")
WITH_REGION = {"US", "CA", "AU"}  # where "City, XX" is how people write
ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
                  "October", "November", "December")  # fmt: skip


def article(title: str) -> str:
    """
    >>> article("HR Partner"), article("UX Designer"), article("Editor"), article("Unit Manager")
    ('an', 'a', 'an', 'a')
    """
    if title.startswith(CONSONANT_SOUNDS):
        return "a"
    first = title.split()[0]
    capitals = first.isupper() and len(first) <= 4
    if capitals:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if title.startswith(VOWEL_SOUNDS) else "a"


def day(value: date, language: str, form: float) -> str:
    """A date as documents label it; other languages than English write figures."""
    if language != "en":
        return (
            f"{value.day:02}.{value.month:02}.{value.year}"
            if language == "de"
            else value.strftime("%d/%m/%Y")
        )
    if form < 0.45:
        return value.isoformat()
    month = ENGLISH_MONTHS[value.month - 1]
    return f"{value.day} {month} {value.year}" if form < 0.75 else f"{month} {value.day}, {value.year}"


@cache
def place_name(code: str, language: str) -> str:
    """A country, or "worldwide", in the document's language."""
    words = load_bank(f"common.{language}").words("words")
    if code == "worldwide":
        return words["worldwide"][0]
    known = words.get(f"country {code}")
    return known[0] if known else load_countries()[code].name


@cache
def location_of(place: Place, language: str, with_country: bool) -> tuple[str, Location]:
    """How a document writes a place, and what that means."""
    words = load_bank(f"common.{language}").words("words")
    city = words.get(f"city {place.slug}", (place.city,))[0]
    region = place.region_code if place.country in WITH_REGION else place.region
    if place.country in WITH_REGION:
        text = f"{city}, {place.region_code}" + (
            f", {place.country}" if with_country and place.country != "US" else ""
        )
    elif place.city == load_countries()[place.country].name:
        text = city
    else:
        text = f"{city}, {place_name(place.country, language)}" if with_country else city
    return text, Location(text, place.city, region, place.country)


@cache
def _years_words(language: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    bank = load_bank(f"common.{language}")
    return bank.words("years forms"), bank.words("numbers")


def years_said(low: int, high: int, language: str, draw: Draw) -> Said:
    """ "5+ years", "at least five years", "3–5 years"; marked, so that the fact finds its words."""
    forms, numbers = _years_words(language)
    if high:
        text = pick(forms["range"], draw).format(n=low, m=high)
    elif low == 1:
        text = pick(forms["one"], draw)
    else:
        word = numbers.get(str(low), (str(low),))[0]
        form = pick(forms["plus"], draw)
        text = form.format(n=low if draw() < 0.8 or "{w}" in form or "+" in form else word, w=word)
    return Said(text, (Mark("@years", 0, len(text)),))


def years_unfilled(language: str, draw: Draw) -> Said:
    text = pick(_years_words(language)[0]["placeholder"], draw)
    return Said(text, (Mark("@years", 0, len(text)),))
