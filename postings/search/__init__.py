"""A Plan in; which postings answer it, how many, in what order and with which counts, out."""

from postings.search.answer import Answer, Everyone, Facet, PayFacet, PayReport, Results
from postings.search.index import SeesThePast, one_moment
from postings.search.run import everyone, pay_report, published_between, published_with, run, spread, totals
from postings.search.similar import similar
from postings.search.suggest import Suggestion, suggestions

__all__ = [
    "Answer",
    "Everyone",
    "Facet",
    "PayFacet",
    "PayReport",
    "Results",
    "SeesThePast",
    "Suggestion",
    "everyone",
    "one_moment",
    "pay_report",
    "published_between",
    "published_with",
    "run",
    "similar",
    "spread",
    "suggestions",
    "totals",
]
