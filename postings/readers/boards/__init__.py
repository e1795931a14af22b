"""Postings as job boards publish them in JSON → the facts they state and the text they show.

A board is a module with `recognises(data)` and `read(data)`. Adding one is that file, its test, and BOARDS.
What no board's module knows goes to `unknown`, which goes by the names of the keys and the length of texts.
"""

from collections.abc import Iterator
from types import ModuleType

from postings.readers.boards import ashby, greenhouse, lever, platsbanken, schema_org, unknown
from postings.readers.boards.values import mapping
from postings.readers.declared import Declared

Posting = tuple[Declared, str]

BOARDS: tuple[ModuleType, ...] = (schema_org, platsbanken, greenhouse, ashby, lever)
WRAPPERS = (
    "jobs",
    "postings",
    "hits",
    "results",
    "positions",
    "vacancies",
    "openings",
    "data",
    "items",
    "offers",
)
ENVELOPES = ("job", "posting", "jobPosting", "job_posting", "data", "result", "position", "vacancy")
DEEPEST_WRAPPING = 4


def declared_postings(data: object) -> list[Posting]:
    """Return the schema.org JobPostings anywhere in a structure, such as a page's JSON-LD."""
    return [schema_org.read(found) for found in schema_org.found_in(data)]


def is_of_a_board(data: dict[str, object]) -> bool:
    return any(board.recognises(data) for board in BOARDS)


def read_posting(data: dict[str, object]) -> Posting:
    """Return one posting's facts and text; both are empty when the object is no posting."""
    for board in BOARDS:
        if board.recognises(data):
            facts, text = board.read(data)
            return facts, text
    return unknown.read(data)


def postings_in(data: object) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON document that are postings: itself, or those that it wraps in a list."""
    if isinstance(data, list):
        yield from (entry for entry in data if isinstance(entry, dict))
        return
    if found := list(schema_org.found_in(data)):
        yield from found
        return
    whole = mapping(data)
    for _ in range(DEEPEST_WRAPPING):
        if is_of_a_board(whole):
            break
        for key in WRAPPERS:
            entries = whole.get(key)
            if isinstance(entries, list) and entries and all(isinstance(entry, dict) for entry in entries):
                yield from entries
                return
        inner = next((mapping(whole[key]) for key in ENVELOPES if mapping(whole.get(key))), None)
        if inner is None or unknown.has_text(whole, but=inner):
            break
        whole = inner
    if whole:
        yield whole
