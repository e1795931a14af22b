"""What stands around the facts of a posting: its market, postings like it, its past, and its other forms."""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from postings.facts import Fact, Item, Location, Pay, PostingFacts, SkillUse, Span
from postings.ingest import archive, publish
from postings.models import Posting
from postings.selectors.job_posting import job_posting
from postings.selectors.standing import standing
from postings.vocabulary import (
    EmploymentType,
    Family,
    Kind,
    Level,
    Period,
    Section,
    Strength,
    WorkMode,
)

MakePosting = Callable[..., Posting]


def paid(amount: int, currency: str = "USD", period: Period = Period.YEAR) -> Any:
    return (Fact(Pay(Decimal(amount), Decimal(amount), currency, period)),)


def of_kind(family: Family = Family.DATA, level: Level = Level.SENIOR) -> dict[str, Any]:
    return {"family": Fact(family), "level": Fact(level)}


def page_of(client: Client, posting: Posting) -> Any:
    return client.get(f"/postings/{posting.public_id}/", follow=True)


def test_pay_is_held_against_those_of_the_same_family_and_level(make_posting: MakePosting) -> None:
    for number in range(20):
        make_posting(f"Analyst {number}", **of_kind(), pay=paid(100_000 + 1_000 * number))
    make_posting("Other level", **of_kind(level=Level.LEAD), pay=paid(900_000))
    make_posting("Other currency", **of_kind(), pay=paid(900_000, "EUR"))
    found = standing(PostingFacts(**of_kind(), pay=paid(60, period=Period.HOUR)), timezone.localdate())
    assert found is not None
    assert found.among == "20 senior postings in Data and AI that pay in USD"
    assert [figure for _, figure in found.figures] == ["$104,000", "$109,000", "$114,000"]
    assert (found.words, found.assumed) == ("In the highest quarter", "A year is 52 weeks of 40 hours.")


def test_where_few_are_alike_the_circle_is_widened_and_said_to_be(make_posting: MakePosting) -> None:
    for number in range(5):
        make_posting(f"Analyst {number}", **of_kind(), pay=paid(100_000))
    facts = PostingFacts(**of_kind(), pay=paid(90_000))
    found = standing(facts, timezone.localdate())
    assert found is not None
    assert (found.among, found.words) == ("5 postings of all kinds that pay in USD", "In the lowest quarter")
    assert standing(PostingFacts(pay=paid(90_000, "EUR")), timezone.localdate()) is None
    assert standing(PostingFacts(kind=Kind.GUIDE, pay=paid(90_000)), timezone.localdate()) is None
    assert standing(PostingFacts(), timezone.localdate()) is None


def test_postings_like_it_share_skills_or_words_of_the_title(
    client: Client, make_posting: MakePosting
) -> None:
    def skilled(*slugs: str) -> Any:
        return tuple(SkillUse(slug, slug.title(), Strength.REQUIRED, (Span(0, 3),)) for slug in slugs)

    this = make_posting("Data engineer", skills=skilled("sql", "python"), **of_kind())
    make_posting("Nurse", skills=skilled("sql"))
    make_posting("Analyst", skills=skilled("sql", "python"))
    make_posting("Senior data engineer", skills=skilled("sql", "python"), **of_kind())
    gone = make_posting("Data engineer of old", skills=skilled("sql", "python"))
    archive(posting=gone, expected_revision=1)
    alike = [card.title for card in page_of(client, this).context["posting"].similar]
    assert alike == ["Senior data engineer", "Analyst"]


def test_what_a_revision_changed_is_said(client: Client, make_posting: MakePosting) -> None:
    posting = make_posting("Nurse", work_mode=Fact(WorkMode.REMOTE))
    now = PostingFacts(title=Fact("Nurse"), work_mode=Fact(WorkMode.ONSITE))
    publish(posting=posting, facts=now, expected_revision=1)
    page = page_of(client, posting)
    (revision,) = page.context["posting"].revisions
    assert (revision.number, revision.changes) == (2, [("Work mode", "Remote", "On site")])
    assert "Revision 2, " in page.content.decode()


