"""What search engines and previews get: what is published, and nothing that leads to a person."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from postings.facts import Fact, Location, Pay
from postings.ingest import archive
from postings.models import Posting
from postings.selectors.addresses import posting_url
from postings.views import sitemap
from postings.vocabulary import Period, WorkMode

MakePosting = Callable[..., Posting]


def addresses(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    return [one.text or "" for one in root.iter(f"{{{sitemap.NAMESPACE}}}loc")]


def test_the_map_has_all_that_is_published_and_nothing_else(
    client: Client, make_posting: MakePosting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "RANGE", 1)
    shown, gone = make_posting("Nurse & co"), make_posting("Gone")
    archive(posting=gone, expected_revision=1)
    make_posting("Draft", published=False)
    parts = addresses(client, "/sitemap.xml")
    assert parts == [f"http://testserver/sitemap-{shown.pk}.xml"]
    assert addresses(client, parts[0]) == [f"http://testserver{posting_url(shown.public_id, shown.title)}"]
    assert client.get("/sitemap-99999.xml").status_code == 404
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_private_site_tells_robots_to_stay_away_and_nothing_else(
    client: Client, make_posting: MakePosting, settings: Any
) -> None:
    posting = make_posting("Nurse")
    settings.PUBLIC = False
    assert client.get("/robots.txt").content == b"User-agent: *\nDisallow: /\n"
    assert client.get("/sitemap.xml").status_code == 404
    assert client.get(f"/sitemap-{posting.pk // sitemap.RANGE}.xml").status_code == 404
    page = client.get(posting_url(posting.public_id, posting.title)).content
    assert b"og:" not in page
    assert b"og:" not in client.get("/").content


def test_a_preview_is_a_line_of_facts(client: Client, make_posting: MakePosting) -> None:
    posting = make_posting(
        "Nurse",
        organization=Fact("Ward <A>, jane@ward.example"),
        locations=(Fact(Location("Ulm")), Fact(Location("Rio"))),
        work_mode=Fact(WorkMode.REMOTE),
        pay=(Fact(Pay(Decimal(50_000), Decimal(60_000), "EUR", Period.YEAR)),),
    )
    html = client.get(posting_url(posting.public_id, posting.title)).content.decode()
    said = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', html))
    assert said == {
        "type": "article",
        "site_name": "Jobsite",
        "title": "Nurse · Ward &lt;A&gt;, …",
        "description": "Ulm · Rio · Remote · €50,000 – €60,000",
        "url": f"http://testserver{posting_url(posting.public_id, posting.title)}",
    }
    listed = client.get("/?mode=remote").content.decode()
    assert '<meta property="og:title" content="1 job description: Remote">' in listed


def test_data_for_search_engines_leads_to_nobody(client: Client, make_posting: MakePosting) -> None:
    posting = make_posting(
        "Nurse",
        text="Nurse\nUlm, Germany\nWrite to jane@ward.example or call +49 30 901820.\n",
        organization=Fact("Ward, +44 20 7946 0000"),
        locations=(Fact(Location("Ulm", "Ulm", "", "DE")),),
        posted_on=Fact(date(2026, 3, 1)),
    )
    html = client.get(posting_url(posting.public_id, posting.title)).content.decode()
    structured = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "JobPosting" in structured
    assert "Write to … or call …." in structured
    assert "jane@" not in structured
    assert "7946" not in structured
    listed = client.get("/?q=jane@ward.example").content.decode()
    assert "jane@" not in re.search(r'<meta property="og:title" content="([^"]*)">', listed)[1]  # type: ignore[index]
