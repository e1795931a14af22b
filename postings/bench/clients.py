"""Readers of a web server: each fetches its addresses one after the other on a connection that stays open."""

import itertools
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from random import Random

from postings.bench.timing import Spread

HOST, TIMEOUT = "127.0.0.1", 60


@dataclass(frozen=True, slots=True)
class Fetched:
    clients: int
    requests: int
    times: Spread  # milliseconds, to the last byte of the page
    a_second: float
    errors: dict[str, int]  # by status, or by what went wrong


def fetched(
    port: int, addresses: Sequence[str], *, clients: int, rounds: int, known: bool = False
) -> Fetched:
    """Let so many clients fetch every address so many times, each in an order of its own.

    Each gets a key that means nothing, so that it is new to the site, unless it is to be known there.
    """
    serial = itertools.count()
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        orders = [_shuffled(addresses, rounds, seed) for seed in range(clients)]
        if not known:
            orders = [[_as_new(address, next(serial)) for address in order] for order in orders]
        answers = [one for each in pool.map(lambda order: _client(port, order), orders) for one in each]
    took = time.perf_counter() - start
    return Fetched(
        clients=clients,
        requests=len(answers),
        times=Spread.of([milliseconds for milliseconds, _ in answers]),
        a_second=len(answers) / took,
        errors=dict(Counter(said for _, said in answers if said != "200")),
    )


def fetch(port: int, address: str) -> float:
    """Fetch one page on a new connection; return the milliseconds that it took."""
    [(took, said)] = _client(port, [address])
    if said != "200":
        raise RuntimeError(f"{address} answered {said}")
    return took


def polled(port: int, address: str, times: int) -> Spread:
    """Ask again and again for what one has already; return the milliseconds of each answer."""
    connection = HTTPConnection(HOST, port, timeout=TIMEOUT)
    connection.request("GET", address)
    response = connection.getresponse()
    response.read()
    known, took = {"If-None-Match": response.headers["ETag"]}, []
    for _ in range(times):
        start = time.perf_counter()
        connection.request("GET", address, headers=known)
        response = connection.getresponse()
        response.read()
        took.append((time.perf_counter() - start) * 1000)
        if response.status != HTTPStatus.NOT_MODIFIED:
            raise RuntimeError(f"{address} answered {response.status} to who has it already")
    connection.close()
    return Spread.of(took)


def _shuffled(addresses: Sequence[str], rounds: int, seed: int) -> list[str]:
    order = list(addresses) * rounds
    Random(seed).shuffle(order)  # noqa: S311 - no secrets
    return order


def _as_new(address: str, number: int) -> str:
    return f"{address}{'&' if '?' in address else '?'}_={number}"


def _client(port: int, addresses: Sequence[str]) -> list[tuple[float, str]]:
    answers = []
    connection = HTTPConnection(HOST, port, timeout=TIMEOUT)
    for address in addresses:
        start = time.perf_counter()
        try:
            connection.request("GET", address)
            response = connection.getresponse()
            response.read()
            said = str(response.status)
        except (OSError, HTTPException) as fault:
            said = type(fault).__name__
            connection.close()  # the next request opens it anew
        answers.append(((time.perf_counter() - start) * 1000, said))
    connection.close()
    return answers
