"""Where the work is and where a remote hire may live: each rule with what it must not be taken from."""

import time

import pytest

from postings.facts import PostingFacts
from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"
BOARD = "# [Night Baker](https://b.example/apply/1)\n### Acme Bread\n#### `🌎 {}`\n\n"


def facts_of(text: str) -> PostingFacts:
    return read_document(text + BODY).postings[0]


def places_of(text: str) -> list[str]:
    return [fact.value.text for fact in facts_of(text).locations if fact.value]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("We are looking for a night baker in Leeds, Lyon or Bonn.", ["Leeds", "Lyon", "Bonn"]),
        ("You may work from our Denver office or remote.", ["Denver"]),
        ("Work from one of Acme's offices in NYC, DC, or Austin.", ["New York", "Washington", "Austin"]),
        ("We seek a baker for one of our clients in Tulsa, OK.", []),
        ("We are looking for a baker for one of our clients in Tulsa, OK.", ["Tulsa"]),
        ("A Leeds-based role in a small team.", ["Leeds"]),
        ("You must reside in Texas or Ohio.", ["Texas", "Ohio"]),
        ("This role is based in Lyon.", ["Lyon"]),
        ("Acme is based in Lyon, Leeds and Bonn.", []),
        ("Located in sunny Lyon, Acme is a bakery.", []),
        ("Our hiring process for jobs in Leeds uses software.", []),
        ("We look for someone with experience in Paris.", []),
        ("The pay range for this position in Colorado is $20 an hour.", []),
        ("Salary for candidates located in Colorado and California: $20 an hour.", []),
        ("Preference is given to candidates located in Leeds.", []),
        ("Your university must be located in Canada.", []),
        ("We gather at our Toronto office three times a year.", []),
        ("You travel to our London office.", []),
        ("You will work in our office in Leeds.", ["Leeds"]),
        ("We serve the world from our offices in Leeds and Lyon.", []),
        ("The salary range for each Leeds-based role is broad.", []),
        ("Residents of Colorado may ask for the pay range.", []),
        ("Write to Acme, 1 Bread St. Denver, CO 80014 for an accommodation.", []),
        ("You must reside in AZ, CA or CO.", ["Arizona", "California", "Colorado"]),
        ("Based in UX, UI or QA, you choose.", []),
        ("This role is not available in Utah, Ohio or Texas.", []),
        ("We cannot hire candidates located in Utah.", []),
        ("For candidates in New York City, the range is $20 an hour.", []),
    ],
)
def test_a_sentence_says_where_the_work_is(sentence: str, places: list[str]) -> None:
    found = [fact.value for fact in facts_of(f"Night Baker\n\n{sentence}").locations if fact.value]
    assert [place.city or place.text.split(",")[0] for place in found] == places


@pytest.mark.parametrize(
    ("head", "places"),
    [
        ("Offices: Leeds, Bristol and Swansea", ["Leeds", "Bristol", "Swansea"]),
        ("Apply soon. LOCATION: local people only: Boise, ID area.", ["Boise"]),
        ("Company location: Canada", []),
        ("## Office\n\n- Lyon", ["Lyon"]),
        ("## Pay and location\n\nWe have offices in Lyon and Leeds.", ["Lyon", "Leeds"]),
        ("Leeds, West Yorkshire", ["Leeds"]),
        ("location: US, TX, Nosuchtown", ["Nosuchtown"]),
        ("12 Bread Street, Tulsa, Oklahoma", ["Tulsa"]),
        ("Headquarters: Boston", []),
        ("ABOUT US", []),
        ("Job #: 7-en_US", []),
        ("Become a founding member of the VA", []),
        ("Location: Costa Mesa, CA", ["Costa Mesa"]),
    ],
)
def test_a_line_says_where_the_work_is(head: str, places: list[str]) -> None:
    found = [fact.value for fact in facts_of(f"Night Baker\n\n{head}").locations if fact.value]
    assert [place.city or place.text.split(",")[0] for place in found] == places


@pytest.mark.parametrize(
    ("chip", "sentence", "places"),
    [
        ("Germany", "This role is based in Bonn.", ["Bonn, Germany"]),
        ("Delhi", "You join a team of engineers in India. You must live in India.", ["Delhi, India"]),
        ("India", "We are looking for bakers in APAC.", ["India"]),
        ("Germany", "We are based in Bonn.", ["Germany"]),
        ("Leeds, or remote within the UK", "", ["Leeds, United Kingdom", "United Kingdom"]),
        ("Worldwide", "", []),
        ("Arlington, TX,Boise, ID,Arlington, VA,Boise", "", ["Arlington, TX", "Boise, ID", "Arlington, VA"]),
        ("Leeds", "For positions in the United States, we hire only in Ohio.", ["Leeds, United Kingdom"]),
    ],
)
def test_the_narrower_place_wins(chip: str, sentence: str, places: list[str]) -> None:
    assert places_of(BOARD.format(chip) + sentence) == places


def test_a_table_of_pay_names_no_place_of_work() -> None:
    assert places_of(f"Night Baker{BODY}\n## Pay\n\n- Based in Utah: $20 an hour\n") == []
    assert places_of(f"Night Baker{BODY}\n## More\n\n- Based in Utah\n") == ["Utah, United States"]


def test_every_place_of_a_long_list_is_read() -> None:
    towns = [
        f"{first}{second}ton, TX" for first in ("Ba", "Da", "Fa", "Ga", "Ha", "La") for second in "bcdfghjkl"
    ]
    assert places_of(BOARD.format(",".join(towns))) == towns


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (BOARD.format("Remote,Spain"), ("ES",)),
        (BOARD.format("Spain") + "This role is fully remote.", None),
        (BOARD.format("Spain Only") + "This role is fully remote.", ("ES",)),
        ("Night Baker\n\nFully remote. Located in Spain, Portugal, or Germany", ("ES", "PT", "DE")),
        ("Night Baker\n\nFully remote. Work from almost anywhere in the USA.", ("US",)),
        ("Night Baker\n\nFully remote. Work from anywhere in the world.", ("worldwide",)),
        ("Night Baker\n\nRemote, Italy", ("IT",)),
        ("Night Baker - Remote US\n\nJoin us.", ("US",)),
        ("Night Baker\n\nFully remote. We have teams across Spain.", None),
        ("Night Baker\n\nFully remote. We protect ovens anywhere in the world.", None),
        ("Night Baker\n\nFully remote. We work with top bakers worldwide.", None),
        ("Night Baker\n\nFully remote, globally distributed team.", None),
        ("Night Baker\n\nHybrid role. You must live in Spain.", None),
    ],
)
def test_the_scope_is_where_a_remote_hire_may_live(text: str, scope: tuple[str, ...] | None) -> None:
    fact = facts_of(text).remote_scope
    assert (fact.value if fact else None) == scope


@pytest.mark.parametrize(
    "piece",
    [
        "looking for a ",
        "based in a, ",
        "Location: ",
        "remote ",
        "in our office ",
        "must live in ",
        "Aa, Bb, ",
        "3 days a week in ",
        "hiring in Lyon, Leeds and ",
        "12 Aa Bb ",
    ],
)
def test_a_hostile_text_is_read_in_time(piece: str) -> None:
    text = "Night Baker\n\nFully remote. " + piece * (100_000 // len(piece))
    started = time.process_time()
    facts_of(text)
    assert time.process_time() - started < 8
