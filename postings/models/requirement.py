"""What is done, asked or offered: the bullets and sentences of a posting, in order."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from postings.models.columns import in_order, only_terms, term_column
from postings.models.posting import Posting
from postings.vocabulary import Section


class Requirement(models.Model):
    pk = models.CompositePrimaryKey("posting_id", "position")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="requirements", db_index=False)
    position = models.SmallIntegerField()
    section = term_column(Section)
    theme = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    any_of = ArrayField(models.TextField(), default=list)
    span_start = models.IntegerField()
    span_end = models.IntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (
            in_order("requirement", "span_start", "span_end"),
            only_terms("requirement", "section", Section),
        )
