"""Countries, their regions and their cities, as one tree."""

from django.db import models


class Place(models.Model):
    city = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=2, help_text="ISO 3166 code, for example US")
    slug = models.SlugField(max_length=250, unique=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        ordering = ("country", "region", "city")
        constraints = (
            models.UniqueConstraint(fields=("country", "region", "city"), name="place_is_unique"),
            models.CheckConstraint(
                condition=models.Q(country__regex="^[A-Z]{2}$"), name="place_country_is_a_code"
            ),
        )

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


class PlaceAlias(models.Model):
    """Another way to write a place: "NYC", "München"."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120, unique=True, editable=False)  # names.place_key(name)

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name
