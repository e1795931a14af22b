"""Tokens of the API: made for a person, shown once, and revoked.

What a token may read is never changed afterwards: another one is made.
"""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString

from postings.admin.badges import badge
from postings.admin.pages import OwnPages
from postings.models import ApiToken
from postings.tokens import forget, issue, revoke
from postings.vocabulary import Scope

USUAL = timedelta(days=90)


class ApiTokenForm(forms.ModelForm):  # type: ignore[type-arg]
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices(),
        widget=forms.CheckboxSelectMultiple,
        label="It may read",
        error_messages={"required": "Choose what it may read."},
    )
    expires_on = forms.DateField(
        widget=AdminDateWidget,
        initial=lambda: timezone.localdate() + USUAL,
        label="Valid until",
        help_text="The last day on which it is taken.",
    )

    class Meta:
        model = ApiToken
        fields = ("name", "owner", "scopes", "expires_on")
        help_texts = {  # noqa: RUF012
            "name": "What program it is for.",
            "owner": "Who answers for the program. When this account is closed, the token ends too.",
        }

    def clean_expires_on(self) -> Any:
        day = self.cleaned_data["expires_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("That day is over. Choose today or a later one.")
        return day


@admin.register(ApiToken)
class ApiTokenAdmin(OwnPages):
    form = ApiTokenForm
    list_display = ("name", "owner", "may_read", "expires_on", "last_used_on", "state_in_words")
    list_select_related = ("owner",)
    search_fields = ("name", "owner__username")
    ordering = ("-id",)

    def get_urls(self) -> list[URLPattern]:
        revoking = self.admin_site.admin_view(self.revoke_view)
        return [
            path("<int:pk>/revoke/", revoking, name="postings_apitoken_revoke"),
            *super().get_urls(),
        ]

    @admin.display(description="may read")
    def may_read(self, token: ApiToken) -> str:
        return ", ".join(token.scopes)

    @admin.display(description="state")
    def state_in_words(self, token: ApiToken) -> SafeString:
        return _state(token)

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        """Issue it; the page that answers this request is the only one that shows it."""
        given = form.cleaned_data
        made, shown = issue(
            owner=given["owner"],
            name=given["name"],
            scopes=[Scope(scope) for scope in given["scopes"]],
            expires_on=given["expires_on"],
        )
        obj.pk = made.pk
        obj.shown = shown  # type: ignore[attr-defined]  # until the end of the request

    def response_add(
        self, request: HttpRequest, obj: ApiToken, post_url_continue: str | None = None
    ) -> HttpResponse:
        title = f"The token of “{obj}”"
        return self.page(request, "token_made.html", title=title, original=obj, token=obj.shown)  # type: ignore[attr-defined]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        token: ApiToken = self.found(request, object_id)
        return self.page(
            request,
            "token.html",
            title=str(token),
            token=token,
            state=_state(token),
            scopes=[Scope(scope).label for scope in token.scopes],
            may_revoke=token.revoked_at is None and self.has_change_permission(request, token),
        )

    def revoke_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        token: ApiToken = self.found(request, pk)
        if not self.has_change_permission(request, token):
            raise PermissionDenied
        revoke(token=token, at=timezone.now())
        self.log_change(request, token, "Revoked.")
        messages.success(request, f"“{token}” is revoked: it is taken no more.")
        return redirect("admin:postings_apitoken_change", pk)

    def delete_model(self, request: HttpRequest, obj: ApiToken) -> None:
        forget(tokens=[obj])

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        forget(tokens=queryset)


def _state(token: ApiToken) -> SafeString:
    if token.revoked_at:
        return badge("Revoked", "error")
    if token.expires_on < timezone.localdate():
        return badge("Expired", "warning")
    return badge("Valid", "success") if token.owner.is_active else badge("Account closed", "error")
