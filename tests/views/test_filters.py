"""Filters on the page of the list: what each leaves, and what its values are counted and called."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from postings.facts import Fact, Location, Pay, SkillUse, Span, Years
from postings.ingest import rename
from postings.vocabulary import Period, Sponsorship, Strength


def titles(response: Any) -> list[str]:
    return [card.title for card in response.context["cards"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("skill=sql", ["Lead nurse", "Data engineer"]),
        ("skill=sql&strength=required", ["Data engineer"]),
        ("strength=required", ["Lead nurse", "Data engineer", "Nothing said"]),
        ("skill=sql&skill=python&skill_all=1", ["Lead nurse"]),
        ("pay_min=100k&currency=USD", ["Data engineer"]),
        ("pay_max=90,000", ["Lead nurse"]),
        ("exp_max=5", ["Lead nurse"]),
        ("quality=years:not_stated", ["Nothing said"]),
        ("quality=pay:stated&sort=pay_high", ["Data engineer", "Lead nurse"]),
        ("place=us", ["Lead nurse"]),
        ("place=austin-tx-us&place=unknown", ["Lead nurse"]),
        ("company=norwell", ["Data engineer"]),
        ("sort=experience", ["Lead nurse", "Data engineer", "Nothing said"]),
        ("posted=7", []),
        ("visa=yes&kind=posting", ["Lead nurse"]),
        ("remote=US", ["Lead nurse"]),
        ("remote=US&remote=worldwide", ["Lead nurse", "Data engineer"]),
        ("remote=XX&remote=DE", []),
    ],
)
def test_every_filter_narrows_the_list(
    query: str, expected: list[str], client: Client, make_posting: Callable[..., Any]
) -> None:
    span = Span(0, 4)
    make_posting("Nothing said")
    make_posting(
        "Data engineer",
        organization=Fact("Norwell"),
        remote_scope=Fact(("worldwide",)),
        experience_years=Fact(Years(Decimal(8))),
        pay=(Fact(Pay(Decimal(100_000), Decimal(120_000), "USD", Period.YEAR)),),
        skills=(SkillUse("sql", "SQL", Strength.REQUIRED, (span,)),),
    )
    make_posting(
        "Lead nurse",
        experience_years=Fact(Years(Decimal(3))),
        remote_scope=Fact(("US", "CA")),
        visa_sponsorship=Fact(Sponsorship.YES),
        locations=(Fact(Location("Austin", "Austin", "TX", "US")),),
        pay=(Fact(Pay(Decimal(40), None, "USD", Period.HOUR)),),
        skills=(
            SkillUse("sql", "SQL", Strength.PREFERRED, (span,)),
            SkillUse("python", "Python", Strength.MENTIONED, (span,)),
        ),
    )
    assert titles(client.get(f"/?{query}")) == expected


def counted(response: Any, key: str) -> dict[str, int]:
    return {value.label: value.count for value in response.context["facets"][key].values}


def test_where_remote_work_may_be_done_from_is_counted_by_country(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("One", remote_scope=Fact(("US", "CA")))
    make_posting("Two", remote_scope=Fact(("US",)))
    make_posting("Three", remote_scope=Fact(("worldwide",)))
    assert counted(client.get("/?remote=CA"), "remote") == {"Canada": 1, "United States": 2, "Anywhere": 1}


def test_each_age_is_offered_with_how_many_are_no_older(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    today = timezone.localdate()
    for days in (0, 1, 2, 20, 80, 200):
        make_posting(f"{days} old", posted_on=Fact(today - timedelta(days=days)))
    page = client.get("/?posted=7")
    assert titles(page) == ["2 old", "1 old", "0 old"]
    assert counted(page, "posted") == {
        "Since yesterday": 2,
        "Last 7 days": 3,
        "Last 30 days": 4,
        "Last 90 days": 5,
    }


def test_all_values_of_a_filter_are_one_click_away_and_can_be_looked_through(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    for number in range(30):
        make_posting(f"Posting {number}", organization=Fact(f"Company {number:02}"))
    facet = client.get("/").context["facets"]["company"]
    assert (len(facet.values), facet.more) == (6, True)
    facet = client.get("/?more=company").context["facets"]["company"]
    assert (len(facet.values), facet.more) == (30, False)
    facet = client.get("/?more=company&find=company+2").context["facets"]["company"]
    assert [value.label for value in facet.values] == [f"Company {number}" for number in range(20, 30)]


def test_a_new_name_is_on_the_next_page(client: Client, make_posting: Callable[..., Any]) -> None:
    posting = make_posting("Nurse", organization=Fact("Norwell"))
    assert counted(client.get("/"), "company") == {"Norwell": 1}
    rename(named=posting.company, name="Norwell Health")
    assert counted(client.get("/"), "company") == {"Norwell Health": 1}
