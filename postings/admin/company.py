"""Companies: every employer, under all the names that documents give it."""

from django.contrib import admin

from postings.admin.history import HistoryPage
from postings.admin.named import NamedAdmin
from postings.ingest import merge_companies
from postings.models import Company


@admin.register(Company)
class CompanyAdmin(NamedAdmin, HistoryPage):
    list_display = ("name", "published_postings")
    search_fields = ("name", "aliases__name")
    search_help_text = "Any of its names"
    fields = ("name", "slug", "known_as", "another_name")
    readonly_fields = ("slug", "known_as")
    posting_path = "company"
    merge = staticmethod(merge_companies)
