"""What administrators should hear of before they look for it."""

from django import template
from django.db.models import Count

from postings.models import AlertMail
from postings.vocabulary import MailState

register = template.Library()
TOLD = (MailState.FAILED, MailState.UNKNOWN)


@register.simple_tag
def mails_in_trouble() -> list[tuple[MailState, int]]:
    """Return how many mails have failed, and of how many nobody knows, where there are any."""
    found = AlertMail.objects.filter(state__in=TOLD).values("state").annotate(count=Count("pk"))
    counts = {row["state"]: row["count"] for row in found}
    return [(state, counts[state]) for state in TOLD if state in counts]
