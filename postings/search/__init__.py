"""A Plan in; which postings answer it, how many, in what order and with which counts, out."""

from postings.search.run import FacetCounts, Results, facets, run

__all__ = ["FacetCounts", "Results", "facets", "run"]
