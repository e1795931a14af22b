"""Every component of the site on one page, as its own demonstration file shows it; only in development."""

import json
from pathlib import Path

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class SampleForm(forms.Form):
    """One field of each kind; the year is wrong on purpose when the gallery fills the form in."""

    title = forms.CharField(help_text="As on the document, without the company.")
    company = forms.CharField(required=False)
    year = forms.IntegerField(label="Years of experience", min_value=0, max_value=60)
    level = forms.ChoiceField(
        choices=[("", "Choose one"), ("lead", "Lead"), ("head", "Head")], required=False
    )
    mode = forms.MultipleChoiceField(
        label="Work mode",
        choices=[("remote", "Remote"), ("hybrid", "Hybrid")],
        widget=forms.CheckboxSelectMultiple,
        help_text="All that the document allows.",
    )
    note = forms.CharField(label="Reason", widget=forms.Textarea, required=False)
    published = forms.BooleanField(required=False)


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Show `templates/gallery/*.html`: adding a component means adding its file there, nothing here."""
    pages = sorted((settings.BASE_DIR / "templates" / "gallery").glob("[!_]*.html"))
    components = [
        {"name": page.stem, "template": f"gallery/{page.name}", "sample": _sample(page)} for page in pages
    ]
    filled_in = SampleForm({"title": "Head of AI Platform", "year": "0-100"})
    return render(request, "gallery/_page.html", {"components": components, "form": filled_in})


def _sample(page: Path) -> object:
    """Return what a demonstration shows: the JSON file beside it, if it needs any."""
    data = page.with_suffix(".json")
    return json.loads(data.read_text("utf-8")) if data.exists() else {}
