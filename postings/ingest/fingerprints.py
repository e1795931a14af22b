"""What each posting is found by when somebody asks for others like it."""

from collections.abc import Sequence

from postings.compare import bands_of, shingles_of, text_key
from postings.facts import PostingFacts
from postings.models import Fingerprint, Posting


def keep_fingerprints(postings: Sequence[Posting], readings: Sequence[PostingFacts], text: str) -> None:
    """Of a document with several postings, each goes by the text of its own part."""
    Fingerprint.objects.bulk_create(
        [
            Fingerprint(
                posting=posting,
                text_key=text_key(text[facts.span.start : facts.span.end] if facts.span else text),
                bands=bands_of(shingles_of(facts)),
            )
            for posting, facts in zip(postings, readings, strict=True)
        ],
        update_conflicts=True,
        unique_fields=("posting",),
        update_fields=("text_key", "bands"),
    )
