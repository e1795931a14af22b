"""What documents are read with: skills, places and currencies, from files that anyone can edit."""

from postings.parsing.lexicon.areas import Area, load_areas
from postings.parsing.lexicon.countries import Country, load_countries
from postings.parsing.lexicon.currencies import Currency, load_currencies
from postings.parsing.lexicon.places import Place, load_places
from postings.parsing.lexicon.regions import Region, load_regions
from postings.parsing.lexicon.skills import Skill, load_skills
from postings.parsing.lexicon.tables import LexiconFaultError

__all__ = [
    "Area",
    "Country",
    "Currency",
    "LexiconFaultError",
    "Place",
    "Region",
    "Skill",
    "load_areas",
    "load_countries",
    "load_currencies",
    "load_places",
    "load_regions",
    "load_skills",
]
