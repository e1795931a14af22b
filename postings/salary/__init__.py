"""Pay as people read it."""

from postings.salary.words import money_in_short, money_in_words, pay_in_words, years_in_words

__all__ = ["money_in_short", "money_in_words", "pay_in_words", "years_in_words"]
