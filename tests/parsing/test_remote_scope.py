"""Where a remote hire may live: fields, titles and sentences, each with what says nothing of it."""

import pytest

from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"
BOARD = "# [Night Baker](https://b.example/apply/1)\n### Acme Bread\n#### `🌎 {}`\n\n"

Scope = tuple[str, ...] | None


def scope_of(text: str) -> Scope:
    fact = read_document(text + BODY).postings[0].remote_scope
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("chip", "scope"),
    [
        ("Boise, ID,US,Remote", ("US",)),
        ("Boise, ID,Remote,US", ("US",)),
        ("Leeds, UK,UK,Spain,Remote", ("GB", "ES")),
        ("Remote,Spain, Portugal", ("ES", "PT")),
        ("Remote - British Columbia", ("CA",)),
        ("Leeds or Spain Remote", ("ES",)),
        ("Boise, ID - remote first in US", ("US",)),
        ("Remote,Bakers can work remotely, Romania", ("RO",)),
        ("Remote,US,Boise, ID,Lima, Peru,Lyon, France", ("US", "PE", "FR")),
        ("Lima, Peru,Lyon, France,Remote", None),
        ("Boise, ID,Remote", None),
        ("Boise, US,Remote", None),
        ("Remote (not available in CA, CO, and NY)", None),
        ("Remote US (excluding CA, CO, and NY)", ("US",)),
    ],
)
def test_a_board_lists_the_country_beside_its_towns(chip: str, scope: Scope) -> None:
    assert scope_of(BOARD.format(chip)) == scope


@pytest.mark.parametrize(
    ("title", "scope"),
    [
        ("Night Baker (USA & UK Remote)", ("US", "GB")),
        ("Night Baker, US - Remote Eligible", ("US",)),
        ("Night Baker (Spain, full-remote)", ("ES",)),
        ("Night Baker - Remote, UK and Ireland", ("GB", "IE")),
        ("Night Baker (Remote) (Position located in Brazil)", ("BR",)),
        ("Night Baker - Remote/Work Anywhere", ("worldwide",)),
        ("Night Baker - Remote/Work Anywhere in Spain", ("ES",)),
        ("Night Baker - Java (Remote)", None),
        ("Night Baker (Remote)", None),
    ],
)
def test_a_title_says_where_a_hire_may_live(title: str, scope: Scope) -> None:
    assert scope_of(title) == scope


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("We are able to hire in the following countries: Spain, Portugal and Italy.", ("ES", "PT", "IT")),
        ("We can only hire for this role in the following states:\n\nOhio, Utah and Texas.", ("US",)),
        ("You must reside in AZ, CA, CO or UT.", ("US",)),
        ("The role is open to bakers and to candidates residing in Canada and the US.", ("CA", "US")),
        ("At this time we only consider candidates in Spain.", ("ES",)),
        ("We exclusively consider candidates from France.", ("FR",)),
        ("You must be located in and authorized to work in Canada.", ("CA",)),
        ("Employees must reside within Italy.", ("IT",)),
        ("We are looking for a night baker based in Latvia.", ("LV",)),
        ("This remote opportunity is available to US-based persons.", ("US",)),
        ("Norway-based applicants only.", ("NO",)),
        ("The role is open to people in the US except Alaska.", ("US",)),
        ("This is a remote job for applicants in Chile.", ("CL",)),
        (
            "We seek a team member located within one of the following areas: USA, Peru or Singapore.",
            ("US", "PE", "SG"),
        ),
        ("You are based in Australia or New Zealand and have working rights.", ("AU", "NZ")),
        ("The role is open to candidates in Trinidad and Tobago.", ("TT",)),
        ("For positions in the United States, we can only support hiring in Ohio and Utah.", None),
        ("We are unable to hire in AZ, CA, CO or UT.", None),
        ("We do not consider candidates in Spain.", None),
        ("For US applicants only, by applying you accept the terms.", None),
        ("Acme is a fully-remote, US-based, digital bakery.", None),
        ("We look for bakers living in the Chile timezone.", None),
        ("Based in Latvia, Acme bakes bread.", None),
        ("Salary for candidates residing in Canada: $20 an hour.", None),
        ("Our customers are based in Spain.", None),
    ],
)
def test_a_sentence_says_where_a_hire_may_live(sentence: str, scope: Scope) -> None:
    assert scope_of(f"Night Baker\n\nFully remote. {sentence}") == scope
