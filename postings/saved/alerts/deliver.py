"""Mails that wait in, sent ones out. None is sent twice, whatever dies in the middle.

A mail is marked before it is handed over. What certainly was not taken is tried again, ever less often; what
may have been taken, because the line or this process died on the way, is not, and is said to be in doubt.
"""

import logging
import smtplib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.db import transaction

from postings.models import AlertMail
from postings.saved.alerts.compose import letter_of
from postings.saved.alerts.due import may_see
from postings.vocabulary import Cadence, MailState

log = logging.getLogger("jobsite.alerts")

FIRST_PAUSE = timedelta(minutes=5)  # after a failure; four times as long after each further one
LONGEST_PAUSE = timedelta(hours=12)
MOST_ATTEMPTS = 8  # about two days
LOST = timedelta(minutes=15)  # no server takes that long: whoever was sending is gone
ABANDONED = "Whoever was sending it stopped before it was known whether it was taken."
CLOSING = 421  # to everybody, for now
PERMANENT = 500  # and above: the server will not take it tomorrow either


class NotTaken(Exception):
    """It certainly was not sent."""

    def __init__(self, fault: Exception, *, for_good: bool = False) -> None:
        super().__init__(f"{type(fault).__name__}: {fault}")
        self.for_good = for_good


class ServerAway(NotTaken):
    """No mail can be sent just now."""


def send_waiting(*, now: datetime, most: int | None = None) -> Counter[MailState]:
    """Send what waits and is due for an attempt, `most` at most; return how many ended in each state.

    A server that is away ends it: there is no use in asking it once for every mail.
    """
    stale = AlertMail.objects.filter(state=MailState.SENDING, changed_at__lt=now - LOST)
    stale.update(state=MailState.UNKNOWN, fault=ABANDONED)
    ended: Counter[MailState] = Counter()
    is_away = False
    while not is_away and (most is None or ended.total() < most) and (mail := _claimed(now)):
        state, is_away = _sent(mail, now)
        ended[state] += 1
    return ended


def try_again(*, mails: Iterable[AlertMail], now: datetime) -> int:
    """Let those that failed, or are in doubt, be sent anew; return how many those are."""
    again = AlertMail.objects.filter(
        pk__in=[mail.pk for mail in mails], state__in=(MailState.FAILED, MailState.UNKNOWN)
    )
    return again.update(state=MailState.WAITING, attempts=0, fault="", next_attempt_at=now)


@transaction.atomic
def _claimed(now: datetime) -> AlertMail | None:
    known = AlertMail.objects.select_related("follower__user", "follower__search")
    waiting = known.filter(state=MailState.WAITING, next_attempt_at__lte=now).order_by("pk")
    mail = waiting.select_for_update(skip_locked=True, of=("self",)).first()
    if mail:
        mail.state, mail.attempts = MailState.SENDING, mail.attempts + 1
        mail.save(update_fields=["state", "attempts", "changed_at"])
    return mail


def _sent(mail: AlertMail, now: datetime) -> tuple[MailState, bool]:
    """Send it and write down what became of it; return that, and whether the server is away."""
    is_away = False
    try:
        state, mail.fault = _handed_over(mail), ""
    except NotTaken as fault:
        is_away = isinstance(fault, ServerAway)
        gives_up = fault.for_good or mail.attempts >= MOST_ATTEMPTS
        state, mail.fault = MailState.FAILED if gives_up else MailState.WAITING, str(fault)
        mail.next_attempt_at = now + min(FIRST_PAUSE * 4 ** (mail.attempts - 1), LONGEST_PAUSE)
    except Exception as fault:
        log.exception("mail %s may or may not have been sent", mail.pk)
        state, mail.fault = MailState.UNKNOWN, f"{type(fault).__name__}: {fault}"
    outcome = {"fault": mail.fault, "total": mail.total, "next_attempt_at": mail.next_attempt_at}
    # By a query: its search may have been deleted in the meantime, and the mail with it.
    AlertMail.objects.filter(pk=mail.pk).update(state=state, changed_at=now, **outcome)
    return state, is_away


def _handed_over(mail: AlertMail) -> MailState:
    """Hand it to the mail server; raise NotTaken where that certainly has not taken it."""
    follower = mail.follower
    if follower.cadence == Cadence.NEVER or not follower.user.is_active or not may_see(follower):
        return MailState.NOTHING_NEW  # called off in the meantime, or shared no more
    if not follower.user.email:
        raise NotTaken(ValueError("this account has no e-mail address"), for_good=True)
    try:
        letter = letter_of(mail)
    except Exception as fault:  # of ours, and nothing has left this machine
        raise NotTaken(fault) from fault
    if letter is None:
        return MailState.NOTHING_NEW
    mail.total = letter.total
    line = get_connection()
    try:
        line.open()
    except (OSError, smtplib.SMTPException) as fault:
        raise ServerAway(fault) from fault
    try:
        line.send_messages([letter.message])
    except smtplib.SMTPRecipientsRefused as fault:
        codes = [code for code, _ in fault.recipients.values()]
        raise NotTaken(fault, for_good=min(codes, default=0) >= PERMANENT) from fault
    except smtplib.SMTPResponseException as fault:  # it said no
        if fault.smtp_code == CLOSING:
            raise ServerAway(fault) from fault
        raise NotTaken(fault, for_good=fault.smtp_code >= PERMANENT) from fault
    finally:
        line.close()
    return MailState.SENT
