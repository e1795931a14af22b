"""Exchange rates, as people write them down. Pages that convert with them are drawn anew."""

from collections.abc import Iterable

from django.db import transaction

from postings.ingest import clock
from postings.models import ExchangeRate


@transaction.atomic
def keep_rate(*, rate: ExchangeRate) -> ExchangeRate:
    rate.save()
    clock.advance()
    return rate


@transaction.atomic
def forget_rates(*, rates: Iterable[ExchangeRate]) -> None:
    ExchangeRate.objects.filter(pk__in=[rate.pk for rate in rates]).delete()
    clock.advance()