STATED = PostingFacts(
    title=Fact("Nurse"),
    organization=Fact("Norwell"),
    posted_on=Fact(date(2026, 3, 1)),
    closes_on=Fact(date(2026, 4, 1)),
    locations=(Fact(Location("Bonn", "Bonn", "NW", "DE")),),
    employment_types=(Fact(EmploymentType.PART_TIME),),
    pay=(Fact(Pay(Decimal(30), Decimal(40), "EUR", Period.HOUR)),),
)


def test_a_posting_that_states_all_is_one_of_schema_org() -> None:
    said, lacking = job_posting(STATED, text="Nurse wanted", url="https://x.example/1", identifier="abc")
    assert lacking == []
    assert said == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Nurse",
        "description": "Nurse wanted",
        "datePosted": "2026-03-01",
        "validThrough": "2026-04-01",
        "hiringOrganization": {"@type": "Organization", "name": "Norwell"},
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Bonn",
                    "addressRegion": "NW",
                    "addressCountry": "DE",
                },
            }
        ],
        "employmentType": ["PART_TIME"],
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", "minValue": 30.0, "maxValue": 40.0, "unitText": "HOUR"},
        },
        "identifier": {"@type": "PropertyValue", "value": "abc"},
        "url": "https://x.example/1",
    }


@pytest.mark.parametrize(
    ("facts", "lacking"),
    [
        (PostingFacts(kind=Kind.GUIDE, title=Fact("Nurse")), 4),
        (PostingFacts(title=Fact("Nurse"), work_mode=Fact(WorkMode.REMOTE)), 3),
        (PostingFacts(title=Fact("Nurse"), remote_scope=Fact(("US",)), work_mode=Fact(WorkMode.REMOTE)), 2),
    ],
)
def test_what_is_not_stated_is_never_made_up(facts: PostingFacts, lacking: int) -> None:
    said, reasons = job_posting(facts, text="", url="", identifier="")
    assert len(reasons) == lacking
    assert "datePosted" not in said


def test_search_engines_are_told_where_all_may_look(
    client: Client, make_posting: MakePosting, settings: Any, administrator: Any
) -> None:
    text = "Nurse </script><b>wanted</b>"
    facts = {name: getattr(STATED, name) for name in ("organization", "posted_on", "locations")}
    posting = make_posting("Nurse", text=text, **facts)
    html = page_of(client, posting).content.decode()
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert data is not None
    assert json.loads(data[1])["description"] == text
    staff = Client()
    staff.force_login(administrator)
    settings.PUBLIC = False
    assert "ld+json" not in page_of(staff, posting).content.decode()
    settings.PUBLIC = True
    vague = make_posting("Nurse")
    assert "ld+json" not in page_of(client, vague).content.decode()
    told = page_of(staff, vague).content.decode()
    assert "The text does not state the day on which it was posted." in told


def test_the_same_facts_are_json_and_markdown(client: Client, make_posting: MakePosting) -> None:
    items = (Item(Section.REQUIRED, "SQL *and* <b>", Span(0, 3)),)
    posting = make_posting("Nurse [1]", items=items, work_mode=Fact(WorkMode.REMOTE))
    said = client.get(f"/postings/{posting.public_id}.json").json()
    assert said["facts"]["work_mode"] == {"value": "remote", "state": "stated", "raw": ""}
    assert said["url"].endswith(f"/postings/{posting.public_id}/nurse-1/")
    text = client.get(f"/postings/{posting.public_id}.md").content.decode()
    assert text.startswith("# Nurse \\[1\\]\n")
    assert "- **Work mode**: Remote\n" in text
    assert "## Required\n\n- SQL \\*and\\* \\<b\\>\n" in text
    archive(posting=posting, expected_revision=1)
    for form in ("json", "md"):
        assert client.get(f"/postings/{posting.public_id}.{form}").status_code == 404
