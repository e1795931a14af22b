"""Claims about bonus and equity: an offer is read in its own words; a wish and a duty are none."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.parsing.extract.extras import read_extras
from postings.parsing.outline import outline
from postings.parsing.part import Line, LineKind, Part
from postings.parsing.view import View
from postings.vocabulary import Section


def part(text: str, section: Section | None = None) -> Part:
    """A part whose lines all stand in one section."""
    view = View(text)
    lines, at = [], 0
    for words in view.text.split("\n"):
        if words.strip():
            first, last = view.trimmed(at, at + len(words))
            lines.append(Line(LineKind.BULLET, first, last, section=section))
        at += len(words) + 1
    return Part(view, tuple(lines))


def extras(text: str, section: Section | None = None) -> tuple[str | None, str | None]:
    bonus, equity = read_extras(part(text, section))
    return (bonus.value if bonus else None), (equity.value if equity else None)


@pytest.mark.parametrize(
    ("text", "bonus"),
    [
        (
            "You are eligible for an annual bonus based on company results.",
            "annual bonus based on company results",
        ),
        ("Salary plus a 15% target bonus", "15% target bonus"),
        ("Performance-based bonus program", "Performance-based bonus program"),
        ("You may also be offered a bonus, long-term incentives and benefits", "bonus"),
        ("Compensation includes a short-term incentive plan", "short-term incentive plan"),
        ("We offer variable pay on top", "variable pay"),
        ("Dazu kommt eine Erfolgsprämie zum Gehalt", "Erfolgsprämie"),
        ("Un accord d'intéressement et des tickets", "accord d'intéressement"),
        ("Salaire fixe et prime sur objectifs", "prime sur objectifs"),
        ("Referral bonus. Salary, commission and an annual bonus.", "annual bonus"),
        ("Pay parts such as a bonus are named later", "bonus"),
        ("Salary as well as potential discretionary bonuses", "potential discretionary bonuses"),
        ("A yearly ** bonus ** of up to 10% of pay", "yearly bonus of up to 10% of pay"),
    ],
)
def test_a_bonus_is_read(text: str, bonus: str) -> None:
    assert extras(text) == (bonus, None)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Sign-on bonus of $5,000", Section.BENEFIT),
        ("Employee referral bonus", Section.BENEFIT),
        ("Bonus points if you know Rust", Section.PREFERRED),
        ("Bonus: experience with Kafka", Section.PREFERRED),
        ("Knowledge of French is a bonus", Section.PREFERRED),
        ("Bonus", Section.PREFERRED),
        ("Rust counts as a bonus", Section.PREFERRED),
        ("Administer the bonus plans of the sales force", Section.RESPONSIBILITY),
        ("The range does not include bonus or benefits; salary only", None),
        ("We do not have bonuses, we pay a high salary", None),
        ("Amazon Prime, prime contractors and variable hours", None),
        ("Incentivise players of our casino with a welcome bonus", Section.RESPONSIBILITY),
    ],
)
def test_what_only_sounds_like_a_bonus_is_none(text: str, section: Section | None) -> None:
    assert extras(text, section) == (None, None)


@pytest.mark.parametrize(
    ("text", "equity"),
    [
        ("Competitive salary and stock options", "stock options"),
        ("Restricted stock units (RSUs) for everyone", "Restricted stock units (RSUs)"),
        ("There is, in addition, equity offered as options", "equity"),
        ("A generous equity package", "generous equity"),
        ("Equity packages for each of us", "Equity packages"),
        ("Base pay of $100,000 + equity + benefits", "equity"),
        ("Full-time employees are also eligible for equity", "equity"),
        ("Equity: 0.10% - 0.20%", "Equity: 0.10%"),
        ("Employee Stock Ownership Program", "Employee Stock Ownership Program"),
        ("Dazu eine Mitarbeiterbeteiligung", "Mitarbeiterbeteiligung"),
        ("Salaire et BSPCE", "BSPCE"),
        ("This position will also include equity. The salary depends on the town.", "equity"),
        ("Employees also receive equity.", "equity"),
        ("Benefits such as employee shares options and bread", "employee shares options"),
        ("Salary, variable bonus and/or stock bonus", "stock bonus"),
        ("You are eligible for grants of restricted stock units", "restricted stock units"),
        ("Honor Breads offers generous equity packages", "generous equity"),
        ("A generous ownership package and a competitive salary", "ownership package"),
        (
            "We offer many benefits, among them "
            + "free bread of every kind that we bake, " * 6
            + "and company equity",
            "company equity",
        ),
        ("Salary is set for internal equity. The package includes an equity grant.", "equity grant"),
    ],
)
def test_equity_is_read(text: str, equity: str) -> None:
    assert extras(text)[1] == equity


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("We value diversity, equity and inclusion and offer great benefits", None),
        ("Our commitment to pay equity, health equity and racial equity; benefits for all", None),
        ("Salaries keep internal equity in mind", None),
        ("A private equity firm with brand equity", None),
        ("Equity research, equity markets and equity derivatives", Section.RESPONSIBILITY),
        ("Trading stock options for our clients", Section.RESPONSIBILITY),
        ("You share knowledge and own the stock photos", Section.RESPONSIBILITY),
        ("The salary range is not inclusive of, nor does it include, equity", None),
        ("An elections office with an equity lens on pay", None),
        ("Equity Grade: 3", None),
        ("The pay does not include equity.", None),
        ("Our training includes equity and inclusion; good pay", None),
    ],
)
def test_another_equity_is_none(text: str, section: Section | None) -> None:
    assert extras(text, section)[1] is None


def test_the_text_goes_before_its_header() -> None:
    view = View("# Engineer\n💰 $150,000 + equity + bonus\n\nSalary with an annual bonus and stock options")
    bonus, equity = read_extras(Part(view, outline(view, 38), header_end=38))
    assert (bonus and bonus.raw, equity and equity.raw) == ("annual bonus", "stock options")


def test_a_header_counts_where_the_text_is_silent() -> None:
    view = View("# Engineer\n💰 $150,000 + equity + bonus\n\nWe make anvils.")
    bonus, equity = read_extras(Part(view, outline(view, 38), header_end=38))
    assert (bonus and bonus.raw, equity and equity.raw) == ("bonus", "equity")


PIECES = (
    "bonus",
    "equity",
    " annual ",
    "10% ",
    "stock options",
    " and ",
    "salary, ",
    "not ",
    "\n",
    "* ",
    "**",
    ": ",
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_spans_hold_on_any_text(text: str) -> None:
    view = View(text)
    for fact in read_extras(Part(view, outline(view))):
        if fact is not None:
            assert fact.span is not None
            assert text[fact.span.start : fact.span.end] == fact.raw


@pytest.mark.parametrize(
    "piece",
    [
        "bonus ",
        "annual ",
        "annual bonus based on ",
        "equity ",
        "equity and ",
        "stock ",
        "not bonus ",
        "10% ",
        "salary and ",
        "share",
        "variable ",
        "prämie",
        "a" * 20 + "prämie",
        "company ",
        "is a bonus ",
        "no equity ",
    ],
)
def test_no_text_makes_it_slow(piece: str) -> None:
    whole = part(piece * (100_000 // len(piece)))
    began = process_time()
    read_extras(whole)
    assert process_time() - began < 0.5  # seconds for 100 KB
