"""Every component of the site on one page, each as its own demonstration file shows it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Show `templates/gallery/*.html`: adding a component means adding its file there, nothing here."""
    pages = sorted((settings.BASE_DIR / "templates" / "gallery").glob("[!_]*.html"))
    shown = [{"name": page.stem, "template": f"gallery/{page.name}"} for page in pages]
    return render(request, "gallery/_page.html", {"components": shown})
