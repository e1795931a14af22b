"""Believable job descriptions, invented: the demonstration library, and as big a library as one wants.

In: a seed and today's date. Out: drafts, each a whole document with exactly the facts that it states.
The same seed and date give the same drafts; nothing is read from the clock or shared between draws.
"""

from postings.library.big import big_library
from postings.library.demo import demo_library
from postings.library.draft import Draft

__all__ = ["Draft", "big_library", "demo_library"]
