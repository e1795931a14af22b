"""Companies, places and skills: found by any of their names, merged by people, never in a loop."""

from collections.abc import Callable
from typing import Any

import pytest

from postings.facts import Fact, Location, PostingFacts, SkillUse
from postings.ingest import (
    Refused,
    add_alias,
    facts_of,
    merge_companies,
    merge_places,
    merge_skills,
    publish,
    rename,
)
from postings.models import Company, Place, Posting, SearchDoc, Skill
from postings.parsing.names import company_key, place_key, skill_key
from postings.vocabulary import Strength


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("JPMorgan Chase", "JPMorganChase"),
        ("JPMorgan Chase & Co.", "JPMorgan Chase"),
        ("Norwell Payments Ltd", "NORWELL PAYMENTS"),
        ("Müller GmbH & Co. KG", "Muller"),
        ("Calder & Finch", "Calder and Finch"),
    ],
)
def test_spellings_of_one_company_meet(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


def test_different_names_do_not_meet() -> None:
    assert len({company_key(name) for name in ("SE", "AG", "Norwell", "Norwell Bank", "")}) == 5
    assert len({skill_key(name) for name in ("C", "C#", "C++", ".NET", "NET", "Go")}) == 6
    assert skill_key("Node JS") == skill_key("node-js")
    assert place_key("St. Paul, MN") == place_key("st paul mn")


def test_a_company_is_found_by_any_of_its_names(make_posting: Callable[..., Any]) -> None:
    first = make_posting(organization=Fact("Norwell Payments"))
    second = make_posting(organization=Fact("NorwellPayments Ltd"))
    assert first.company == second.company
    assert facts_of(second).organization == Fact("NorwellPayments Ltd")


def test_merged_companies_stay_merged(make_posting: Callable[..., Any]) -> None:
    kept = make_posting(organization=Fact("Norwell Payments")).company
    moved = make_posting(organization=Fact("NWP"))
    assert merge_companies(source=moved.company, target=kept) == 1
    assert make_posting(organization=Fact("NWP")).company == kept
    assert list(Company.objects.all()) == [kept]
    assert SearchDoc.objects.filter(posting_id=moved.pk).count() == 2  # the index has heard of it


def test_an_alias_that_means_somebody_else_is_refused(make_posting: Callable[..., Any]) -> None:
    norwell = make_posting(organization=Fact("Norwell")).company
    calder = make_posting(organization=Fact("Calder")).company
    with pytest.raises(Refused, match="“Norwell Ltd” already means Norwell"):
        add_alias(to=calder, name="Norwell Ltd")
    with pytest.raises(Refused, match="already means Norwell"):
        rename(named=calder, name="Norwell")
    with pytest.raises(Refused, match="cannot be merged with itself"):
        merge_companies(source=norwell, target=norwell)
    with pytest.raises(Refused, match="no letter or digit"):
        add_alias(to=calder, name="—")


def test_a_renamed_company_keeps_its_old_name_and_address(make_posting: Callable[..., Any]) -> None:
    company = make_posting(organization=Fact("Norwell")).company
    rename(named=company, name="Norwell Group")
    assert make_posting(organization=Fact("Norwell")).company == company
    company.refresh_from_db()
    assert (company.name, company.slug) == ("Norwell Group", "norwell")


def bonn(city: str = "Bonn") -> dict[str, Any]:
    return {"locations": (Fact(Location(city, city, "NW", "DE")),)}


def test_places_form_a_tree(make_posting: Callable[..., Any]) -> None:
    make_posting(**bonn())
    place = Place.objects.get(city="Bonn")
    assert (str(place), str(place.parent), str(place.parent.parent)) == ("Bonn, NW, DE", "NW, DE", "DE")


def test_merged_places_stay_merged(make_posting: Callable[..., Any]) -> None:
    make_posting(**bonn("Bonn"))
    make_posting(**bonn("Bad Godesberg"))
    target, source = Place.objects.get(city="Bonn"), Place.objects.get(city="Bad Godesberg")
    merge_places(source=source, target=target)
    again = make_posting(**bonn("Bad Godesberg"))
    assert [site.place for site in again.places.all()] == [target]


def test_a_place_cannot_become_one_that_lies_in_it(make_posting: Callable[..., Any]) -> None:
    make_posting(**bonn())
    with pytest.raises(Refused, match="Merge the other way round"):
        merge_places(source=Place.objects.get(region="NW", city=""), target=Place.objects.get(city="Bonn"))


def test_merged_skills_join_their_uses(make_posting: Callable[..., Any]) -> None:
    uses = (
        SkillUse("k8s", "K8s", Strength.PREFERRED),
        SkillUse("kubernetes", "Kubernetes", Strength.REQUIRED),
    )
    both = make_posting(skills=uses)
    one = make_posting(skills=uses[:1])
    merge_skills(source=Skill.objects.get(slug="k8s"), target=Skill.objects.get(slug="kubernetes"))
    assert [(use.slug, use.strength) for use in facts_of(both).skills] == [("kubernetes", "required")]
    assert [(use.slug, use.strength) for use in facts_of(one).skills] == [("kubernetes", "preferred")]
    publish(
        posting=Posting.objects.get(pk=both.pk),
        facts=PostingFacts(title=Fact("x"), skills=uses),
        expected_revision=1,
    )
    assert [(use.slug, use.strength) for use in facts_of(both).skills] == [("kubernetes", "required")]
