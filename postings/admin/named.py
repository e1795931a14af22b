"""What companies, places and skills have in common: names, another name, and being merged.

They are made by publishing and go by merging; here they are renamed, and given other names.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from postings.admin.merge import MergePage
from postings.admin.pages import person
from postings.ingest import Refused, add_alias, rename
from postings.models import Posting


class NamedForm(forms.ModelForm):  # type: ignore[type-arg]
    another_name = forms.CharField(
        label="Add another name",
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="Documents that use this name will mean the same.",
    )
    refusal = ""  # set for one request, when ingest has refused what this form asks for

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.refusal:
            raise forms.ValidationError(self.refusal)
        return cleaned


class NamedAdmin(MergePage):
    """`posting_path` leads from a posting to the rows of this model."""

    form = NamedForm
    change_form_template = "admin/postings/named.html"
    posting_path: str
    merge: Callable[..., int]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count postings for the rows that are shown only: a subquery, where a join would count them all."""
        published = (
            Posting.objects.published()
            .filter(**{self.posting_path: OuterRef("pk")})
            .order_by()
            .values(self.posting_path)
            .annotate(number=Count("pk", distinct=True))
            .values("number")
        )
        number = Coalesce(Subquery(published, output_field=IntegerField()), Value(0))
        rows: QuerySet[Any] = super().get_queryset(request).annotate(published=number)
        return rows

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.merge_view)
        name = f"postings_{self.opts.model_name}_merge"
        return [path("<int:pk>/merge/", view, name=name), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="published postings", ordering="published")
    def published_postings(self, named: Any) -> int:
        return int(named.published)

    @admin.display(description="known as")
    def known_as(self, named: Any) -> SafeString:
        names = ((alias.name,) for alias in named.aliases.all())
        return format_html('<ul class="names">{}</ul>', format_html_join("", "<li>{}</li>", names))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **options)  # a new class for every request
        form.refusal = getattr(request, "refusal", "")
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the form again with the reason, where ingest refuses what it asks for."""
        context = {**(extra_context or {}), "may_merge": self.may_merge(request)}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Refused as refusal:
            request.refusal = str(refusal)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if "name" in form.changed_data:
            rename(named=obj, name=form.cleaned_data["name"], by=person(request))
        if form.cleaned_data.get("another_name"):
            add_alias(to=obj, name=form.cleaned_data["another_name"])
