"""Skills: the words that mean one, and the family it belongs to."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from postings.admin.named import NamedAdmin
from postings.admin.pages import person
from postings.ingest import merge_skills, move_to_family
from postings.models import Skill


class FamilyFilter(admin.AllValuesFieldListFilter):
    """Django's own, whose link for skills without a family has no words."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or "No family"}


@admin.register(Skill)
class SkillAdmin(NamedAdmin):
    list_display = ("name", "family", "published_postings")
    list_filter = (("family", FamilyFilter),)
    search_fields = ("name", "aliases__name")
    search_help_text = "Any of its names"
    fields = ("name", "family", "slug", "known_as", "another_name")
    readonly_fields = ("slug", "known_as")
    posting_path = "skills__skill"
    merge = staticmethod(merge_skills)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if "family" in form.changed_data:
            move_to_family(skill=obj, family=form.cleaned_data["family"], by=person(request))
