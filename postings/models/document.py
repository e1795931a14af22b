"""What was uploaded, byte for byte, and what each reading of it found."""

import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from postings.models.columns import only_terms, term_column
from postings.vocabulary import DocumentState


class Batch(models.Model):
    """Files that somebody gave in one go."""

    name = models.CharField(max_length=200)
    asks_columns = models.BooleanField(default=True)  # whether a person confirms which column is what
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "batches"
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return self.name


class DocumentQuerySet(models.QuerySet["Document"]):
    def waiting(self) -> "DocumentQuerySet":
        return self.filter(state__in=(DocumentState.QUEUED, DocumentState.READING))

    def to_review(self) -> "DocumentQuerySet":
        return self.filter(state=DocumentState.NEEDS_REVIEW)


@pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(condition=pgtrigger.AnyChange("state", "reason")),
    fields=["state", "reason"],
)
class Document(models.Model):
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, related_name="documents")
    file_name = models.CharField(max_length=255)
    sha256 = models.BinaryField(max_length=32, unique=True)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=100, blank=True)
    state = term_column(DocumentState)
    reason = models.TextField(blank=True)  # why it was rejected or failed, for the person who uploaded it
    duplicate_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="duplicates"
    )
    container = models.ForeignKey(  # the archive or the table that it was taken out of
        "self", models.SET_NULL, null=True, blank=True, related_name="members"
    )
    declared = models.PositiveIntegerField(
        null=True, blank=True
    )  # of a table's row: the length of its header
    arrival = models.UUIDField(unique=True, null=True, blank=True)  # token of the file that brought it
    attempts = models.SmallIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True)  # who reads it now; see ingest.work
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # when reading it came to an end, whichever

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")
        permissions = (("erase_document", "Can erase documents for good"),)
        constraints = (only_terms("document", "state", DocumentState),)
        indexes = (
            models.Index(
                fields=("id",),
                condition=models.Q(state__in=("queued", "reading")),
                name="document_waiting",
            ),
            models.Index(fields=("state", "-created_at"), name="document_by_state"),
        )

    def __str__(self) -> str:
        return self.file_name


class BatchFileQuerySet(models.QuerySet["BatchFile"]):
    def with_fates(self) -> "BatchFileQuerySet":
        """Add `fate`: the state of the document that a file brought, or why it brought none."""
        return self.annotate(
            fate=models.Case(
                models.When(document=None, then=models.Value(DocumentState.REJECTED.value)),
                models.When(document__arrival=models.F("token"), then=models.F("document__state")),
                default=models.Value(DocumentState.DUPLICATE.value),
                output_field=models.CharField(),
            )
        )


class BatchFile(models.Model):
    """One file of a batch and what became of it: a new document, one that was here before, or nothing."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="files", db_index=False)
    token = models.UUIDField(default=uuid.uuid4)  # the same for each try to send one file
    file_name = models.CharField(max_length=255)
    container = models.ForeignKey(
        Document, models.SET_NULL, null=True, blank=True, related_name="files_in_it"
    )
    document = models.ForeignKey(Document, models.CASCADE, null=True, blank=True, related_name="files")
    refusal = models.TextField(blank=True)  # why nothing came of it
    created_at = models.DateTimeField(auto_now_add=True)

    objects = BatchFileQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("batch", "token"), name="a_file_arrives_once"),)
        indexes = (models.Index(fields=("batch", "id"), name="batch_files_in_order"),)

    def __str__(self) -> str:
        return self.file_name


class ColumnMapping(models.Model):
    """What the columns of a table are, as a person said, for the next table with the same header."""

    header_hash = models.BinaryField(max_length=32, unique=True)
    columns = models.JSONField()  # the column of each field
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now=True)


class DocumentBlob(models.Model):
    """The bytes as uploaded, in a table of their own so that no list ever loads them."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="blob")
    content = models.BinaryField()


class ParseRun(models.Model):
    """One reading of a document: its repaired text, which spans point into and which never changes."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="runs")
    parser_version = models.CharField(max_length=40)
    text = models.TextField()
    facts = models.JSONField(default=list)  # as read, before anybody edited them
    repairs = ArrayField(models.CharField(max_length=40), default=list)
    milliseconds = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)


class Tombstone(models.Model):
    """What is left of an erased document: enough to refuse the same bytes with a reason."""

    sha256 = models.BinaryField(max_length=32, unique=True)
    reason = models.TextField()
    erased_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    erased_at = models.DateTimeField(auto_now_add=True)
