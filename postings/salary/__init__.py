"""Pay as people read it, and as it can be compared."""

from postings.salary.words import money_in_short, money_in_words, pay_in_words, years_in_words
from postings.salary.yearly import ASSUMED, ends, highest_offer, yearly

__all__ = [
    "ASSUMED",
    "ends",
    "highest_offer",
    "money_in_short",
    "money_in_words",
    "pay_in_words",
    "yearly",
    "years_in_words",
]
