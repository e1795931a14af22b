"""Every page of the admin answers, with as many queries for three rows as for one."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from postings.models import Batch, Company, Document, ExchangeRate, Place, Posting, SavedSearch, Skill
from postings.tokens import issue
from postings.vocabulary import Scope

LISTS = (
    *("document", "posting", "company", "place", "skill", "exchangerate", "savedsearch", "batch"),
    "apitoken",
)


@pytest.fixture
def fill(naming: Callable[..., Any], administrator: Any) -> Callable[[int], None]:
    """Make the row of this number in every table that has a list."""

    def make(number: int) -> None:
        batch = Batch.objects.create(name=f"Batch {number}", created_by=administrator)
        posting = naming(f"Company {number}", skill=f"Skill {number}", city=f"City {number}")
        Document.objects.filter(pk=posting.document_id).update(batch=batch, created_by=administrator)
        ExchangeRate.objects.create(currency="EUR", day=f"2026-01-0{number}", per_dollar=Decimal("0.9"))
        SavedSearch.objects.create(owner=administrator, name=f"Search {number}")
        day = timezone.localdate()
        issue(owner=administrator, name=f"Program {number}", scopes=[Scope.PAY], expires_on=day)

    return make


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(address)
        assert answer.status_code == 200, answer
        answer.text  # noqa: B018  (templates are rendered by now)
    return len(captured)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_as_many_queries_for_three_rows_as_for_one(
    signed_in: Client, fill: Callable[[int], None], name: str
) -> None:
    address = f"/admin/postings/{name}/?q=" if name != "batch" else "/admin/postings/batch/"
    fill(1)
    queries_of(signed_in, address)  # content types are remembered from the first time on
    one = queries_of(signed_in, address)
    fill(2)
    fill(3)
    assert queries_of(signed_in, address) == one


@pytest.mark.parametrize(
    ("model", "view"),
    [
        (Document, "change"),
        (Document, "history"),
        (Posting, "change"),
        (Posting, "history"),
        (Company, "change"),
        (Company, "history"),
        (Company, "merge"),
        (Place, "change"),
        (Skill, "change"),
    ],
)
def test_a_page_takes_as_many_queries_however_much_there_is(
    signed_in: Client, fill: Callable[[int], None], model: Any, view: str
) -> None:
    fill(1)
    address = f"/admin/postings/{model._meta.model_name}/{model.objects.order_by('pk').first().pk}/{view}/"
    queries_of(signed_in, address)
    one = queries_of(signed_in, address)
    fill(2)
    fill(3)
    assert queries_of(signed_in, address) == one


def test_the_first_page_leads_to_adding_a_document(signed_in: Client) -> None:
    page = signed_in.get("/admin/").text
    assert '<a class="button default" href="/admin/postings/batch/add/">Upload job descriptions</a>' in page


def test_who_may_not_add_is_not_asked_to(staff_with: Callable[..., Client]) -> None:
    assert "Add a document" not in staff_with("view_posting").get("/admin/").text


@pytest.mark.parametrize("state", ["draft", "published", "archived"])
def test_lists_are_filtered_by_state(signed_in: Client, make_posting: Callable[..., Any], state: str) -> None:
    make_posting("Shown" if state == "published" else "Hidden")
    page = signed_in.get(f"/admin/postings/posting/?state__exact={state}").text
    assert ("Shown" in page, "Hidden" in page) == (state == "published", False)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"currency": "E1R"}, "is no currency"),
        ({"currency": "usd"}, "the dollar itself needs none"),
        ({"per_dollar": "0"}, "greater than or equal to 0.000001"),
        ({"per_dollar": "-1"}, "greater than or equal to 0.000001"),
        ({"day": "yesterday"}, "Enter a valid date."),
        ({"day": "2026-01-02"}, "already exists"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(signed_in: Client, given: dict[str, str], said: str) -> None:
    ExchangeRate.objects.create(currency="EUR", day="2026-01-02", per_dollar=Decimal("0.9"))
    rate = {"currency": "eur", "day": "2026-01-03", "per_dollar": "0.92", **given}
    answer = signed_in.post("/admin/postings/exchangerate/add/", rate)
    assert (answer.status_code, said in answer.text) == (200, True)


def test_a_rate_is_kept_with_its_currency_in_capitals(signed_in: Client) -> None:
    rate = {"currency": "eur", "day": "2026-01-03", "per_dollar": "0.92"}
    signed_in.post("/admin/postings/exchangerate/add/", rate)
    assert str(ExchangeRate.objects.get()) == "1 USD = 0.920000 EUR on 2026-01-03"


@pytest.mark.parametrize("name", ["posting", "company", "place", "skill", "savedsearch"])
def test_nothing_is_made_by_hand_that_ingest_makes(signed_in: Client, name: str) -> None:
    assert signed_in.get(f"/admin/postings/{name}/add/").status_code == 403


@pytest.mark.parametrize("name", ["user", "group"])
def test_users_and_groups_are_kept_here_too(signed_in: Client, name: str) -> None:
    assert signed_in.get(f"/admin/auth/{name}/").status_code == 200
