"""Two rows that are one: find the other, see what will move, say which name to keep."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from postings.admin.pages import OwnPages, person
from postings.ingest import Refused
from postings.models import Posting
from postings.vocabulary import PostingState

MOST_OFFERED = 20


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with what would move if the other were kept."""

    named: Any
    postings: int
    published: int
    names: list[str]


class MergePage(OwnPages):
    posting_path: str
    merge: Callable[..., int]

    def may_merge(self, request: HttpRequest) -> bool:
        """One of the two will be gone afterwards, so this takes the right to delete as well."""
        codes = [get_permission_codename(action, self.opts) for action in ("change", "delete")]
        return all(request.user.has_perm(f"{self.opts.app_label}.{code}") for code in codes)

    def merge_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        named = self.found(request, pk)
        if not self.may_merge(request):
            raise PermissionDenied
        chosen = request.POST.get("with") or request.GET.get("with", "")
        other = self.get_object(request, chosen) if chosen else None
        if other is None or other.pk == named.pk:
            return self._search_page(request, named)
        if request.method == "POST":
            return self._merged(request, named, other)
        sides = [self._side(named), self._side(other)]
        return self.page(
            request,
            "merge.html",
            title=f"Merge {named} and {other}",
            original=named,
            other=other,
            sides=sides,
        )

    def _search_page(self, request: HttpRequest, named: Any) -> HttpResponse:
        """Offer rows by their names; to begin with, those that share its first word."""
        words = request.GET.get("q", str(named).split()[0].strip(","))
        found, _ = self.get_search_results(request, self.get_queryset(request), words)
        return self.page(
            request,
            "merge_search.html",
            title=f"Merge {named} with …",
            original=named,
            words=words,
            offered=found.exclude(pk=named.pk)[:MOST_OFFERED],
        )

    def _side(self, named: Any) -> Side:
        counts = Posting.objects.filter(**{self.posting_path: named}).aggregate(
            postings=Count("pk", distinct=True),
            published=Count("pk", distinct=True, filter=Q(state=PostingState.PUBLISHED)),
        )
        return Side(named, **counts, names=[alias.name for alias in named.aliases.all()])

    def _merged(self, request: HttpRequest, named: Any, other: Any) -> HttpResponse:
        address = f"admin:postings_{self.opts.model_name}"
        sides = {str(named.pk): (other, named), str(other.pk): (named, other)}
        if request.POST.get("keep") not in sides:
            messages.error(request, "Choose which of the two to keep.")
            return redirect(f"{reverse(f'{address}_merge', args=[named.pk])}?with={other.pk}")
        source, target = sides[request.POST["keep"]]
        said = str(source)
        reason = request.POST.get("reason", "").replace("\0", "").strip()
        try:
            moved = type(self).merge(source=source, target=target, by=person(request), reason=reason)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{reverse(f'{address}_merge', args=[named.pk])}?with={other.pk}")
        postings = "1 published posting" if moved == 1 else f"{moved:,} published postings"
        messages.success(request, format_html("“{}” means {} now; {} moved.", said, target, postings))
        return redirect(f"{address}_change", target.pk)
