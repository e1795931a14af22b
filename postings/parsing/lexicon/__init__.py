"""What documents are read with: skills, places and countries, from files that anyone can edit."""

from postings.parsing.lexicon.countries import Country, load_countries
from postings.parsing.lexicon.places import Place, load_places
from postings.parsing.lexicon.skills import Skill, load_skills
from postings.parsing.lexicon.tables import LexiconFaultError

__all__ = [
    "Country",
    "LexiconFaultError",
    "Place",
    "Skill",
    "load_countries",
    "load_places",
    "load_skills",
]
