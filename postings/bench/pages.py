"""The site's pages under gunicorn: lists as the questions ask for them, single postings, comparisons, pay."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from django.urls import reverse

from postings.bench.clients import Fetched, fetch, fetched, polled
from postings.bench.queries import Query
from postings.bench.serving import served
from postings.bench.timing import Spread
from postings.models import Posting
from postings.selectors.addresses import posting_url
from postings.sharing import cores

ROUNDS, ALONE = 3, 2  # how often each client fetches everything; how often a single one does
SIDE_BY_SIDE = 6
ASKED = 80  # postings of which the pages are fetched
POLLS = 200
LISTS, TOGETHER = "lists", "lists, by several at once"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Pages:
    workers: int
    first_page_ms: float
    first_page_since_start_ms: float
    fetched: dict[str, Fetched]
    poll: Spread  # of a feed that has nothing new
    memory_mb: list[float]

    @property
    def errors(self) -> int:
        return sum(sum(one.errors.values()) for one in self.fetched.values())

    @property
    def share_of_the_cores(self) -> float:
        """Return what all workers give together, of what they would if none slowed another down."""
        return self.fetched[TOGETHER].a_second / (self.fetched[LISTS].a_second * self.workers)


def pages(queries: Sequence[Query], *, clients: int) -> Pages:
    lists = [query.address for query in queries]
    others = _others(queries)
    workers = cores()
    with served(workers) as site:
        first = fetch(site.port, "/")
        began = site.seconds_since_start()
        fetched(site.port, lists, clients=workers, rounds=1)  # until every worker has its index
        found = {
            LISTS: fetched(site.port, lists, clients=1, rounds=ALONE),
            TOGETHER: fetched(site.port, lists, clients=clients, rounds=ROUNDS),
            "lists that were asked for before": _known(site.port, lists, workers),
            "lists through the API": _through_the_api(site.port, queries),
            **{
                name: fetched(site.port, addresses, clients=1, rounds=ALONE)
                for name, addresses in others.items()
                if addresses
            },
        }
        poll = polled(site.port, reverse("feed"), POLLS)
        memory = site.memory_mb()
    return Pages(workers, first, began * 1000, found, poll, memory)


def _known(port: int, addresses: Sequence[str], workers: int) -> Fetched:
    fetched(port, addresses, clients=workers * 2, rounds=2, known=True)  # until every worker has drawn them
    return fetched(port, addresses, clients=1, rounds=ALONE, known=True)


def _through_the_api(port: int, queries: Sequence[Query]) -> Fetched:
    """Answers of the API are kept nowhere, and a key that means nothing is refused there."""
    addresses = [query.api_address for query in queries]
    return fetched(port, addresses, clients=1, rounds=ALONE, known=True)


def _others(queries: Sequence[Query]) -> Mapping[str, Sequence[str]]:
    postings = _from_all_over()
    together = [
        [public_id for public_id, _ in postings[start : start + SIDE_BY_SIDE]]
        for start in range(0, len(postings) - SIDE_BY_SIDE + 1, SIDE_BY_SIDE)
    ]
    compare = reverse("compare")
    return {
        "one posting": [posting_url(public_id, title) for public_id, title in postings],
        f"comparisons of {SIDE_BY_SIDE}": [
            f"{compare}?{'&'.join(f'p={public_id}' for public_id in ids)}" for ids in together
        ],
        "what a selection pays": [query.pay_address for query in queries],
    }


def _from_all_over() -> list[tuple[str, str]]:
    """Return ids and titles from all over the library, the same every time."""
    published = Posting.objects.published()
    ends = published.order_by("pk").first(), published.order_by("pk").last()
    if not (ends[0] and ends[1]):
        return []
    numbers = range(ends[0].pk, ends[1].pk + 1)
    drawn = Random(1).sample(numbers, min(len(numbers), 4 * ASKED))  # noqa: S311 - no secrets
    return list(published.filter(pk__in=drawn).order_by("pk").values_list("public_id", "title")[:ASKED])


def say_pages(found: Pages, say: Say) -> None:
    say(
        f"First page {found.first_page_ms:,.0f} ms after the server answers,"
        f" {found.first_page_since_start_ms:,.0f} ms after its start."
    )
    for name, one in found.fetched.items():
        faults = f", {sum(one.errors.values())} errors {one.errors}" if one.errors else ""
        say(
            f"HTTP, {name} ({one.clients} at once): {one.times.median:.1f} / {one.times.p95:.1f} ms,"
            f" {one.a_second:.1f} pages a second{faults}"
        )
    share, workers = found.share_of_the_cores, found.workers
    say(f"{workers} workers give {share:.0%} of {workers} times what one client gets.")
    say(f"A feed without news: {found.poll.median:.1f} / {found.poll.p95:.1f} ms.")
    say(f"Memory of the workers: {', '.join(f'{one:.0f} MB' for one in found.memory_mb)}.")
