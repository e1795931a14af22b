"""Reads across tables: a module a page, a fixed number of queries each. Values out, never rows."""

from postings.selectors.cards import Card, cards
from postings.selectors.comparison import Comparison, comparison
from postings.selectors.posting_page import PostingPage, posting_page

__all__ = ["Card", "Comparison", "PostingPage", "cards", "comparison", "posting_page"]
