"""Reads across tables: a module a page, a fixed number of queries each. Values out, never rows."""

from postings.selectors.cards import Card, cards
from postings.selectors.comparison import Comparison, comparison
from postings.selectors.posting_page import PostingPage, posting_page
from postings.selectors.shown_facts import ShownFacts, errors_in, shown_facts

__all__ = [
    "Card",
    "Comparison",
    "PostingPage",
    "ShownFacts",
    "cards",
    "comparison",
    "errors_in",
    "posting_page",
    "shown_facts",
]
