"""What the search index is fed from: derived rows, rebuildable, never a source of truth.

A *generation* is one numbering of entries from 0 on; `manage.py reindex` makes the next one beside it and
then points the clock there. Entries whose words have been turned around are *sealed* into segments; those
after the last segment are the tail.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

ALIVE = models.Q(died__isnull=True)


class IndexClock(models.Model):
    """One row that every publishing transaction updates last, so that its order is the order of commits.

    Another epoch, or a smaller `seq`, tells a reader that what it knows is of another life of the
    database (restored, reindexed): it starts anew.
    """

    id = models.SmallIntegerField(primary_key=True, default=1)
    epoch = models.UUIDField()
    generation = models.SmallIntegerField(default=0)
    seq = models.BigIntegerField(default=0)
    next_docno = models.IntegerField(default=0)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_clock"),)


class SearchDoc(models.Model):
    """One life of a posting in the index: entries are only added, and end when a newer one begins.

    What it holds is `postings.bitmaps.Entry` and the stems of the posting's words; `postings.stored`
    knows how.
    """

    pk = models.CompositePrimaryKey("generation", "docno")
    generation = models.SmallIntegerField()
    docno = models.IntegerField()
    posting_id = models.BigIntegerField()  # no foreign key: an entry outlives its posting
    born = models.BigIntegerField()
    died = models.BigIntegerField(null=True, blank=True)
    public_id = models.CharField(max_length=12)
    published = models.BigIntegerField()
    codes = ArrayField(models.IntegerField())
    years = models.SmallIntegerField()
    posted = models.IntegerField()
    closes = models.IntegerField()
    bands = ArrayField(models.IntegerField())
    zones = ArrayField(models.TextField())

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("generation", "posting_id"), condition=ALIVE, name="searchdoc_one_live_entry"
            ),
            models.CheckConstraint(
                condition=ALIVE | models.Q(died__gt=models.F("born")),
                name="searchdoc_dies_after_it_is_born",
            ),
        )
        indexes = (
            models.Index(fields=("generation", "born"), name="searchdoc_born"),
            models.Index(
                fields=("generation", "died"), name="searchdoc_died", condition=models.Q(died__isnull=False)
            ),
        )


class SearchSegment(models.Model):
    """Sealed entries, `first` to `last` without the last: `postings.bitmaps.Segment` as bytes."""

    generation = models.SmallIntegerField()
    first = models.IntegerField()
    last = models.IntegerField()
    packed = models.BinaryField()

    class Meta:
        ordering = ("generation", "first")
        constraints = (
            models.UniqueConstraint(fields=("generation", "first"), name="searchsegment_begins_once"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("last")), name="searchsegment_has_entries"
            ),
        )


class SearchTerm(models.Model):
    """Which entries of a segment have a term, as a serialised bitmap."""

    pk = models.CompositePrimaryKey("term", "segment_id")
    term = models.TextField(db_collation="C")  # so that the key finds terms by their beginning, too
    segment = models.ForeignKey(SearchSegment, models.CASCADE, related_name="terms")
    count = models.IntegerField()
    entries = models.BinaryField()


class SearchGeneration(models.Model):
    """What is decided for a whole generation: of which common words neighbours are terms of their own."""

    number = models.SmallIntegerField(primary_key=True)
    common = ArrayField(models.TextField(), default=list)
    made_at = models.DateTimeField(auto_now_add=True)
