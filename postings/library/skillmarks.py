"""Finds skills in the words of a bank, once, when the bank is read."""

import re
from functools import cache

from postings.library.phrases import Mark, Said
from postings.parsing.lexicon import load_skills

# Names that are everyday words as well: banks name these only through pools, where they are meant.
EVERYDAY = {
    "apex", "safe", "chef", "assembly language", "canvas", "cerner", "coaching", "compliance",
    "confidentiality", "english", "epic", "expenses processing", "go", "hive", "logistics",
    "looker", "notion", "opera", "outlook", "puppet", "purchasing", "quality assurance", "r", "ray",
    "reception", "renewals", "ruby", "rust", "sketch", "slack", "swift", "turning", "typing",
    "unity", "bloomberg", "customs", "coupa", "escalations", "dashboards", "branding", "licensing",
    "litigation", "training delivery", "express", "spring", "customer service", "roadmaps",
    "investigations", "claims", "rails", "creo", "qt", "dart", "julia", "perl", "jest", "celery",
    "flask", "triage", "housekeeping", "recruitment", "recruiting", "procurement", "retail sales",
    "payroll", "plumbing", "wiring", "joinery", "roofing", "hvac", "calibration", "negotiating",
    "interviewing", "hospice care", "wms", "tms", "plc", "ml", "r language", "nx", "spark",
    "expense reporting", "dns",
}  # fmt: skip


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    owners = {
        spelling.casefold(): skill.slug
        for skill in load_skills().values()
        for spelling in skill.spellings
        if spelling.casefold() not in EVERYDAY
    }
    longest_first = sorted(owners, key=len, reverse=True)
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w+#.-])(?:{names})(?![\w+#]|-\w)", re.IGNORECASE), owners


@cache
def read_skills(text: str) -> Said:
    pattern, owners = _pattern()
    marks = tuple(
        Mark(owners[hit.group().casefold()], hit.start(), hit.end()) for hit in pattern.finditer(text)
    )
    return Said(text, marks)


def plain(text: str) -> Said:
    """Words in which no skill is meant: headings, benefits, what an employer does."""
    return Said(text)


def name_skill(slug: str) -> Said:
    inline = load_skills()[slug].inline
    return Said(inline, (Mark(slug, 0, len(inline)),))
