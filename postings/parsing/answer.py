"""Facts as the JSON that `manage.py parse --json` prints: one object a document, schema 1."""

from typing import Any

from postings.facts import PostingFacts
from postings.facts_json import facts_to_json

SCHEMA = 1


def answer(
    file: str,
    sha256: str,
    *,
    media_type: str = "",
    repairs: tuple[str, ...] = (),
    text: str | None = None,
    fault: tuple[str, str] | None = None,
    postings: tuple[PostingFacts, ...] = (),
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "file": file,
        "sha256": sha256,
        "media_type": media_type,
        "repairs": list(repairs),
        **({} if text is None else {"text": text}),
        "error": None if fault is None else {"code": fault[0], "message": fault[1]},
        "postings": [_posting(facts) for facts in postings],
    }


def _posting(facts: PostingFacts) -> dict[str, Any]:
    """A place is its text here, with its geography beside it: plain to read for whoever knows only text."""
    said = facts_to_json(facts)
    for fact in said.get("locations", ()):
        place = fact.pop("value", None)
        if place is not None:
            fact["value"] = place["text"]
            fact["geo"] = {name: place.get(name) for name in ("city", "region", "country")}
    return said
