"""Where a posting lives."""

from functools import cache, lru_cache

from django.urls import reverse
from django.utils.text import slugify

LONGEST_SLUG = 60


@lru_cache(maxsize=10_000)  # titles repeat, and a file has a million of them
def posting_slug(title: str) -> str:
    return slugify(title)[:LONGEST_SLUG].strip("-") or "posting"


def posting_url(public_id: str, title: str) -> str:
    before, after = _around_an_address()
    return f"{before}{public_id}/{posting_slug(title)}{after}"


@cache
def _around_an_address() -> tuple[str, str]:
    """A list has hundreds of them, and to ask for each takes longer than all the rest of its card."""
    before, _, after = reverse("posting", args=["ID", "slug"]).partition("ID/slug")
    return before, after
