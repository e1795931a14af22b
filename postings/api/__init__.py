"""The read API, /api/v1/: the selections and facts of the pages, as JSON for programs.

Nothing here writes, selects or ranks: filters, search and selectors are those of the pages, and parameters
come from the definitions of the filters. Answers are prepared by hand and described by schemas: to validate
each value of each answer would take longer than to find it. Whatever goes wrong is a problem document of
RFC 9457.
"""
