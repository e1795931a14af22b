"""How postings that are nearly the same are found, and what people said of those that were."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from postings.compare import ALGORITHM
from postings.models.posting import Posting


class FingerprintQuerySet(models.QuerySet["Fingerprint"]):
    def current(self) -> "FingerprintQuerySet":
        """Those that were made in today's way: it is the beginning of their text key."""
        return self.filter(text_key__gte=ALGORITHM, text_key__lt=ALGORITHM + b"\xff" * 28)


class Fingerprint(models.Model):
    """Numbers that much alike postings share; see postings.compare.likeness."""

    posting = models.OneToOneField(Posting, models.CASCADE, primary_key=True, related_name="fingerprint")
    text_key = models.BinaryField(max_length=32, db_index=True)
    bands = ArrayField(models.BigIntegerField(), default=list)

    objects = FingerprintQuerySet.as_manager()

    class Meta:
        indexes = (GinIndex(fields=("bands",), name="fingerprint_bands"),)


class NotTheSame(models.Model):
    """Somebody has looked at two postings that are alike and said that they are two."""

    one = models.ForeignKey(Posting, models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Posting, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="told_apart_once"),
            models.CheckConstraint(condition=models.Q(one__lt=models.F("other")), name="told_apart_in_order"),
        )
