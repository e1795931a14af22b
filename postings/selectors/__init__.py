"""Reads across tables: a module a page, a fixed number of queries each. Values out, never rows."""

from postings.selectors.batches import BatchProgress, batch_files, batch_progress
from postings.selectors.cards import Card, cards
from postings.selectors.comparison import Comparison, comparison
from postings.selectors.facet_lists import FacetList, Opened, facet_lists, rows_to_count
from postings.selectors.fact_changes import FactChange, fact_changes
from postings.selectors.pay_chart import Market, PayChart, pay_chart
from postings.selectors.posting_page import PostingPage, posting_page
from postings.selectors.shown_facts import ShownFacts, shown_facts

__all__ = [
    "BatchProgress",
    "Card",
    "Comparison",
    "FacetList",
    "FactChange",
    "Market",
    "Opened",
    "PayChart",
    "PostingPage",
    "ShownFacts",
    "batch_files",
    "batch_progress",
    "cards",
    "comparison",
    "facet_lists",
    "fact_changes",
    "pay_chart",
    "posting_page",
    "rows_to_count",
    "shown_facts",
]
