"""The search index as a pure data structure: entries in; exact sets, counts, orders and pages out."""

from postings.bitmaps.codes import code_of, dimension_of, value_of
from postings.bitmaps.counting import Counter
from postings.bitmaps.entry import (
    LARGEST,
    NO_WORDS,
    NOT_STATED,
    ZONES,
    Band,
    Entry,
    Zones,
    currency_code,
    currency_number,
)
from postings.bitmaps.library import NONE, Library
from postings.bitmaps.money import Histogram, Offers, PaySpread, paying
from postings.bitmaps.ordering import Edge, Orders, Page, in_order, page_of
from postings.bitmaps.paid import LeftOut, Paid
from postings.bitmaps.scoring import add_shares, scored
from postings.bitmaps.segment import Segment, joined
from postings.bitmaps.words import has_phrase, of_length, pair, term, terms_of, turned_around

__all__ = [
    "LARGEST",
    "NONE",
    "NOT_STATED",
    "NO_WORDS",
    "ZONES",
    "Band",
    "Counter",
    "Edge",
    "Entry",
    "Histogram",
    "LeftOut",
    "Library",
    "Offers",
    "Orders",
    "Page",
    "Paid",
    "PaySpread",
    "Segment",
    "Zones",
    "add_shares",
    "code_of",
    "currency_code",
    "currency_number",
    "dimension_of",
    "has_phrase",
    "in_order",
    "joined",
    "of_length",
    "page_of",
    "pair",
    "paying",
    "scored",
    "term",
    "terms_of",
    "turned_around",
    "value_of",
]
