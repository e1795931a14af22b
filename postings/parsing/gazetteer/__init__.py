"""Places in a text, told apart by what stands beside them: "Portland, ME" is not "Portland, OR".

`places_in` reads a short field of which every word is meant as a place; `places_named_in_prose` reads
sentences, where most capitalised words are none. Both leave out what they cannot tell.
"""

from postings.parsing.gazetteer.area import countries_of
from postings.parsing.gazetteer.codes import states_in
from postings.parsing.gazetteer.field import is_of_its_own, places_in
from postings.parsing.gazetteer.found import Found
from postings.parsing.gazetteer.leftover import is_doubtful, words_beside
from postings.parsing.gazetteer.prose import each_place, places_named_in_prose

__all__ = [
    "Found",
    "countries_of",
    "each_place",
    "is_doubtful",
    "is_of_its_own",
    "places_in",
    "places_named_in_prose",
    "states_in",
    "words_beside",
]
