"""The import worker: reads uploaded documents one after the other until it is told to stop.

Between documents it keeps the tail of the search index short, and sends the mail that is due.
"""

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from postings.ingest import Refused, index_is_whole, reindex, seal
from postings.ingest.work import warm_up, work_once
from postings.saved import make_due, send_waiting

log = logging.getLogger("jobsite.work")
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_BETWEEN_MAILS = 60.0
MAILS_AT_ONCE = 50  # then documents get their turn, and whoever asks to stop is heard


class Command(BaseCommand):
    help = "Read uploaded documents until told to stop; --once reads what waits now and ends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when nothing waits")

    def handle(self, *, once: bool, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        warm_up()
        looked, mailed = False, -SECONDS_BETWEEN_MAILS
        while not stop.is_set():
            try:
                if not looked:
                    _make_index()
                    looked = True
                document = work_once()
                if document is None:
                    seal()
                if not once and time.monotonic() - mailed >= SECONDS_BETWEEN_MAILS:
                    mailed = time.monotonic()
                    make_due(now=timezone.now())
                    send_waiting(now=timezone.now(), most=MAILS_AT_ONCE)
            except (OperationalError, InterfaceError) as fault:
                if once:
                    raise
                log.warning("the database does not answer; trying again: %s", fault)
                close_old_connections()
                document = None
            if document is None:
                if once:
                    return
                stop.wait(SECONDS_BETWEEN_LOOKS)


def _make_index() -> None:
    """After an upgrade that indexes more than before, there is none until somebody makes it."""
    if not index_is_whole():
        log.info("the search index is not whole: making it anew")
        with suppress(Refused):  # another worker does
            reindex()
