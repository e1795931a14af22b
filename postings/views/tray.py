"""The choice of what to compare: in the address, in the reader's order, without an account."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from postings.filters import PostingFilterSet
from postings.models import Posting
from postings.selectors import Card
from postings.selectors.comparison import MOST_COMPARED, Pinned


@dataclass(frozen=True, slots=True)
class Tray:
    pins: list[Pinned]

    @property
    def ids(self) -> list[str]:
        return [str(pin) for pin in self.pins]

    def shown_with(self, shown: list[Card], filters: PostingFilterSet) -> dict[str, Any]:
        """Return what templates/_components/tray.html shows on a page with these cards and filters."""
        here = {card.id for card in shown}
        titles = {card.id: card.title for card in shown} | _titles(
            {pin.public_id for pin in self.pins} - here
        )
        kept = [(one.key, value) for one in filters.applied for value in one.values]
        return {
            "chosen": [
                {
                    "id": str(pin),
                    "title": titles[pin.public_id],
                    "here": str(pin) in here,
                    "remove_url": _address(kept, [other for other in self.ids if other != str(pin)]),
                }
                for pin in self.pins
                if pin.public_id in titles
            ],
            "compare_url": reverse("compare"),
            "keep_url": reverse("home"),
            "kept": [{"name": name, "value": value} for name, value in kept],
            "most": MOST_COMPARED,
        }


def tray_of(request: HttpRequest) -> Tray:
    """Read the choice from the address; what is no posting's id is left out, and so is a repetition."""
    pins: dict[str, Pinned] = {}
    for given in request.GET.getlist("p"):
        try:
            pin = Pinned.parse(given)
        except ValueError:
            continue
        pins.setdefault(str(pin), pin)
    return Tray(list(pins.values())[:MOST_COMPARED])


def _titles(ids: set[str]) -> dict[str, str]:
    if not ids:
        return {}
    return dict(Posting.objects.published().filter(public_id__in=ids).values_list("public_id", "title"))


def _address(kept: list[tuple[str, str]], chosen: list[str]) -> str:
    query = urlencode([*kept, *(("p", one) for one in chosen)])
    return f"{reverse('home')}?{query}" if query else reverse("home")
