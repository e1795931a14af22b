"""`field:value`: what each field means, and what is said where a value means nothing."""

from datetime import date

import pytest

from postings.query import (
    FIELDS,
    All,
    Either,
    Named,
    Node,
    Not,
    Open,
    Pay,
    Posted,
    Years,
    Zone,
    understand,
)
from tests.query.nodes import TODAY, chosen, meant, phrase, told, word


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("title:engineer", word("engineer", Zone.TITLE)),
        ('title:"product manager"', phrase("product manager", Zone.TITLE)),
        ("title:full-stack", phrase("full stack", Zone.TITLE)),
        ("title:head,lead", Either((word("head", Zone.TITLE), word("lead", Zone.TITLE)))),
        ("required:rag", word("rag", Zone.REQUIRED)),
        ("Preferred:c++", word("c++", Zone.PREFERRED)),
        ("company:acme", Named("company", "acme")),
        ('place:"new  york"', Named("place", "new york")),
        ('place:"new york",boston', Either((Named("place", "new york"), Named("place", "boston")))),
        ('place:"new york", "boston"', Either((Named("place", "new york"), Named("place", "boston")))),
        ("skill:c++,ci/cd", Either((Named("skill", "c++"), Named("skill", "ci/cd")))),
        ("location:berlin", Named("place", "berlin")),
        ("-skill:java", Not(Named("skill", "java"))),
    ],
)
def test_fields_of_words_and_names(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("mode:remote", chosen("mode", "remote")),
        ("MODE:Remote", chosen("mode", "remote")),
        ("mode:on-site", chosen("mode", "onsite")),
        ('mode:"on site"', chosen("mode", "onsite")),
        ("mode:wfh", chosen("mode", "remote")),
        ("level:senior,lead", chosen("level", "lead", "senior")),
        ("level:senior|lead", chosen("level", "lead", "senior")),
        ("level:senior, lead", chosen("level", "lead", "senior")),
        ("level:senior, title:lead", All((chosen("level", "senior"), word("lead", Zone.TITLE)))),
        ("level:senior,,senior,", chosen("level", "senior")),
        ("level:sen", chosen("level", "senior")),
        ('level:"vice president"', chosen("level", "vp")),
        ("family:hr", chosen("family", "people")),
        ('family:"data and ai"', chosen("family", "data")),
        ("type:part-time", chosen("type", "part_time")),
        ("type:full", chosen("type", "full_time")),
        ("education:phd", chosen("education", "doctorate")),
        ("education:Bachelor’s", chosen("education", "bachelor")),
        ("education:none", chosen("education", "none")),
        ("visa:no", chosen("visa", "no")),
        ("visa:y", chosen("visa", "yes")),
    ],
)
def test_values_go_by_their_labels_and_other_names_too(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("pay:>150k", Pay(low=150_001)),
        ("pay:>=150k", Pay(low=150_000)),
        ("pay:≥150k", Pay(low=150_000)),
        ("pay:<150k", Pay(high=149_999)),
        ("pay:<=90kEUR", Pay(high=90_000, currency="EUR")),
        ("pay:150k+", Pay(low=150_000)),
        ("pay:150k", Pay(150_000, 150_000)),
        ("pay:120k..180k", Pay(120_000, 180_000)),
        ("pay:120..180k", Pay(120_000, 180_000)),
        ("pay:120k-180k", Pay(120_000, 180_000)),
        ("pay:$120k–$180k", Pay(120_000, 180_000, "USD")),
        ("pay:120k..", Pay(low=120_000)),
        ("pay:..180k", Pay(high=180_000)),
        ("pay:150,000", Pay(150_000, 150_000)),
        ("pay:150.000", Pay(150_000, 150_000)),
        ('pay:"150 000"', Pay(150_000, 150_000)),
        ("pay:>=1.5m", Pay(low=1_500_000)),
        ("pay:€90k", Pay(90_000, 90_000, "EUR")),
        ("pay:A$90k", Pay(90_000, 90_000, "AUD")),
        ("pay:90k EUR", Pay(90_000, 90_000, "EUR")),
        ("pay:120k..180keur", Pay(120_000, 180_000, "EUR")),
        ("salary:>=90k", Pay(low=90_000)),
        ("pay:>=90k try", All((Pay(low=90_000), word("try")))),
        ("pay:>=999999999999999999999", Pay(low=1_000_000_000)),
    ],
)
def test_pay(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("years:<=10", Years(high=100)),
        ("years:<10", Years(high=99)),
        ("years:3..5", Years(30, 50)),
        ("years:3-5", Years(30, 50)),
        ("years:5+", Years(low=50)),
        ("years:2.5", Years(25, 25)),
        ("years:0", Years(0, 0)),
        ("experience:>=3yrs", Years(low=30)),
        ("posted:30d", Posted(date(2026, 3, 1))),
        ("posted:2w", Posted(date(2026, 3, 17))),
        ("posted:1m", Posted(date(2026, 2, 28))),  # the month before has no 31st
        ("posted:3m", Posted(date(2025, 12, 31))),
        ("posted:1y", Posted(date(2025, 3, 31))),
        ("posted:2026-01-31", Posted(date(2026, 1, 31))),
        ("posted:2026-01", Posted(date(2026, 1, 1))),
        ("posted:9999y", Posted(date.min)),
        ("closed:no", Open(TODAY)),
        ("closed:yes", Not(Open(TODAY))),
    ],
)
def test_years_and_days(text: str, node: Node) -> None:
    assert (meant(text), told(text)) == (node, [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("has:pay", ("pay:conflicting", "pay:stated")),
        ("has:salary", ("pay:conflicting", "pay:stated")),
        ("missing:pay", ("pay:not_stated", "pay:placeholder")),
        ("missing:place", ("place:not_stated", "place:placeholder")),
        ("quality:pay:placeholder", ("pay:placeholder",)),
        ("quality:pay:not-stated", ("pay:not_stated",)),
        ("quality:years:stated,pay:stated", ("pay:stated", "years:stated")),
        (
            "quality:placeholder",
            ("education:placeholder", "pay:placeholder", "place:placeholder", "years:placeholder"),
        ),
    ],
)
def test_how_facts_are_stated(text: str, values: tuple[str, ...]) -> None:
    assert (meant(text), told(text)) == (chosen("quality", *values), [])


