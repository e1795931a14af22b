"""One posting, and several side by side."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from postings.facts import Fact, Finding, Item, Pay, PostingFacts, SkillUse, Span
from postings.ingest import archive, publish
from postings.selectors.marked_text import Mark, marked_text
from postings.vocabulary import Period, Section, Severity, State, Strength, WorkMode

TEXT = "Data engineer\nRemote, 90,000 <EUR>\n[insert team]\n- SQL\n"


def facts() -> dict[str, Any]:
    return {
        "text": TEXT,
        "work_mode": Fact(WorkMode.REMOTE, span=Span(14, 20), raw="Remote"),
        "department": Fact(None, State.PLACEHOLDER, Span(35, 48), "[insert team]"),
        "pay": (Fact(Pay(Decimal(90_000), None, "EUR", Period.YEAR), span=Span(22, 34), raw="90,000 <EUR>"),),
        "items": (Item(Section.REQUIRED, "SQL", Span(51, 54), skills=("sql",)),),
        "skills": (SkillUse("sql", "SQL", Strength.REQUIRED, (Span(51, 54),)),),
        "findings": (
            Finding("placeholder", Severity.ERROR, "A slot was not filled", Span(35, 48), "[insert team]"),
        ),
    }


def page_of(client: Client, posting: Any) -> str:
    response = client.get(f"/postings/{posting.public_id}/", follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_every_fact_leads_to_the_words_that_it_was_read_from(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    html = page_of(client, make_posting("Data engineer", **facts()))
    assert '<a href="#f-work-mode-1"' in html
    mark = '<mark title="Work mode" data-fact="f-work-mode-1"><a href="#from-f-work-mode-1">Remote</a></mark>'
    assert f'<span id="f-work-mode-1" class="anchor"></span>{mark}' in html
    assert 'id="from-f-work-mode-1"' in html
    assert '<a href="#from-f-pay-1">90,000 &lt;EUR&gt;</a></mark>' in html
    assert '<a href="#f-item-1"' in html
    assert '<span id="f-item-1" class="anchor"></span>SQL' in html


def test_the_other_postings_of_a_document_are_not_shown(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    text = "Baker, still a draft\nWelder\nRemote\n"
    place = Span(28, 34)
    posting = make_posting(
        "Welder",
        text=text,
        span=Span(21, len(text)),
        work_mode=Fact(WorkMode.REMOTE, span=place, raw="Remote"),
    )
    html = page_of(client, posting)
    assert '<a href="#from-f-work-mode-1">Remote</a></mark>' in html
    said = client.get(f"/postings/{posting.public_id}.json").json()
    assert said["text"] == "Welder\nRemote\n"
    start, end = said["facts"]["work_mode"]["span"]
    assert said["text"][start:end] == "Remote"
    assert "still a draft" not in html + str(said)


def test_placeholders_and_findings_are_shown_in_place(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    html = page_of(client, make_posting("Data engineer", **facts()))
    assert "<i>[insert team]</i>" in html
    assert "A slot was not filled" in html
    assert '<a href="#f-finding-1">' in html


def test_marks_may_overlap_and_lose_no_character() -> None:
    marks = [Mark("a", "A", Span(0, 5)), Mark("b", "B", Span(3, 8)), Mark("c", "C", Span(3, 3), quiet=True)]
    segments = marked_text("0123456789", marks)
    assert "".join(one.text for one in segments) == "0123456789"
    assert [(one.text, one.anchors, one.labels) for one in segments] == [
        ("012", ("a",), ("A",)),
        ("34", ("b", "c"), ("A", "B")),
        ("567", (), ("B",)),
        ("89", (), ()),
    ]


def test_a_wrong_slug_leads_to_the_right_one(client: Client, make_posting: Callable[..., Any]) -> None:
    posting = make_posting("Head of Data & AI")
    right = f"/postings/{posting.public_id}/head-of-data-ai/"
    response = client.get(f"/postings/{posting.public_id}/anything/")
    assert (response.status_code, response.headers["Location"]) == (301, right)
    assert client.get(right).status_code == 200


def test_drafts_do_not_exist_for_readers(
    client: Client, make_posting: Callable[..., Any], administrator: Any
) -> None:
    draft = make_posting(published=False)
    assert client.get(f"/postings/{draft.public_id}/").status_code == 404
    assert client.get("/postings/nobody/").status_code == 404
    client.force_login(administrator)
    response = client.get(f"/postings/{draft.public_id}/")
    assert response.headers["Location"] == f"/admin/postings/posting/{draft.pk}/change/"


def test_an_archived_posting_says_since_when(client: Client, make_posting: Callable[..., Any]) -> None:
    posting = archive(posting=make_posting(), expected_revision=1)
    response = client.get(f"/postings/{posting.public_id}/")
    assert response.status_code == 410
    assert posting.archived_at.strftime("%Y") in response.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_posting_takes_the_same_queries_for_any_number_of_facts(
    count: int, client: Client, make_posting: Callable[..., Any], django_assert_num_queries: Any
) -> None:
    sums = tuple(Fact(Pay(Decimal(n + 1), None, "EUR", Period.YEAR)) for n in range(count))
    posting = make_posting("Data engineer", **{**facts(), "pay": sums})
    with django_assert_num_queries(12):
        client.get(f"/postings/{posting.public_id}/data-engineer/")


def test_comparing_keeps_the_readers_order_and_says_what_is_missing(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    first, second = make_posting("First", **facts()), make_posting("Second")
    response = client.get(f"/compare/?p={second.public_id}&p={first.public_id}&p=nobody")
    assert [column["title"] for column in response.context["columns"]] == ["Second", "First"]
    html = response.content.decode()
    assert "Not in the library any more: nobody" in html
    rows = {
        row["label"]: [c.get("text") for c in row["cells"]]
        for g in response.context["groups"]
        for row in g["rows"]
    }
    assert rows["Work mode"] == ["Not stated", "Remote"]
    assert rows["SQL"] == ["–", "● required"]
    assert rows["Required"] == ["–", "SQL"]
    assert "The document has a placeholder: [insert team]" in html


def test_a_pinned_revision_shows_what_was_published_then(
    client: Client, make_posting: Callable[..., Any]
) -> None:
    posting, other = make_posting("First", work_mode=Fact(WorkMode.REMOTE)), make_posting("Other")
    now = PostingFacts(title=Fact("First"), work_mode=Fact(WorkMode.ONSITE))
    publish(posting=posting, facts=now, expected_revision=1)
    response = client.get(f"/compare/?p={posting.public_id}@1&p={posting.public_id}&p={other.public_id}@9")
    rows = {
        row["label"]: [c.get("text") for c in row["cells"]]
        for g in response.context["groups"]
        for row in g["rows"]
    }
    assert rows["Work mode"] == ["Remote", "On site"]
    assert response.context["columns"][0]["note"] == "A · revision 1 of 2"
    assert response.context["missing"] == f"{other.public_id}@9"


@pytest.mark.parametrize("query", ["", "p=nobody", "p=%40&p=x%40y&p=1%402%403"])
def test_nothing_to_compare_says_how_to_choose(query: str, client: Client, db: None) -> None:
    response = client.get(f"/compare/?{query}")
    assert response.status_code == 200
    assert "Choose two postings or more" in response.content.decode()
