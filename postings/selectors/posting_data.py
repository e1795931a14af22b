"""A published posting as data: its facts with their evidence, and the text that they were read from."""

from typing import Any

from postings.facts_json import facts_to_json
from postings.models import Posting
from postings.own_part import own_part
from postings.stored import facts_of


def posting_data(posting: Posting, url: str) -> dict[str, Any]:
    """Return what JSON says of it; spans point into `text`, the posting's own part of its document."""
    facts, text = own_part(facts_of(posting), posting.run.text)
    return {
        "id": posting.public_id,
        "url": url,
        "revision": posting.revision,
        "published_at": posting.published_at,
        "facts": facts_to_json(facts),
        "text": text,
    }
