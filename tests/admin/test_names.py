"""Companies, places and skills in the admin: renamed, given other names, merged."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from postings.ingest import add_alias
from postings.models import Company, IndexClock, Place, SearchDoc, Skill

COMPANIES = "/admin/postings/company/"


def seq() -> int:
    return IndexClock.objects.get().seq


def save(client: Client, named: Any, **given: str) -> Any:
    address = f"/admin/postings/{named._meta.model_name}/{named.pk}/change/"
    return client.post(address, {"name": str(named), **given}, follow=True)


def test_renaming_ticks_the_clock_and_keeps_the_address_and_the_old_name(
    signed_in: Client, naming: Callable[..., Any]
) -> None:
    posting, before = naming("Acme"), seq()
    save(signed_in, Company.objects.get(), name="Acme Works")
    company = Company.objects.get()
    assert (company.name, company.slug) == ("Acme Works", "acme")
    assert {alias.name for alias in company.aliases.all()} == {"Acme", "Acme Works"}
    assert seq() == before + 1
    assert SearchDoc.objects.get(posting_id=posting.pk, died=None).born == before + 1


def test_saving_without_a_change_leaves_the_clock_alone(
    signed_in: Client, naming: Callable[..., Any]
) -> None:
    naming("Acme")
    before = seq()
    save(signed_in, Company.objects.get())
    assert seq() == before


@pytest.mark.parametrize("field", ["name", "another_name"])
def test_a_name_of_another_company_is_refused_on_the_form(
    signed_in: Client, naming: Callable[..., Any], field: str
) -> None:
    naming("Acme")
    naming("Globex")
    globex = Company.objects.get(name="Globex")
    answer = save(signed_in, globex, **{field: "ACME Inc."})
    assert (answer.status_code, "“ACME Inc.” already means Acme." in answer.text) == (200, True)
    assert Company.objects.get(pk=globex.pk).name == "Globex"


@pytest.mark.parametrize("word", ["†", "㎒" * 70])
def test_what_cannot_be_a_name_is_refused_on_the_form(
    signed_in: Client, naming: Callable[..., Any], word: str
) -> None:
    naming("Acme", skill="Python")
    answer = save(
        signed_in, Skill.objects.get() if len(word) > 1 else Company.objects.get(), another_name=word
    )
    assert (answer.status_code, "errornote" in answer.text) == (200, True)


def test_another_name_means_the_same_from_now_on(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming("Acme")
    save(signed_in, Company.objects.get(), another_name="The Acme People")
    naming("The Acme People")
    assert Company.objects.get().postings.count() == 2


def test_a_skill_moves_to_a_family(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming(skill="Python")
    before = seq()
    save(signed_in, Skill.objects.get(), family="Languages")
    assert (Skill.objects.get().family, seq()) == ("Languages", before + 1)


def test_a_place_gets_another_name(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming(city="Berlin")
    place = Place.objects.get(city="Berlin")
    save(signed_in, place, another_name="Spree-Athen", city="Paris")
    place.refresh_from_db()
    assert (place.city, place.aliases.get().name) == ("Berlin", "Spree-Athen")


def test_who_may_only_look_changes_no_name(
    staff_with: Callable[..., Client], naming: Callable[..., Any]
) -> None:
    naming("Acme")
    client = staff_with("view_company")
    assert client.get(f"{COMPANIES}{Company.objects.get().pk}/change/").status_code == 200
    assert save(client, Company.objects.get(), name="Evil").status_code == 403


def test_merging_shows_what_moves_and_asks_which_to_keep(
    signed_in: Client, naming: Callable[..., Any]
) -> None:
    naming("Acme Works")
    naming("Acme Factory")
    works, factory = Company.objects.get(name="Acme Works"), Company.objects.get(name="Acme Factory")
    address = f"{COMPANIES}{works.pk}/merge/"
    assert "Acme Factory" in signed_in.get(address).text
    page = signed_in.get(f"{address}?with={factory.pk}").text
    assert page.count("It has 1 posting, 1 of them published.") == 2
    given = {"with": factory.pk, "keep": factory.pk, "reason": "same owner"}
    answer = signed_in.post(address, given, follow=True)
    assert "“Acme Works” means Acme Factory now; 1 published posting moved." in answer.text
    assert Company.objects.get().postings.count() == 2


def test_merging_without_a_choice_asks_again(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming("Acme")
    naming("Globex")
    acme, globex = Company.objects.order_by("name")
    answer = signed_in.post(f"{COMPANIES}{acme.pk}/merge/", {"with": globex.pk, "keep": "7x"}, follow=True)
    assert "Choose which of the two to keep." in answer.text
    assert Company.objects.count() == 2


@pytest.mark.parametrize("chosen", ["", "x", "999999999999999999999", "self"])
def test_merging_with_nothing_or_itself_searches_again(
    signed_in: Client, naming: Callable[..., Any], chosen: str
) -> None:
    naming("Acme")
    company = Company.objects.get()
    value = str(company.pk) if chosen == "self" else chosen
    answer = signed_in.post(f"{COMPANIES}{company.pk}/merge/", {"with": value, "keep": company.pk})
    assert "No other one is found" in answer.text


def test_a_place_cannot_be_merged_into_what_lies_in_it(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming(city="Berlin")
    berlin, germany = Place.objects.get(city="Berlin"), Place.objects.get(city="")
    given = {"with": berlin.pk, "keep": berlin.pk}
    answer = signed_in.post(f"/admin/postings/place/{germany.pk}/merge/", given, follow=True)
    assert "Merge the other way round." in answer.text


def test_merging_takes_the_right_to_delete(
    staff_with: Callable[..., Client], naming: Callable[..., Any]
) -> None:
    naming("Acme")
    client = staff_with("view_company", "change_company")
    assert client.get(f"{COMPANIES}{Company.objects.get().pk}/merge/").status_code == 403
    assert "Merge with" not in client.get(f"{COMPANIES}{Company.objects.get().pk}/change/").text


def test_names_are_found_by_any_of_their_names(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming("Acme")
    naming("Globex")
    add_alias(to=Company.objects.get(name="Acme"), name="Roadrunner Supplies")
    page = signed_in.get(f"{COMPANIES}?q=roadrunner").text
    assert (">Acme</a>" in page, ">Globex</a>" in page) == (True, False)


def test_the_history_of_a_company_has_its_renaming(signed_in: Client, naming: Callable[..., Any]) -> None:
    naming("Acme")
    save(signed_in, Company.objects.get(), name="Acme Works")
    page = signed_in.get(f"{COMPANIES}{Company.objects.get().pk}/history/").text
    assert "Name:</span> <span><del>Acme</del> → <ins>Acme Works</ins>" in page
    assert "renamed to Acme Works" in page
