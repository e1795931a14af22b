"""The same questions answered by plain SQL over the tables: slow, simple, and owing nothing to the index.

A plan goes in and `Figures` come out. Only two things are shared with the search that this is held against:
what names mean (`postings.search.meanings`), which is a definition and not a count, and the stems of each
posting's words as they are stored. Which postings have a word is found by reading all of them.
"""

from postings.bench.figures import Figures
from postings.bench.oracle.counting import counted
from postings.bench.oracle.selection import Selection, selection_of, words_found
from postings.query import Plan

__all__ = ["Selection", "counted", "oracle", "selection_of", "words_found"]


def oracle(plan: Plan, *, limit: int = 25, most: int = 20) -> Figures:
    """Return what a page of `limit` postings must say, with the `most` frequent values of each big facet."""
    selection = selection_of(plan)
    with words_found(selection):
        return counted(selection, limit=limit, most=most)
