"""What the search index is fed from: derived rows, rebuildable, never a source of truth."""

from django.db import models


class IndexClock(models.Model):
    """One row that every publishing transaction updates last, so that its order is the order of commits.

    Another epoch, or a smaller `seq`, tells a reader that what it knows is of another life of the
    database (restored, reindexed): it starts anew.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    epoch = models.UUIDField()
    seq = models.BigIntegerField(default=0)
    next_docno = models.IntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_clock"),)


class SearchDoc(models.Model):
    """One life of a posting in the index: entries are only added, and end when a newer one begins."""

    docno = models.IntegerField(primary_key=True)
    posting_id = models.BigIntegerField()  # no foreign key: an entry outlives its posting
    born = models.BigIntegerField()
    died = models.BigIntegerField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("posting_id",), condition=models.Q(died__isnull=True), name="searchdoc_one_live_entry"
            ),
            models.CheckConstraint(
                condition=models.Q(died__isnull=True) | models.Q(died__gt=models.F("born")),
                name="searchdoc_dies_after_it_is_born",
            ),
        )
        indexes = (
            models.Index(fields=("born",), name="searchdoc_born"),
            models.Index(fields=("died",), name="searchdoc_died", condition=models.Q(died__isnull=False)),
        )
