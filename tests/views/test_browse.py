"""The list: what is on it, in which order, at which address, with how many queries."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from postings.facts import Fact, Finding, Item, Location, Pay, SkillUse, Span, Years
from postings.ingest import archive, unpublish
from postings.vocabulary import Kind, Level, Period, Section, Severity, Strength, WorkMode

RICH: dict[str, Any] = {
    "text": "Data engineer\nSQL\n",
    "organization": Fact("Norwell Payments"),
    "locations": (
        Fact(Location("Bonn", "Bonn", "NW", "DE")),
        Fact(Location("Kiel")),
        Fact(Location("Trier")),
    ),
    "work_mode": Fact(WorkMode.HYBRID),
    "level": Fact(Level.SENIOR),
    "experience_years": Fact(Years(Decimal(5))),
    "pay": (Fact(Pay(Decimal(90_000), Decimal(110_000), "EUR", Period.YEAR)),),
    "items": (Item(Section.REQUIRED, "SQL", Span(14, 17), skills=("sql",)),),
    "skills": (SkillUse("sql", "SQL", Strength.REQUIRED, (Span(14, 17),)),),
    "findings": (Finding("pay_conflict", Severity.WARNING, "Header and text disagree on pay"),),
}


def titles(response: Any) -> list[str]:
    return [card.title for card in response.context["cards"]]


def test_an_empty_library_says_so(client: Client, db: None) -> None:
    assert "The library is empty" in client.get("/").content.decode()


def test_the_newest_come_first_and_only_what_is_published(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("First")
    make_posting("Draft", published=False)
    archive(posting=make_posting("Archived"), expected_revision=1)
    unpublish(posting=make_posting("Unpublished"), expected_revision=1)
    make_posting("Guide", kind=Kind.GUIDE)
    make_posting("Last")
    assert titles(client.get("/")) == ["Last", "First"]


def test_a_card_says_what_the_document_says(client: Client, make_posting: Callable[..., Any]) -> None:
    make_posting("Data engineer", **RICH)
    html = client.get("/").content.decode()
    for words in (
        "Norwell Payments",
        "Bonn · Kiel +1",
        "Hybrid",
        "€90,000 – €110,000",
        "5+ years",
        "Header and text disagree on pay",
    ):
        assert words in html


def test_what_is_not_stated_is_said_to_be_so(client: Client, make_posting: Callable[..., Any]) -> None:
    make_posting()
    html = client.get("/").content.decode()
    for words in ("Pay not stated", "Years not stated", "Place not stated"):
        assert words in html


@pytest.fixture
def some_postings(make_posting: Callable[..., Any]) -> None:
    for title, mode, level in (
        ("Remote senior", WorkMode.REMOTE, Level.SENIOR),
        ("Remote lead", WorkMode.REMOTE, Level.LEAD),
        ("Hybrid senior", WorkMode.HYBRID, Level.SENIOR),
        ("Nothing said", None, None),
    ):
        make_posting(title, work_mode=mode and Fact(mode), level=level and Fact(level))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Nothing said", "Hybrid senior", "Remote lead", "Remote senior"]),
        ("mode=remote", ["Remote lead", "Remote senior"]),
        ("mode=remote&mode=hybrid", ["Hybrid senior", "Remote lead", "Remote senior"]),
        ("mode=remote&level=senior", ["Remote senior"]),
        ("mode=remote&mode=moon", ["Remote lead", "Remote senior"]),
        ("mode=moon", ["Nothing said", "Hybrid senior", "Remote lead", "Remote senior"]),
        ("q=SENIOR+remote", ["Remote senior"]),
        ("q=nowhere", []),
        ("unknown=1", ["Nothing said", "Hybrid senior", "Remote lead", "Remote senior"]),
    ],
)
def test_filters_narrow_the_list(
    query: str, expected: list[str], client: Client, some_postings: None
) -> None:
    assert titles(client.get(f"/?{query}")) == expected


def test_a_facet_counts_with_the_others_applied_and_its_own_ignored(
    client: Client, some_postings: None
) -> None:
    facets = {facet["key"]: facet for facet in client.get("/?mode=remote&level=senior").context["facets"]}
    counts = {
        key: {v["value"]: v["count"] for v in facet["values"] if v["count"]} for key, facet in facets.items()
    }
    assert counts == {"mode": {"remote": 1, "hybrid": 1}, "level": {"senior": 1, "lead": 1}}


def test_a_value_that_does_not_exist_is_shown_at_its_filter(client: Client, some_postings: None) -> None:
    response = client.get("/?mode=remote&mode=moon")
    assert response.status_code == 200
    assert "moon is not one of the available choices" in response.content.decode()


def test_every_chip_leads_to_the_page_without_it(client: Client, some_postings: None) -> None:
    chips = client.get("/?level=senior&mode=remote&mode=hybrid&q=senior").context["chips"]
    assert [(chip["label"], chip["value"], chip["url"]) for chip in chips] == [
        ("Words", "“senior”", "/?mode=hybrid&mode=remote&level=senior"),
        ("Work mode", "Hybrid", "/?q=senior&mode=remote&level=senior"),
        ("Work mode", "Remote", "/?q=senior&mode=hybrid&level=senior"),
        ("Level", "Senior", "/?q=senior&mode=hybrid&mode=remote"),
    ]


def test_one_selection_has_one_canonical_address(client: Client, some_postings: None) -> None:
    untidy = client.get("/?level=senior&p=abc&mode=remote&mode=hybrid&mode=remote&after=&junk=1")
    link = '<link rel="canonical" href="http://testserver/?mode=hybrid&amp;mode=remote&amp;level=senior">'
    assert link in untidy.content.decode()


def test_pages_follow_each_other_without_gap_or_repetition(
    client: Client, make_posting: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forwards to the end and back to the beginning, while a posting is published in between."""
    monkeypatch.setattr("postings.views.browse.PAGE_SIZE", 3)
    for number in range(8):
        make_posting(f"Posting {number}")
    page, seen, forward = client.get("/"), [], []
    while True:
        seen += titles(page)
        forward.append(titles(page))
        if len(forward) == 1:
            make_posting("Published meanwhile")
        if not (address := page.context["next_url"]):
            break
        page = client.get(address)
    assert seen == [f"Posting {number}" for number in reversed(range(8))]
    backward = [titles(page)]
    while address := page.context["previous_url"]:
        page = client.get(address)
        backward.append(titles(page))
    assert [title for part in reversed(backward) for title in part] == ["Published meanwhile", *seen]


