"""Places: what a city, region or country is called; what it is stays as it was read."""

from django.contrib import admin

from postings.admin.named import NamedAdmin
from postings.ingest import merge_places
from postings.models import Place


@admin.register(Place)
class PlaceAdmin(NamedAdmin):
    list_display = ("__str__", "country", "published_postings")
    list_filter = ("country",)
    search_fields = ("city", "region", "=country", "aliases__name")
    search_help_text = "City, region, country code, or another name"
    fields = ("city", "region", "country", "parent", "slug", "known_as", "another_name")
    readonly_fields = ("city", "region", "country", "parent", "slug", "known_as")
    posting_path = "places__place"
    merge = staticmethod(merge_places)
