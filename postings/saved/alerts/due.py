"""Which mails are due: one a follower and day, or week, however often and by however many this is asked."""

from datetime import date, datetime, timedelta

from django.db.models import F, Max, Q
from django.utils import timezone

from postings.models import AlertMail, Follower
from postings.saved.searches import LAG
from postings.vocabulary import Cadence, MailState

DUE = (Cadence.DAILY, Cadence.WEEKLY)
MAY_SEE = Q(search__owner=F("user")) | Q(search__team__user=F("user"))


def make_due(*, now: datetime) -> int:
    """Write down the mails that are due by now and have not been; return how many."""
    followers = Follower.objects.filter(MAY_SEE, cadence__in=DUE, user__is_active=True).distinct()
    waiting = [
        AlertMail(
            follower=one, due=due, since=max(one.told or one.looked_at, one.looked_at), until=now - LAG,
            state=MailState.WAITING, next_attempt_at=now,
        )
        for one in followers.annotate(told=Max("mails__until"), last=Max("mails__due")).order_by("pk")
        if (due := due_day(Cadence(one.cadence), timezone.localdate(now))) > (one.last or date.min)
    ]  # fmt: skip
    AlertMail.objects.bulk_create(waiting, ignore_conflicts=True)
    return len(waiting)


def may_see(follower: Follower) -> bool:
    """Return whether the search is still theirs, or shared with a team that they are still in."""
    return Follower.objects.filter(MAY_SEE, pk=follower.pk).exists()


def due_day(cadence: Cadence, today: date) -> date:
    """Return the day of the last mail that should be out: today's, or Monday's."""
    return today if cadence is Cadence.DAILY else today - timedelta(days=today.weekday())
