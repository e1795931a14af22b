"""How each fact of a posting is known: its state and the words that say so."""

from django.conf import settings
from django.db import models

from postings.models.columns import in_order, only_terms, term_column
from postings.models.posting import Posting
from postings.vocabulary import Severity, State


class Evidence(models.Model):
    """One fact of one field; a field that nobody stated has no row at all.

    The spans point into the text of `posting.run`.
    """

    pk = models.CompositePrimaryKey("posting_id", "field", "position")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="evidence", db_index=False)
    field = models.CharField(max_length=30)
    position = models.SmallIntegerField(default=0)  # which of several pay bands, places …
    state = term_column(State)
    span_start = models.IntegerField(null=True, blank=True)
    span_end = models.IntegerField(null=True, blank=True)
    raw = models.TextField(blank=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )  # not searched by, and an index of ten million empty values would be the largest of the table

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ("field", "position")
        constraints = (
            in_order("evidence", "span_start", "span_end"),
            only_terms("evidence", "state", State),
        )


class Finding(models.Model):
    """A fault of the document, where it stands, and what would mend it."""

    pk = models.CompositePrimaryKey("posting_id", "position")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="findings", db_index=False)
    position = models.SmallIntegerField()
    rule = models.CharField(max_length=60)
    severity = term_column(Severity)
    message = models.TextField()
    span_start = models.IntegerField(null=True, blank=True)
    span_end = models.IntegerField(null=True, blank=True)
    raw = models.TextField(blank=True)
    fix = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (
            in_order("finding", "span_start", "span_end"),
            only_terms("finding", "severity", Severity),
        )