def test_a_broken_place_in_the_results_begins_at_page_one_and_says_so(
    client: Client, some_postings: None
) -> None:
    response = client.get("/?after=12x")
    assert len(titles(response)) == 4
    assert "these are the first ones" in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_for_any_number(
    count: int, client: Client, make_posting: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    for number in range(count):
        make_posting(
            f"Data engineer {number}",
            **{**RICH, "text": f"Data engineer {number}\nSQL\n"}
            | {"items": (), "skills": (SkillUse("sql", "SQL", Strength.REQUIRED),)},
        )
    client.get("/")
    with django_assert_num_queries(9):  # total, page, two facets, cards with company and four lists of theirs
        client.get("/")


def test_the_choice_to_compare_stays_in_the_address(client: Client, make_posting: Callable[..., Any]) -> None:
    first, second = make_posting("First"), make_posting("Second", work_mode=Fact(WorkMode.REMOTE))
    response = client.get(f"/?mode=remote&p={first.public_id}&p={second.public_id}&p=nobody&p=<script>")
    chosen = [(one["title"], one["here"], one["remove_url"]) for one in response.context["tray"]["chosen"]]
    assert chosen == [
        ("First", False, f"/?mode=remote&p={second.public_id}&p=nobody"),
        ("Second", True, f"/?mode=remote&p={first.public_id}&p=nobody"),
    ]
