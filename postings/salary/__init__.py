"""Pay as people read it."""

from postings.salary.words import pay_in_words, years_in_words

__all__ = ["pay_in_words", "years_in_words"]