PAY = "Write pay as pay:>150k, pay:120k..180k or pay:<=90kEUR."
YEARS = "Write years as years:>=3, years:<=10 or years:3..5."
POSTED = "Write posted:30d, posted:2w, posted:3m or a day, posted:2026-01-31."


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("mode:remoet", "remoet", "mode: has no “remoet”. Did you mean mode:remote?"),
        ("mode:-remote", "-remote", "To exclude it, put the minus first: -mode:remote."),
        ("mode:xyzzy", "xyzzy", "mode: takes one of remote, hybrid, onsite."),
        ("title:--", "--", "To exclude it, put the minus first: -title:-."),
        ('title:"…"', '"…"', "“…” has no word in it to search for."),
        ("company:&", "&", "“&” is no name. Write it after the colon: company:name."),
        ("pay:lots", "lots", PAY),
        ("pay:>", ">", PAY),
        ("pay:$90k..€100k", "$90k..€100k", PAY),
        ("years:ten", "ten", YEARS),
        ("years:..", "..", YEARS),
        ("posted:soon", "soon", POSTED),
        ("posted:2026-02-30", "2026-02-30", "There is no day 2026-02-30. Write it as 2026-01-31."),
        ("has:charm", "charm", "Say which fact: pay, years, place, education."),
        ("title: engineer", "title:", "Put the value right behind the colon, as in title:engineer."),
        ("titel:engineer", "titel:", "There is no field “titel:”. Did you mean title:?"),
        ("skils:go", "skils:", "There is no field “skils:”. Did you mean skill:?"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, place: str, message: str) -> None:
    before, after = "head ", " ai"
    assert told(before + text + after) == [(place, message)]
    words = understand(before + text + after, TODAY).words
    assert (words[0], words[-1]) == (word("head"), word("ai"))


@pytest.mark.parametrize("text", ["level:m", "level:xyzzy", "level:senior,m"])
def test_a_beginning_of_several_names_is_none_of_them(text: str) -> None:
    ((_, message),) = told(text)
    assert message == (
        "level: takes one of intern, entry, mid, senior, lead, principal, manager, head, director, vp, "
        "executive."
    )


@pytest.mark.parametrize(
    ("text", "node", "message"),
    [
        (
            "pay:180k..120k",
            Pay(120_000, 180_000),
            "This range ends before it begins: it was read the other way round.",
        ),
        ("years:5..3", Years(30, 50), "This range ends before it begins: it was read the other way round."),
        ("pay:>=150", Pay(low=150_000), "Pay is a year’s: “>=150” was read in thousands."),
    ],
)
def test_what_is_nearly_right_is_told_and_searched(text: str, node: Node, message: str) -> None:
    assert (meant(text), [one for _, one in told(text)]) == (node, [message])


def test_one_bad_value_does_not_take_the_good_ones_along() -> None:
    text = "level:senior,zzz,lead"
    assert meant(text) == chosen("level", "lead", "senior")
    assert [place for place, _ in told(text)] == ["zzz"]


@pytest.mark.parametrize("text", ["http://acme.com", "10:30", "note:this", "day:30", "C:drive", "re:invent"])
def test_what_is_no_field_is_words_and_no_fault(text: str) -> None:
    assert (told(text), meant(text) is None) == ([], False)


@pytest.mark.parametrize("example", [example for field in FIELDS for example in field.examples])
def test_every_example_is_understood(example: str) -> None:
    assert (told(example), meant(example) is None) == ([], False)


def test_an_example_is_one_of_its_field() -> None:
    assert [
        (field.name, example)
        for field in FIELDS
        for example in field.examples
        if not example.startswith(f"{field.name}:")
    ] == []
