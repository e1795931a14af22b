"""What search engines may look at: robots.txt, and a map of all that is published. A private site has no map.

A part of the map has the postings of a range of numbers, so that it changes only with them.
"""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from postings.models import Posting
from postings.selectors.addresses import posting_url

RANGE = 50_000  # as many addresses as a part may have
CLOSED_TO_ROBOTS = ("/admin/", "/sign-in/", "/compare/", "/export.", "/suggest/", "/*?")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PARTS = """
SELECT id / %s AS part, max(published_at) FROM postings_posting WHERE state = 'published'
GROUP BY 1 ORDER BY 1
"""


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    closed = CLOSED_TO_ROBOTS if settings.PUBLIC else ("/",)
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    if settings.PUBLIC:
        lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The parts that there are."""
    _only_where_public()
    with connection.cursor() as cursor:
        cursor.execute(PARTS, [RANGE])
        parts = [
            (request.build_absolute_uri(reverse("sitemap-part", args=[part])), published)
            for part, published in cursor.fetchall()
        ]
    return _xml("sitemapindex", "sitemap", iter(parts))


@login_not_required
@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    _only_where_public()
    within = Posting.objects.published().filter(pk__gte=part * RANGE, pk__lt=(part + 1) * RANGE)
    found = within.order_by("pk").values_list("public_id", "title", "published_at")
    if not found:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    entries = ((f"{site}{posting_url(public_id, title)}", at) for public_id, title, at in found)
    return _xml("urlset", "url", entries)


def _only_where_public() -> None:
    if not settings.PUBLIC:
        raise Http404


def _xml(root: str, element: str, entries: Iterator[tuple[str, datetime | None]]) -> HttpResponse:
    listed = "".join(
        f"<{element}><loc>{escape(address)}</loc><lastmod>{at and at.isoformat()}</lastmod></{element}>\n"
        for address, at in entries
    )
    content = f'{HEAD}<{root} xmlns="{NAMESPACE}">\n{listed}</{root}>\n'
    return HttpResponse(content, content_type="application/xml; charset=utf-8")
