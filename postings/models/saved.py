"""What people come back to: searches and who follows them, shortlists, short links, mail about news."""

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import Count, Q

from postings.models.columns import only_terms, term_column
from postings.models.posting import Posting
from postings.vocabulary import Cadence, MailState

LONGEST_QUERY = 2048


class SharedQuerySet(models.QuerySet):  # type: ignore[type-arg]  # not subscriptable when it runs
    def visible_to(self, user: User) -> "SharedQuerySet":
        """One's own, and what is shared with one of one's teams."""
        visible: SharedQuerySet = self.filter(Q(owner=user) | Q(team__in=user.groups.all()))
        return visible

    def with_counts(self) -> "SharedQuerySet":
        """Shortlists, each with how many postings are on it."""
        ordering = self.model._meta.ordering  # a query that counts forgets it
        counted: SharedQuerySet = self.annotate(count=Count("entries")).order_by(*ordering)
        return counted


class Shared(models.Model):
    """Somebody's own thing, which a team may see too; only its owner changes it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="%(class)s_set")
    team = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="%(class)s_set")
    name = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SharedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class SavedSearch(Shared):
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)  # the canonical query string of the page

    class Meta(Shared.Meta):
        verbose_name_plural = "saved searches"
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="savedsearch_name_is_one_an_owner"),
        )


class Follower(models.Model):
    """Somebody who comes back to a search: when they last looked, and whether mail tells them of news."""

    search = models.ForeignKey(SavedSearch, models.CASCADE, related_name="followers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="followed")
    cadence = term_column(Cadence)
    looked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("search", "user"), name="follower_follows_once"),
            only_terms("follower", "cadence", Cadence),
        )

    def __str__(self) -> str:
        return f"{self.user} on {self.search}"


class AlertMail(models.Model):
    """One mail about what is new in a followed search: made once for each day that one is due."""

    follower = models.ForeignKey(Follower, models.CASCADE, related_name="mails")
    due = models.DateField()
    since = models.DateTimeField()  # what was published after this, up to `until`, is told
    until = models.DateTimeField()
    state = term_column(MailState)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    total = models.PositiveIntegerField(default=0)  # postings that it tells of
    fault = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-due", "-id")
        constraints = (
            models.UniqueConstraint(fields=("follower", "due"), name="alertmail_is_one_a_day"),
            only_terms("alertmail", "state", MailState),
        )
        indexes = (
            models.Index(
                fields=("next_attempt_at",),
                condition=Q(state=MailState.WAITING.value),
                name="alertmail_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.follower}, {self.due}"


class Shortlist(Shared):
    """Postings that somebody has picked, in their order, with what they noted about each."""

    class Meta(Shared.Meta):
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="shortlist_name_is_one_an_owner"),
        )


class ShortlistEntry(models.Model):
    shortlist = models.ForeignKey(Shortlist, models.CASCADE, related_name="entries")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="+")
    note = models.TextField(blank=True, max_length=2000)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("shortlist", "posting"), name="shortlistentry_is_one_a_posting"),
        )


class ShortLink(models.Model):
    """A long address of this site under a short one."""

    code = models.CharField(max_length=8, unique=True)
    address = models.CharField(max_length=LONGEST_QUERY)  # path and query
    digest = models.BinaryField(
        max_length=32, unique=True
    )  # of the address, which may be too long for an index
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.code}: {self.address}"
