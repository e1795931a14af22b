"""Skills, the words that mean them, and which posting asks for them how strongly."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from postings.models.columns import only_terms, term_column
from postings.models.posting import Posting
from postings.vocabulary import Strength


class Skill(models.Model):
    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=80)
    family = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class SkillAlias(models.Model):
    """A word that means a skill, its own slug and name included: no word can mean two."""

    skill = models.ForeignKey(Skill, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=80, unique=True, editable=False)  # names.skill_key(name)

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class PostingSkill(models.Model):
    """A skill in one posting: where the text names it, and in which of its requirements."""

    pk = models.CompositePrimaryKey("posting_id", "skill_id")
    posting = models.ForeignKey(Posting, models.CASCADE, related_name="skills", db_index=False)
    skill = models.ForeignKey(Skill, models.PROTECT, related_name="uses")
    position = models.SmallIntegerField()
    strength = term_column(Strength)
    spans = ArrayField(models.IntegerField(), default=list)  # start, end, start, end …
    items = ArrayField(models.SmallIntegerField(), default=list)  # positions of requirements

    class Meta:
        ordering = ("position",)
        constraints = (only_terms("postingskill", "strength", Strength),)
