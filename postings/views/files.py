"""A table as a file to take away, and the links to such files."""

from django.http import HttpResponse
from django.urls import reverse

from postings.export import FORMATS, Table

NAMES = {"csv": "CSV", "xlsx": "Excel", "md": "Markdown"}


def export_links(view: str, query: str) -> list[dict[str, str]]:
    """Return a link for each kind of file that a page can be taken away as."""
    return [
        {"label": NAMES[name], "url": f"{reverse(view, args=[name])}{'?' if query else ''}{query}"}
        for name in FORMATS
    ]


def file_of(table: Table, stem: str, name: str) -> HttpResponse:
    response = HttpResponse(FORMATS[name].write(table), content_type=FORMATS[name].media_type)
    response["Content-Disposition"] = f'attachment; filename="{stem}.{name}"'
    return response
