"""Where a posting lives."""

from django.urls import reverse
from django.utils.text import slugify

LONGEST_SLUG = 60


def posting_slug(title: str) -> str:
    return slugify(title)[:LONGEST_SLUG].strip("-") or "posting"


def posting_url(public_id: str, title: str) -> str:
    return reverse("posting", args=[public_id, posting_slug(title)])
