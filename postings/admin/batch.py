"""Batches: files that came in one go. They are made by uploading; only their name is anybody's to change."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from postings.admin.pages import OwnPages
from postings.models import Batch


@admin.register(Batch)
class BatchAdmin(OwnPages):
    list_display = ("name", "documents_in_it", "created_by", "created_at")
    search_fields = ("name",)
    ordering = ("-id",)
    fields = ("name", "documents_in_it", "created_by", "created_at")
    readonly_fields = ("documents_in_it", "created_by", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        rows: QuerySet[Batch] = super().get_queryset(request).select_related("created_by")
        return rows.annotate(number_of_documents=Count("documents"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.display(description="documents")
    def documents_in_it(self, batch: Any) -> SafeString:
        address = f"{reverse('admin:postings_document_changelist')}?batch__id__exact={batch.pk}"
        return format_html('<a href="{}">{}</a>', address, batch.number_of_documents)
