"""Pages of our own inside the frame of Django's admin."""

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst


class OwnPages(admin.ModelAdmin):  # type: ignore[type-arg]  # not subscriptable when it runs
    """A ModelAdmin that also has pages which are not forms of its model."""

    list_per_page = 50
    show_full_result_count = False  # one count less; of a large table it is the slowest part of a list

    class Media:
        css = {"all": ("css/admin-postings.css",)}  # noqa: RUF012  (Django reads it as written here)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def page(self, request: HttpRequest, template: str, *, title: str, **context: Any) -> TemplateResponse:
        frame = {**self.admin_site.each_context(request), "opts": self.opts, "title": title}
        return TemplateResponse(request, f"admin/postings/{template}", {**frame, **context})

    def found(self, request: HttpRequest, object_id: str | int) -> Any:
        """Return the row for somebody who may see it, or stop here."""
        row: models.Model | None = self.get_object(request, str(object_id))
        if row is None:
            raise Http404
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        return row


def person(request: HttpRequest) -> User:
    """Return who asks: nobody gets as far as a page of the admin without signing in."""
    return cast(User, request.user)
