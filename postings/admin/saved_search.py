"""What people keep for themselves: to see and to delete here; what it says is their own to change."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from postings.admin.pages import OwnPages
from postings.models import SavedSearch, ShortLink, Shortlist


class TheirOwn(OwnPages):
    """Rows that are made and changed on the site, by whom they belong to."""

    ordering = ("-id",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(SavedSearch)
class SavedSearchAdmin(TheirOwn):
    list_display = ("name", "owner", "team", "created_at", "results")
    list_filter = ("team",)
    list_select_related = ("owner", "team")
    search_fields = ("name", "owner__username")
    fields = ("name", "owner", "team", "query", "created_at", "results")

    @admin.display(description="its results")
    def results(self, saved: SavedSearch) -> SafeString:
        return format_html('<a href="{}?{}">Open</a>', reverse("home"), saved.query)


@admin.register(Shortlist)
class ShortlistAdmin(TheirOwn):
    list_display = ("name", "owner", "team", "created_at")
    list_filter = ("team",)
    list_select_related = ("owner", "team")
    search_fields = ("name", "owner__username")
    fields = ("name", "owner", "team", "created_at")


@admin.register(ShortLink)
class ShortLinkAdmin(TheirOwn):
    list_display = ("code", "address", "made_by", "made_at")
    list_select_related = ("made_by",)
    search_fields = ("code", "address")
    fields = ("code", "address", "made_by", "made_at")
