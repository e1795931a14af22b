"""What the list of postings is narrowed by, beside the columns of its table."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from postings.admin.pages import person
from postings.models import Posting
from postings.vocabulary import Severity


class FindingFilter(admin.SimpleListFilter):
    """Drafts by the worst that was found in them."""

    title = "finding in the draft"
    parameter_name = "finding"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("error", "An error"), ("warning", "A warning"), ("clean", "Neither")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Posting]) -> QuerySet[Posting]:
        has = {term.value: Q(draft__findings__contains=[{"severity": term.value}]) for term in Severity}
        match self.value():
            case "error":
                return queryset.filter(has["error"])
            case "warning":
                return queryset.filter(has["warning"])
            case "clean":
                doubtful = Posting.objects.filter(has["error"] | has["warning"]).values("pk")
                return queryset.filter(draft__isnull=False).exclude(pk__in=doubtful)
        return queryset


class ReviewerFilter(admin.SimpleListFilter):
    title = "reviewer"
    parameter_name = "reviewer"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        busy = Posting.objects.exclude(reviewer=None).values("reviewer")
        people = User.objects.filter(pk__in=busy).exclude(pk=person(request).pk).order_by("username")
        return [
            ("me", "Me"),
            ("nobody", "Nobody"),
            *((str(one.pk), one.get_username()) for one in people),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Posting]) -> QuerySet[Posting]:
        value = self.value()
        if value == "me":
            return queryset.filter(reviewer=request.user.pk)
        if value == "nobody":
            return queryset.filter(reviewer=None)
        if value and value.isascii() and value.isdigit() and len(value) < 10:
            return queryset.filter(reviewer=int(value))
        return queryset
