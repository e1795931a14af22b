"""What a selection pays: its figures against plain counting, and what is left unsaid."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from postings.facts import Fact, Location, Pay
from postings.models import Posting
from postings.vocabulary import Basis, Family, Kind, Level, Period

MakePosting = Callable[..., Posting]

QUARTERS = """
SELECT posting.family, posting.level,
    percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY div(band.low + band.high, 2)), count(*)
FROM postings_posting AS posting CROSS JOIN LATERAL (
    SELECT trunc(yearly_min) AS low, trunc(coalesce(yearly_max, yearly_min)) AS high
    FROM postings_payband WHERE posting_id = posting.id AND currency = 'USD' AND basis = 'base'
    ORDER BY 2 DESC, 1 DESC LIMIT 1
) AS band
WHERE posting.state = 'published' AND posting.kind = 'posting'
GROUP BY GROUPING SETS ((), (posting.family), (posting.level)) HAVING count(*) >= 5
"""


@pytest.fixture
def library(make_posting: MakePosting) -> None:
    families, levels = (Family.DATA, Family.LEGAL, Family.SALES), (Level.SENIOR, Level.LEAD)
    for number in range(30):
        low = Decimal(50_000 + 3_137 * number)
        make_posting(
            f"Posting {number}",
            family=Fact(families[number % 3]),
            level=Fact(levels[number % 2]),
            locations=(Fact(Location("Austin", "Austin", "TX", "US")),) if number % 5 else (),
            pay=(
                Fact(Pay(low, low + 20_000, "USD", Period.YEAR)),
                Fact(Pay(low * 9, None, "USD", Period.YEAR, Basis.OTE)),
                *((Fact(Pay(low, None, "EUR", Period.MONTH)),) if number % 4 == 0 else ()),
            ),
        )
    make_posting("Says nothing", family=Fact(Family.DESIGN))
    make_posting("Alone", family=Fact(Family.DESIGN), pay=(Fact(Pay(Decimal(9), None, "USD", Period.HOUR)),))
    make_posting(
        "What data people earn",
        kind=Kind.GUIDE,
        family=Fact(Family.DATA),
        pay=(Fact(Pay(Decimal(80_000), Decimal(90_000), "USD", Period.YEAR, Basis.MARKET_ESTIMATE)),),
    )


def test_quarters_are_those_of_plain_sql(client: Client, library: None) -> None:
    page = client.get("/pay/").context["pay"]
    with connection.cursor() as cursor:
        cursor.execute(QUARTERS)
        rows = cursor.fetchall()
    expected = {
        Family(family).label if family else Level(level).label if level else "All of them": (
            count,
            [f"${amount:,.0f}" for amount in quarters],
        )
        for family, level, quarters, count in rows
    }
    found = {one.label: (one.count, one.quarters) for one in (page.all, *page.families, *page.levels)}
    assert found == expected
    assert len(found) == 6


def test_what_is_counted_and_what_is_not_is_said(client: Client, library: None) -> None:
    response = client.get("/pay/")
    page, html = response.context["pay"], response.content.decode()
    assert (page.total, page.stated, page.share, page.in_currency) == (32, 31, 97, 31)
    assert sum(count for _, count in page.table) == 31
    assert "A year is 52 weeks of 40 hours. Nothing is converted" in html
    assert Family.DESIGN.label not in html
    assert "$85k in 1 role guide" in html
    assert [group.overlap for group in page.levels] == ["", "94 %"]
    assert {row.label for row in page.places} == {"Austin, TX", "Texas, United States", "United States"}


def test_another_currency_and_other_filters_are_an_address(client: Client, library: None) -> None:
    response = client.get("/pay/?level=senior&currency=EUR")
    assert response.context["pay"].currency == "EUR"
    assert response.context["pay"].in_currency == 8
    assert response.context["list_url"] == "/?level=senior&currency=EUR"
    assert client.get("/pay/?level=senior").context["currencies"] == [
        ("EUR", 8, "/pay/?level=senior&currency=EUR")
    ]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Too few postings state their pay"),
        ("?currency=unknown&level=moon", "Too few postings state their pay"),
        ("?family=legal", "Too few of these state their pay"),
        ("?pay_min=900000000", "Too few of these state their pay"),
    ],
)
def test_too_few_say_nothing(query: str, said: str, client: Client, make_posting: MakePosting) -> None:
    for _ in range(4):
        make_posting("Nurse", pay=(Fact(Pay(Decimal(90_000), None, "USD", Period.YEAR)),))
    html = client.get(f"/pay/{query}").content.decode()
    assert said in html
    assert "90,000" not in html.split("<main")[1]


def test_the_page_takes_the_same_queries_for_any_number(
    client: Client, library: None, django_assert_num_queries: Callable[[int], Any]
) -> None:
    client.get("/pay/")
    with django_assert_num_queries(3):
        client.get("/pay/")
