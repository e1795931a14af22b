"""A job description as facts: one row a posting, with the columns that lists and filters need."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from postings.models.columns import in_order, only_terms, term_column
from postings.models.company import Company
from postings.models.document import Document, ParseRun
from postings.models.history import keeps_history
from postings.models.place import Place
from postings.vocabulary import (
    Education,
    EmploymentType,
    Family,
    Kind,
    Level,
    PostingState,
    Sponsorship,
    WorkMode,
)


class PostingQuerySet(models.QuerySet["Posting"]):
    def published(self) -> "PostingQuerySet":
        return self.filter(state=PostingState.PUBLISHED.value)

    def vacancies(self) -> "PostingQuerySet":
        return self.filter(kind=Kind.POSTING)

    def guides(self) -> "PostingQuerySet":
        return self.filter(kind=Kind.GUIDE)


@keeps_history(exclude=("draft", "draft_run", "reviewer"))
class Posting(models.Model):
    """The facts that are published; `draft` holds the facts under review until they are."""

    public_id = models.CharField(max_length=12, unique=True)
    kind = term_column(Kind)
    state = term_column(PostingState)
    revision = models.PositiveIntegerField(default=0)  # 0: never published
    draft = models.JSONField(null=True, blank=True)

    document = models.ForeignKey(Document, models.CASCADE, related_name="postings", db_index=False)
    run = models.ForeignKey(ParseRun, models.PROTECT, related_name="postings")
    draft_run = models.ForeignKey(  # whose text the draft's spans point into, where it is a newer one
        ParseRun, models.PROTECT, null=True, blank=True, related_name="+"
    )
    part = models.SmallIntegerField(default=1)
    span_start = models.IntegerField(null=True, blank=True)
    span_end = models.IntegerField(null=True, blank=True)

    title = models.CharField(max_length=300, blank=True)
    company = models.ForeignKey(Company, models.PROTECT, null=True, blank=True, related_name="postings")
    organization = models.CharField(max_length=200, blank=True)  # the company's name as this text has it
    department = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=60, blank=True)
    job_family = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, blank=True)

    level = term_column(Level, optional=True)
    family = term_column(Family, optional=True)
    work_mode = term_column(WorkMode, optional=True)
    remote_scope = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    employment_types = ArrayField(
        models.CharField(max_length=20, choices=EmploymentType.choices()), default=list, blank=True
    )
    experience_min = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    experience_max = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    education = term_column(Education, optional=True)
    visa_sponsorship = term_column(Sponsorship, optional=True)
    bonus = models.CharField(max_length=300, blank=True)
    equity = models.CharField(max_length=300, blank=True)
    apply_url = models.CharField(max_length=1000, blank=True)
    posted_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)

    reviewer = models.ForeignKey(  # who has it on their desk
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    merged_into = models.ForeignKey(  # the posting that this one turned out to be
        "self", models.SET_NULL, null=True, blank=True, related_name="merged"
    )

    created_at = models.DateTimeField(auto_now_add=True)
    first_published_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ("-first_published_at", "public_id")
        permissions = (("publish_posting", "Can publish postings, and take them back"),)
        constraints = (
            models.UniqueConstraint(fields=("document", "part"), name="posting_is_one_part_of_a_document"),
            models.CheckConstraint(
                condition=~models.Q(state=PostingState.PUBLISHED.value)
                | models.Q(revision__gt=0, published_at__isnull=False, first_published_at__isnull=False)
                & ~models.Q(title=""),
                name="posting_published_is_complete",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=PostingState.ARCHIVED.value) | models.Q(archived_at__isnull=False),
                name="posting_archived_has_a_date",
            ),
            in_order("posting", "experience_min", "experience_max"),
            in_order("posting", "span_start", "span_end"),
            only_terms("posting", "kind", Kind),
            only_terms("posting", "state", PostingState),
            only_terms("posting", "level", Level, optional=True),
            only_terms("posting", "family", Family, optional=True),
            only_terms("posting", "work_mode", WorkMode, optional=True),
            only_terms("posting", "education", Education, optional=True),
            only_terms("posting", "visa_sponsorship", Sponsorship, optional=True),
        )
        indexes = (
            models.Index(
                fields=("-first_published_at", "public_id"),
                condition=models.Q(state=PostingState.PUBLISHED.value),
                name="posting_newest",
            ),
        )

    def __str__(self) -> str:
        return self.title or f"Untitled posting {self.public_id}"

    @property
    def review_run(self) -> ParseRun:
        """The reading under review: of the draft if there is one, else of what is published."""
        return self.draft_run if self.draft is not None and self.draft_run else self.run


class PostingPlace(models.Model):
    """A place of work, as the text has it and, where it is known, as geography."""

    pk = models.CompositePrimaryKey("posting_id", "position")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="places", db_index=False)
    position = models.SmallIntegerField()
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="sites")
    text = models.CharField(max_length=200)

    class Meta:
        ordering = ("position",)


class PostingRevision(models.Model):
    """The facts of a posting as they were published: what `?p=ID@3` shows."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    run = models.ForeignKey(ParseRun, models.PROTECT, related_name="+")
    facts = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("posting", "number"), name="revision_is_numbered_once"),
        )
