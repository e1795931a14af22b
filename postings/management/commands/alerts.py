"""Mail about what is new in saved searches: what is due by now is made and sent, once."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from postings.saved import make_due, send_waiting
from postings.vocabulary import MailState


class Command(BaseCommand):
    help = "Send the mail about saved searches that is due. The import worker does so every minute."

    def handle(self, **options: Any) -> None:
        now = timezone.now()
        made, ended = make_due(now=now), send_waiting(now=now)
        self.stdout.write(f"{made} more due; links in them begin with {settings.ADDRESS}.")
        for state in MailState:
            if ended[state]:
                self.stdout.write(f"{ended[state]} {state.label.lower()}")
