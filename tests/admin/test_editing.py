"""The review form: every field of a draft, saved or published; another's changes are never written over."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from postings.admin.review_forms import ReviewForm
from postings.facts import Fact, Finding, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.ingest import draft_of, draft_version, facts_of, save_draft
from postings.models import Posting
from postings.vocabulary import EmploymentType, Level, Period, Section, Severity, State, Strength

TEXT = "Baker\nLeeds, [pay]\n- Two years of baking\n- Rye is a plus\n"
FACTS = {
    "level": Fact(Level.SENIOR, State.CONFLICTING),
    "remote_scope": Fact(("GB", "IE")),
    "locations": (Fact(Location("Leeds", "Leeds", "", "GB"), span=Span(6, 11), raw="Leeds"),),
    "employment_types": (Fact(EmploymentType.FULL_TIME),),
    "pay": (Fact(Pay(Decimal(30_000), Decimal(35_000), "GBP", Period.YEAR)),),
    "experience_years": Fact(Years(Decimal(2))),
    "items": (
        Item(Section.REQUIRED, "Two years of baking", Span(21, 40)),
        Item(Section.REQUIRED, "Rye is a plus", Span(43, 56)),
    ),
    "skills": (SkillUse("baking", "Baking", Strength.REQUIRED),),
    "findings": (Finding("placeholder", Severity.ERROR, "A blank was left", Span(13, 18), "[pay]"),),
}


@pytest.fixture
def draft(make_posting: Callable[..., Any]) -> Any:
    return make_posting("Baker", text=TEXT, published=False, **FACTS)


def page_of(posting: Any, more: str = "edit/") -> str:
    return f"/admin/postings/posting/{posting.pk}/{more}"


def filled(posting: Posting, **changes: Any) -> dict[str, Any]:
    """Return what a browser sends when the form is sent as it came, but for the changes."""
    form = ReviewForm(draft_of(posting))
    fields = {
        name: value
        for name, value in _fields(form)
        if value is not None and value is not False and value != ""
    }
    return {**fields, "version": draft_version(posting), **changes}


def _fields(form: ReviewForm) -> Iterator[tuple[str, Any]]:
    for part in form.parts:
        forms = [part] if not hasattr(part, "management_form") else [part.management_form, *part]
        for one in forms:
            yield from ((one.add_prefix(name), one[name].value()) for name in one.fields)


def test_the_form_shows_every_fact_with_its_words(signed_in: Client, draft: Any) -> None:
    page = signed_in.get(page_of(draft)).text
    for shown in (
        'value="Baker"',
        'value="GB, IE"',
        "“Leeds”",
        'value="30000"',
        "Two years of baking",
        "Conflicting",
    ):
        assert shown in page, shown
    assert "A blank was left" in page


def test_a_form_that_is_sent_as_it_came_changes_nothing(signed_in: Client, draft: Any) -> None:
    before = draft_of(draft)
    answer = signed_in.post(page_of(draft), filled(draft, save="1"))
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft_of(draft) == before


def test_what_is_changed_is_saved_as_edited(signed_in: Client, draft: Any) -> None:
    changes = {
        "title": "Head baker",
        "level": "lead",
        "remote_scope": "worldwide",
        "years_max": "4",
        "employment_types": ["part_time"],
        "place-0-city": "York",
        "pay-0-max": "40000.50",
        "item-1-section": "preferred",
        "skill-1-name": "Rye bread",
        "skill-1-strength": "preferred",
        "settled-0": "on",
        "save": "1",
    }
    signed_in.post(page_of(draft), filled(draft, **changes))
    draft.refresh_from_db()
    facts = draft_of(draft)
    assert (draft.title, facts.title) == ("Head baker", Fact("Head baker", State.EDITED))
    assert facts.level == Fact(Level.LEAD, State.EDITED)
    assert facts.remote_scope == Fact(("worldwide",), State.EDITED)
    assert facts.experience_years == Fact(Years(Decimal(2), Decimal(4)), State.EDITED)
    assert facts.employment_types == (Fact(EmploymentType.PART_TIME, State.EDITED),)
    assert facts.locations[0].value == Location("Leeds", "York", "", "GB")
    assert facts.pay[0].value == Pay(Decimal(30_000), Decimal("40000.5"), "GBP", Period.YEAR)
    assert [item.section for item in facts.items] == [Section.REQUIRED, Section.PREFERRED]
    assert [(use.slug, use.strength) for use in facts.skills] == [
        ("baking", Strength.REQUIRED),
        ("rye-bread", Strength.PREFERRED),
    ]
    assert facts.findings == ()


def test_one_row_in_doubt_is_confirmed_and_who_did_so_is_kept(
    signed_in: Client, make_posting: Callable[..., Any], administrator: User
) -> None:
    leeds = Fact(Location("Leeds", "Leeds", "", "GB"), State.CONFLICTING, Span(6, 11), "Leeds")
    york = Fact(Location("York", "York", "", "GB"), State.CONFLICTING)
    low, high = (
        Fact(Pay(Decimal(sum_), None, "GBP", Period.YEAR), State.CONFLICTING) for sum_ in (30_000, 35_000)
    )
    types = (Fact(EmploymentType.FULL_TIME), Fact(EmploymentType.INTERNSHIP, State.CONFLICTING))
    draft = make_posting(
        "Baker", text=TEXT, published=False, locations=(leeds, york), pay=(low, high), employment_types=types
    )
    page = signed_in.get(page_of(draft)).text
    assert page.count("This is right") == 5
    confirmed = {"place-0-confirm": "on", "pay-1-confirm": "on", "confirm-employment_types": "on"}
    signed_in.post(page_of(draft), filled(draft, **confirmed, publish="1"))
    draft.refresh_from_db()
    assert draft.state == "published"
    facts = facts_of(draft)
    assert facts.locations == (replace(leeds, state=State.EDITED), york)
    assert facts.pay == (low, replace(high, state=State.EDITED))
    assert facts.employment_types == (types[0], Fact(EmploymentType.INTERNSHIP, State.EDITED))
    edits = draft.evidence.filter(state=State.EDITED).values_list("field", "position", "editor")
    assert set(edits) == {
        ("locations", 0, administrator.pk),
        ("pay", 1, administrator.pk),
        ("employment_types", 1, administrator.pk),
    }


def test_a_row_in_no_doubt_has_nothing_to_confirm(signed_in: Client, draft: Any) -> None:
    assert signed_in.get(page_of(draft)).text.count("This is right") == 1  # of its level


def test_rows_are_deleted(signed_in: Client, draft: Any) -> None:
    changes = {f"{row}-0-DELETE": "on" for row in ("place", "pay", "item", "skill")}
    signed_in.post(page_of(draft), filled(draft, **changes, save="1"))
    draft.refresh_from_db()
    facts = draft_of(draft)
    assert (facts.locations, facts.pay, facts.skills, len(facts.items)) == ((), (), (), 1)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"place-0-country": "ZZ"}, "“ZZ” is no country code."),
        ({"place-0-country": ""}, "A city or a region needs its country."),
        ({"remote_scope": "Narnia"}, "“NARNIA” is no country code."),
        ({"pay-0-min": "50000"}, "It is below where the band begins."),
        ({"pay-0-min": "", "pay-0-max": ""}, "A band needs a sum."),
        ({"years_min": "5", "years_max": "2"}, "It is below where the range begins."),
        ({"item-2-text": "Juggling"}, "“Juggling” does not stand in the text."),
        ({"title": "x" * 301}, "at most 300 characters"),
        ({"item-TOTAL_FORMS": "nonsense"}, "ManagementForm data is missing"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_saved(
    signed_in: Client, draft: Any, changes: dict[str, str], said: str
) -> None:
    before = draft.draft
    answer = signed_in.post(page_of(draft), filled(draft, **changes, save="1"))
    assert (answer.status_code, said in answer.text) == (200, True)
    draft.refresh_from_db()
    assert draft.draft == before


def test_publishing_leads_to_the_next_draft(
    signed_in: Client, draft: Any, make_posting: Callable[..., Any]
) -> None:
    following = make_posting("Cook", published=False)
    answer = signed_in.post(page_of(draft), filled(draft, publish="1"), follow=True)
    assert "not published. An error was found in “Baker”. Say why" in answer.text
    draft.refresh_from_db()
    answer = signed_in.post(page_of(draft), filled(draft, publish="1", reason="the blank is no harm"))
    assert answer.url == page_of(following)
    draft.refresh_from_db()
    assert (draft.state, draft.revision) == ("published", 1)
    assert draft.revisions.get().reason == "the blank is no harm"


def test_anothers_draft_is_not_written_over_but_shown_beside_ours(signed_in: Client, draft: Any) -> None:
    mine = filled(draft, title="Head baker", save="1")
    save_draft(posting=draft, facts=PostingFacts(title=Fact("Bread baker")), expected_revision=0)
    answer = signed_in.post(page_of(draft), mine)
    assert "Somebody else has changed this draft" in answer.text
    assert "theirs <del>Bread baker</del>, yours <ins>Head baker</ins>" in answer.text
    draft.refresh_from_db()
    assert draft_of(draft).title == Fact("Bread baker")


def test_who_reviews_but_does_not_publish_has_no_button_for_it(client: Client, draft: Any) -> None:
    editor = User.objects.create_user("editor", is_staff=True)
    editor.groups.add(Group.objects.get(name="Editor"))
    client.force_login(editor)
    assert 'name="publish"' not in client.get(page_of(draft)).text
    assert client.post(page_of(draft), filled(draft, publish="1")).status_code == 403
    assert client.post(page_of(draft), filled(draft, save="1")).status_code == 302


def test_who_only_looks_edits_nothing(staff_with: Callable[..., Client], draft: Any) -> None:
    assert staff_with("view_posting").get(page_of(draft)).status_code == 403
