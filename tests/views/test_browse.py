"""The list: what is on it, in which order, at which address, with how many queries."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from postings.facts import Fact, Finding, Item, Location, Pay, SkillUse, Span, Years
from postings.ingest import archive, seal, unpublish
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


def test_an_empty_library_says_so_and_offers_nothing_to_narrow_down(client: Client, db: None) -> None:
    html = client.get("/").content.decode()
    assert ("The library is empty" in html, 'id="filters"' in html, html.count("<h1")) == (True, False, 1)


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
    facets = client.get("/?mode=remote&level=senior").context["facets"]
    counts = {
        key: {value.value: value.count for value in facets[key].values if value.count}
        for key in ("mode", "level")
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
    client.get("/?mode=remote")  # shows none of them
    with django_assert_num_queries(5):  # the clock, the cards; names of companies, places, skills
        client.get("/")
    with django_assert_num_queries(1):  # all but the clock is known until it moves
        client.get("/?sort=pay_high")


def test_the_choice_to_compare_stays_in_the_address(client: Client, make_posting: Callable[..., Any]) -> None:
    first, second = make_posting("First"), make_posting("Second", work_mode=Fact(WorkMode.REMOTE))
    response = client.get(f"/?mode=remote&p={first.public_id}&p={second.public_id}&p=nobody&p=<script>")
    chosen = [(one["title"], one["here"], one["remove_url"]) for one in response.context["tray"]["chosen"]]
    assert chosen == [
        ("First", False, f"/?mode=remote&p={second.public_id}&p=nobody"),
        ("Second", True, f"/?mode=remote&p={first.public_id}&p=nobody"),
    ]


def test_closed_postings_are_shown_to_who_asks_for_them(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("Open")
    make_posting("Closed", closes_on=Fact(date(2020, 1, 1)))
    assert titles(client.get("/")) == ["Open"]
    assert titles(client.get("/?closed=1")) == ["Closed", "Open"]
    assert titles(client.get("/?q=closed:yes")) == ["Closed"]


def test_a_slip_of_the_finger_is_put_right_and_said(client: Client, make_posting: Callable[..., Any]) -> None:
    make_posting("Engineer", text="Engineer\nSnowflake\n")
    html = client.get("/?q=snowflkae").content.decode()
    assert "No posting says “snowflkae”. Showing <b>snowflake</b>." in html


def parts_of(page: Any) -> list[list[str]]:
    """Return the titles of the page's cards: the best, those that lack a word, and the others."""
    return [[card.title for card in page.context[part]] for part in ("cards_first", "nearly", "cards_rest")]


def test_hardly_any_with_all_words_is_followed_by_those_with_most(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("Nurse", text="Nurse\nNight shifts\n")
    make_posting("Baker", text="Baker\nNight shifts\n")
    assert parts_of(client.get("/?q=nurse+night")) == [["Nurse"], ["Baker"], []]
    assert parts_of(client.get("/?q=nurse")) == [["Nurse"], [], []]


def test_titles_that_lack_a_word_come_before_texts_that_mention_all(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    for number in range(6):
        make_posting(f"Engineer {number}", text="Engineer\nData of a warehouse, with an associate\n")
    operative = "Warehouse operative"
    make_posting(operative, text=f"{operative}\nLift things\n")
    page = client.get("/?q=warehouse+associate")
    assert parts_of(page)[:2] == [[], [operative]]
    assert len(parts_of(page)[2]) == page.context["total"] == 6
    assert "With all of these words" in page.content.decode()
    assert parts_of(client.get("/?q=warehouse+associate&sort=newest"))[1] == []
    make_posting("Warehouse associate", text="Warehouse associate\n")
    best, lacking, _ = parts_of(client.get("/?q=warehouse+associate"))
    assert (best[0], lacking) == ("Warehouse associate", [])


def test_what_cannot_be_understood_is_shown_where_it_stands(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting("Nurse")
    page = client.get("/?q=nurse+level:moon")
    assert [part["text"] for part in page.context["said"] if part["marked"]] == ["moon"]
    assert titles(page) == ["Nurse"]


def test_plain_words_that_name_a_filter_are_offered_as_one(client: Client, some_postings: None) -> None:
    (offer,) = client.get("/?q=remote").context["offers"]
    assert (offer["label"], offer["value"], offer["url"], offer["count"]) == (
        *("Work mode", "Remote", "/?mode=remote", 2),
    )


def test_an_empty_page_says_what_taking_each_filter_away_would_give(
    client: Client, some_postings: None
) -> None:
    suggestions = client.get("/?mode=hybrid&level=lead").context["suggestions"]
    assert [(one["text"], one["count"]) for one in suggestions] == [
        ("Without Work mode: Hybrid", 1),
        ("Without Level: Lead", 1),
    ]


def test_a_range_of_pay_says_which_currency_it_was_taken_to_be_in(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting(
        pay=(Fact(Pay(Decimal(90_000), Decimal(110_000), "EUR", Period.YEAR)),),
        experience_years=Fact(Years(Decimal(3))),
    )
    chips = client.get("/?pay_min=80k&exp_min=1").context["chips"]
    assert [(chip["label"], chip["value"]) for chip in chips] == [
        ("Pay from", "€80,000"),
        ("Years from", "1"),
    ]


def test_a_range_the_wrong_way_round_is_said_and_searched_the_right_way(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting(pay=(Fact(Pay(Decimal(90_000), Decimal(110_000), "EUR", Period.YEAR)),))
    page = client.get("/?pay_min=120k&pay_max=80k")
    assert len(titles(page)) == 1
    assert "The range was the wrong way round: it is read as 80,000 to 120,000." in page.content.decode()


def test_a_place_goes_by_one_name_in_its_filter_and_in_its_chip(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting(locations=(Fact(Location("Austin", "Austin", "TX", "US")),))
    page = client.get("/?place=us")
    assert page.context["chips"][0]["value"] == "United States"
    assert {value.label for value in page.context["facets"]["place"].values} == {
        *("United States", "Texas, United States", "Austin, TX"),
    }


@pytest.mark.parametrize(
    ("title", "typed", "text"),
    [
        ("Senior Nurse", "senior nur", "Senior Nurse"),
        ("Nurse - Nights (ICU)", "nurse", '"Nurse - Nights (ICU)"'),
    ],
)
def test_a_suggestion_finds_what_it_names(
    title: str, typed: str, text: str, client: Client, make_posting: Callable[..., Any]
) -> None:
    make_posting(title)
    seal(at_least=1)
    (option,) = client.get("/suggest/", {"q": typed}).context["options"]
    assert (option["text"], option["count"]) == (text, 1)
    assert titles(client.get("/", {"q": option["text"]})) == [title]
