"""A mail that is due in, a letter out: plain and HTML, with the newest postings and a way to call it off."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from postings import search
from postings.models import AlertMail
from postings.saved.alerts.unsubscribe import unsubscribe_url
from postings.saved.searches import filters_of, in_words
from postings.selectors import cards

SHOWN = 20  # postings; the rest are a link away


@dataclass(frozen=True, slots=True)
class Letter:
    total: int
    message: EmailMultiAlternatives


def letter_of(mail: AlertMail) -> Letter | None:
    """Return what to send; nothing where nothing is new."""
    follower, saved = mail.follower, mail.follower.search
    filters = filters_of(saved, timezone.localdate())
    found = search.published_between(filters.plan, mail.since, mail.until, limit=SHOWN)
    if not found.total:
        return None
    site = settings.ADDRESS
    context = {
        "name": saved.name,
        "said": in_words(filters),
        "total": found.total,
        "since": mail.since,
        "postings": cards(found.postings.tolist(), now=mail.until),
        "more": max(0, found.total - SHOWN),
        "site": site,
        "open_url": f"{site}{reverse('saved-search', args=[saved.pk])}",
        "saved_url": f"{site}{reverse('saved')}",
        "unsubscribe_url": unsubscribe_url(follower, site),
    }
    return Letter(found.total, _message(mail, context))


def _message(mail: AlertMail, context: dict[str, Any]) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=f"{context['total']:,} new: {' '.join(context['name'].split())}",
        body=render_to_string("mail/alert.txt", context),
        to=[mail.follower.user.email],
        headers={
            # The same for every attempt, so that whoever gets two can tell that they are one.
            "Message-ID": f"<alert-{mail.pk}@{urlsplit(context['site']).hostname}>",
            "List-Unsubscribe": f"<{context['unsubscribe_url']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",  # RFC 8058
            "Auto-Submitted": "auto-generated",
        },
    )
    message.attach_alternative(render_to_string("mail/alert.html", context), "text/html")
    return message
