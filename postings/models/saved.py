"""Searches that people come back to."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models

from postings.models.columns import only_terms, term_column
from postings.vocabulary import Cadence


class SavedSearch(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    team = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="saved_searches")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=2048, blank=True)  # the canonical query string of the page
    cadence = term_column(Cadence)
    last_seen = models.BigIntegerField(default=0)  # the index clock when its owner last looked
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "saved searches"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="savedsearch_name_is_one_an_owner"),
            only_terms("savedsearch", "cadence", Cadence),
        )

    def __str__(self) -> str:
        return self.name
