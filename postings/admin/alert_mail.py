"""Mail about what is new in saved searches: what became of each, and sending again what failed."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator

from postings.admin.pages import OwnPages
from postings.models import AlertMail
from postings.saved import try_again


@admin.register(AlertMail)
class AlertMailAdmin(OwnPages):
    list_display = ("due", "to", "search", "state", "total", "attempts", "next_attempt_at", "what_went_wrong")
    list_filter = ("state", "due")
    list_select_related = ("follower__user", "follower__search")
    search_fields = ("follower__user__username", "follower__user__email", "follower__search__name")
    ordering = ("-due", "-id")
    actions = ("send_again",)
    fields = (
        *("to", "search", "due", "since", "until", "state", "total", "attempts", "next_attempt_at", "fault"),
        "changed_at",
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.method != "POST" and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # what is not known to have been sent would be sent again

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.fields

    @admin.display(description="to", ordering="follower__user__email")
    def to(self, mail: AlertMail) -> str:
        return mail.follower.user.email or f"{mail.follower.user} (no address)"

    @admin.display(description="saved search", ordering="follower__search__name")
    def search(self, mail: AlertMail) -> str:
        return mail.follower.search.name

    @admin.display(description="what went wrong")
    def what_went_wrong(self, mail: AlertMail) -> str:
        return Truncator(mail.fault).chars(80)

    @admin.action(description="Send again", permissions=["view"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[AlertMail]) -> None:
        count = try_again(mails=queryset, now=timezone.now())
        self.message_user(
            request, f"{count} of {len(queryset)} will be sent again; the others did not fail.", messages.INFO
        )
