"""Saved searches: to see and to delete; what they ask for is their owners' to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from postings.admin.pages import OwnPages
from postings.models import SavedSearch


@admin.register(SavedSearch)
class SavedSearchAdmin(OwnPages):
    list_display = ("name", "owner", "team", "cadence", "created_at", "results")
    list_filter = ("cadence",)
    list_select_related = ("owner", "team")
    search_fields = ("name", "owner__username")
    ordering = ("-id",)
    fields = ("name", "owner", "team", "query", "cadence", "created_at", "results")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="its results")
    def results(self, saved: SavedSearch) -> SafeString:
        return format_html('<a href="{}?{}">Open</a>', reverse("home"), saved.query)
