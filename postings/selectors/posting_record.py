"""One posting as JSON: what it is, all its facts with the words that say so, and its text."""

from typing import Any

from postings.facts_json import facts_to_json
from postings.models import Posting
from postings.own_part import own_part
from postings.selectors.addresses import posting_url
from postings.stored import facts_of_all


def posting_records(postings: list[Posting], site: str) -> list[dict[str, Any]]:
    """Return the records of published postings whose runs are loaded; `site` begins every address."""
    known = facts_of_all(postings)
    return [_record(posting, *own_part(known[posting.pk], posting.run.text), site) for posting in postings]


def _record(posting: Posting, facts: Any, text: str, site: str) -> dict[str, Any]:
    return {
        "id": posting.public_id,
        "url": f"{site}{posting_url(posting.public_id, posting.title)}",
        "revision": posting.revision,
        "published_at": posting.published_at and posting.published_at.isoformat(),
        "facts": facts_to_json(facts),
        "text": text,
    }
