"""What a selection pays: its figures against plain counting, and what is left unsaid."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from openpyxl import load_workbook

from postings.facts import Fact, Location, Pay
from postings.ingest import forget_rates, keep_rate
from postings.models import ExchangeRate, Posting
from postings.salary import pay_in_words
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
    found = {one.label: (one.spread.total, one.quarters) for one in (page.all, *page.families, *page.levels)}
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


@pytest.fixture
def rates(db: None) -> None:
    for currency, per_dollar, day in (
        ("EUR", "0.8", "2026-03-01"),
        ("EUR", "0.5", "2025-01-01"),
        ("GBP", "2", "2999-01-01"),
    ):
        keep_rate(
            rate=ExchangeRate(currency=currency, per_dollar=Decimal(per_dollar), day=date.fromisoformat(day))
        )


def test_other_currencies_are_converted_if_that_is_asked_for(
    client: Client, make_posting: MakePosting, rates: None
) -> None:
    for number in range(5):
        make_posting("Nurse", pay=(Fact(Pay(Decimal(60_000 + number), None, "USD", Period.YEAR)),))
    make_posting(
        "Both",
        pay=tuple(
            Fact(Pay(Decimal(sum_), None, code, Period.YEAR))
            for code, sum_ in (("EUR", 80_000), ("USD", 70_000))
        ),
    )
    make_posting("Euro", pay=(Fact(Pay(Decimal(8_000), None, "EUR", Period.MONTH)),))
    make_posting("Pound", pay=(Fact(Pay(Decimal(50_000), None, "GBP", Period.YEAR)),))
    before = client.get("/pay/")
    assert (before.context["pay"].in_currency, before.context["converted_url"]) == (6, "/pay/?convert=1")
    assert "Convert into USD" in before.content.decode()
    after = client.get("/pay/?convert=1")
    page, html = after.context["pay"], after.content.decode()
    assert page.in_currency == 7
    assert page.all.quarters == ["$60,001", "$60,003", "$70,000"]
    assert page.chart.total == 7
    assert '1 EUR = 1.25 USD <span class="soft">(1 March 2026)</span>' in html
    assert "No rate is known for GBP" in html
    assert "Nothing is converted" not in html
    assert client.get("/pay/?convert=1&currency=GBP").context["pay"].conversion.asked is False
    assert after.context["exports"][0]["url"] == "/pay.csv?convert=1"


def test_what_has_one_end_or_cannot_be_true_is_left_out_and_counted(
    client: Client, make_posting: MakePosting
) -> None:
    sums = [
        *((60_000 + number, None, False) for number in range(5)),
        *((60_000, None, True), (None, 90_000, False), (0, 80_000, False)),  # one end
        *((1, None, False), (90_000_000, None, False), (20_000, 900_000, False)),
    ]
    for low, high, is_open in sums:
        ends = (None if end is None else Decimal(end) for end in (low, high))
        make_posting("Nurse", pay=(Fact(Pay(*ends, "USD", Period.YEAR, open_top=is_open)),))
    page, html = (response := client.get("/pay/")).context["pay"], response.content.decode()
    assert page.in_currency == page.chart.total == 5
    assert page.all.quarters == ["$60,001", "$60,002", "$60,003"]
    assert "3 name one end only, and 3 are too far from the others to be true" in html


def test_who_is_left_out_is_counted_once_whatever_the_currencies(
    client: Client, make_posting: MakePosting, rates: None
) -> None:
    for _ in range(5):
        make_posting("Nurse", pay=(Fact(Pay(Decimal(60_000), None, "USD", Period.YEAR)),))
    for code, open_top in (("USD", True), ("EUR", True)):
        bands = ((one, one == code and open_top) for one in ("USD", "EUR"))
        make_posting(
            "Both",
            pay=tuple(
                Fact(Pay(Decimal(70_000), None, one, Period.YEAR, open_top=is_open)) for one, is_open in bands
            ),
        )
    before, after = (client.get(f"/pay/{query}").context["pay"] for query in ("", "?convert=1"))
    assert (before.in_currency, before.left_out) == (6, ["1 names one end only"])
    assert (after.in_currency, after.left_out) == (6, ["1 names one end only"])


def test_nothing_is_said_to_be_converted_where_nothing_is(
    client: Client, make_posting: MakePosting, rates: None
) -> None:
    for code in ("USD", "USD", "USD", "USD", "USD", "PLN"):
        make_posting("Nurse", pay=(Fact(Pay(Decimal(60_000), None, code, Period.YEAR)),))
    assert "Converted at" not in client.get("/pay/?convert=1").content.decode()


def test_figures_can_be_taken_away(client: Client, library: None) -> None:
    page = client.get("/pay/?level=senior").context["pay"]
    lines = list(csv.DictReader(io.StringIO(client.get("/pay.csv?level=senior").content.decode("utf-8-sig"))))
    assert [line["Of"] for line in lines] == [
        "All",
        "Level",
        "Family",
        "Family",
        "Family",
        *["Place and level"] * 3,
    ]
    assert (int(lines[0]["Median"]), int(lines[0]["Postings"])) == (
        page.all.spread.quarters[1],
        page.in_currency,
    )
    book = load_workbook(io.BytesIO(client.get("/pay.xlsx?level=senior").content))
    assert book.worksheets[0]["F2"].value == page.all.spread.quarters[1]
    assert client.get("/pay.pdf").status_code == 404


def test_a_new_rate_is_on_the_next_page(client: Client, make_posting: MakePosting, rates: None) -> None:
    for code in ("USD", "USD", "USD", "USD", "USD", "EUR"):
        make_posting("Nurse", pay=(Fact(Pay(Decimal(60_000), None, code, Period.YEAR)),))
    assert "1 EUR = 1.25 USD" in client.get("/pay/?convert=1").content.decode()
    keep_rate(rate=ExchangeRate(currency="EUR", per_dollar=Decimal("0.5"), day=date(2026, 3, 2)))
    assert "1 EUR = 2 USD" in client.get("/pay/?convert=1").content.decode()
    forget_rates(rates=ExchangeRate.objects.all())
    assert "1 EUR" not in client.get("/pay/?convert=1").content.decode()


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
    client.get("/pay/?mode=remote")
    with django_assert_num_queries(3):  # the clock, names of places, rates
        client.get("/pay/")


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (Pay(Decimal(72_000), Decimal(87_000), "GBP", Period.YEAR), "£72,000 – £87,000"),
        (Pay(Decimal(160_000), Decimal(210_000), "AUD", Period.YEAR), "AUD 160,000 – 210,000"),
        (Pay(Decimal("85.5"), Decimal("85.5"), "CAD", Period.HOUR), "CAD 85.50 an hour"),
        (Pay(None, Decimal(90_000), "CHF", Period.YEAR), "up to CHF 90,000"),
    ],
)
def test_pay_is_written_with_its_sign_or_with_its_code_once(pay: Pay, words: str) -> None:
    assert pay_in_words(pay) == words
