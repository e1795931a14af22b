"""A Plan in; which postings answer it, how many, in what order and with which counts, out."""

from postings.search.answer import Answer, Facet, PayFacet, PayReport, Results
from postings.search.changes import moment
from postings.search.run import pay_report, published_with, run, spread, totals
from postings.search.similar import similar
from postings.search.suggest import Suggestion, suggestions

__all__ = [
    "Answer",
    "Facet",
    "PayFacet",
    "PayReport",
    "Results",
    "Suggestion",
    "moment",
    "pay_report",
    "published_with",
    "run",
    "similar",
    "spread",
    "suggestions",
    "totals",
]
