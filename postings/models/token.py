"""Tokens with which programs read the API of a private site."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from postings.vocabulary import Scope


class ApiToken(models.Model):
    """Who may read what, until when. The token itself is nowhere: only its SHA-256 is."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens", db_index=False
    )
    name = models.CharField(max_length=120)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope.choices()))
    sha256 = models.BinaryField(max_length=32, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField()  # the last day on which it is taken
    last_used_on = models.DateField(null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "API token"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="apitoken_name_is_one_an_owner"),
            models.CheckConstraint(
                condition=models.Q(scopes__contained_by=[scope.value for scope in Scope])
                & models.Q(scopes__len__gt=0),
                name="apitoken_scopes_are_terms",
            ),
        )

    def __str__(self) -> str:
        return self.name
