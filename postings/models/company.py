"""Employers, and every name under which documents know them."""

from django.db import models

from postings.models.history import keeps_history


@keeps_history()
class Company(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=220, unique=True)

    class Meta:
        verbose_name_plural = "companies"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class CompanyAlias(models.Model):
    """A name of a company, its own name included: a key that belongs to two companies cannot exist."""

    company = models.ForeignKey(Company, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)  # names.company_key(name)

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
