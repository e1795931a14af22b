"""Whatever stands in an address: a page with the fault at its field, or a polite 400 with a way back."""

from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
from django.test import Client

from postings.filters import ORDER
from postings.vocabulary import Level, WorkMode

PIECES = (
    *(
        "remote",
        "senior",
        "1",
        "0",
        "-1",
        "150k",
        "150,000",
        "9" * 30,
        "1e9",
        "USD",
        "xxx",
        "pay:stated",
        "newest",
    ),
    *(
        "",
        " ",
        "\0",
        "\x1b",
        "‮abc",
        "مرحبا",
        "💼",
        "ё",
        "日本",
        "%",
        "%%27",
        "'; DROP TABLE",
        "<script>",
        "../..",
    ),
    *(
        '"',
        '"a b',
        "a OR OR -",
        "((",
        "))",
        "-",
        "- -",
        "title:",
        "pay:>",
        "pay:9..1",
        "years:<=x",
        "quality:pay:?",
    ),
    *(
        "title:nurse -python",
        "foo:bar",
        "http://a.example/?q=1",
        "a" * 500,
        "python " * 60,
        "OR",
        "NOT NOT a",
    ),
    *("abc-1-2-def", "0-0-0-0", "a-b-c-d", "-" * 40, "deadbeef-99999999999999999999-1-x", "\ud800"),
)
KEYS = (*ORDER, "unknown", "p", "Q", "mode[]", "q\0")


def an_address(random: Random) -> str:
    pairs = [
        (random.choice(KEYS), "".join(random.choices(PIECES, k=random.choice((1, 1, 1, 2, 3)))))
        for _ in range(random.choice((1, 1, 2, 3, 5, 8, 25)))
    ]
    return urlencode([(key, value.encode("utf-8", "surrogatepass")) for key, value in pairs])


@pytest.fixture
def some(make_posting: Callable[..., Any]) -> None:
    from postings.facts import Fact

    for number in range(3):
        make_posting(f"Nurse {number}", work_mode=Fact(WorkMode.REMOTE), level=Fact(Level.SENIOR))


def test_no_address_breaks_the_list(client: Client, some: None, campaign: Callable[..., int]) -> None:
    random = Random(20260504)  # noqa: S311 - the same addresses each time
    answers = {200: 0, 400: 0}
    for _ in range(campaign(sample=200, full=10_000)):
        address = an_address(random)
        response = client.get(f"/?{address}")
        assert response.status_code in answers, address
        answers[response.status_code] += 1
        assert response.status_code == 200 or b'href="/"' in response.content, address
    assert min(answers.values()) > 0, answers


BESIDE = ("/pay/", "/pay.csv", "/compare/", "/feed.atom", "/api/v1/postings", "/api/v1/facets", "/api/v1/pay")


@pytest.mark.parametrize("path", BESIDE)
def test_no_address_breaks_what_stands_beside_the_list(
    path: str, client: Client, some: None, campaign: Callable[..., int]
) -> None:
    random = Random(20260505)  # noqa: S311 - the same addresses each time
    for _ in range(campaign(sample=40, full=2_000)):
        address = an_address(random)
        response = client.get(f"{path}?{address}")
        assert response.status_code in {200, 400} or response.headers["Location"].startswith("/"), address
        if path == "/feed.atom" and response.status_code == 200:
            ElementTree.fromstring(response.content)  # noqa: S314 - our own


@pytest.mark.django_db(transaction=True)
def test_no_address_breaks_a_file(client: Client, some: None, campaign: Callable[..., int]) -> None:
    random = Random(20260506)  # noqa: S311 - the same addresses each time
    for _ in range(campaign(sample=40, full=2_000)):
        address = an_address(random)
        response = client.get(f"/export.csv?{address}")
        assert response.status_code in {200, 400}, address
        response.close()


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
def test_nothing_that_is_typed_breaks_the_suggestions(client: Client, some: None, piece: str) -> None:
    text = quote(piece.encode("utf-8", "surrogatepass"))
    assert client.get(f"/suggest/?q={text}").status_code in {200, 400}
