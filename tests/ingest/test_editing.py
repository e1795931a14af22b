"""What a person makes of a reading: left alone it stays, changed it is edited, emptied it is gone."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from postings.facts import Fact, Finding, Item, Location, Pay, PostingFacts, SkillUse, Span, Years
from postings.ingest import FactsRefused, edited
from postings.ingest.editing import LISTED, SINGLE, Edit, ItemEdit, Row, SkillEdit
from postings.vocabulary import EmploymentType, Kind, Level, Period, Section, Severity, State, Strength

TEXT = "Baker\nLeeds, GBP 30,000 a year\nVisa: [yes/no]\n- Two years of baking\n- Rye is a plus\n"
FACTS = PostingFacts(
    title=Fact("Baker", span=Span(0, 5), raw="Baker"),
    level=Fact(Level.SENIOR, State.CONFLICTING),
    visa_sponsorship=Fact(None, State.PLACEHOLDER, Span(38, 46), "[yes/no]"),
    locations=(Fact(Location("Leeds", "Leeds", "", "GB"), span=Span(6, 11), raw="Leeds"),),
    employment_types=(Fact(EmploymentType.FULL_TIME),),
    pay=(Fact(Pay(Decimal(30_000), None, "GBP", Period.YEAR)),),
    experience_years=Fact(Years(Decimal(2))),
    items=(
        Item(Section.REQUIRED, "Two years of baking", Span(49, 68), skills=("baking",)),
        Item(Section.REQUIRED, "Rye is a plus", Span(70, 83)),
    ),
    skills=(SkillUse("baking", "Baking", Strength.REQUIRED),),
    findings=(
        Finding("placeholder", Severity.ERROR, "A blank", Span(38, 46), "[yes/no]"),
        Finding("pay_disagrees", Severity.WARNING, "Two figures"),
    ),
)


def unchanged() -> Edit:
    return Edit(
        kind=FACTS.kind,
        values={name: fact.value if (fact := getattr(FACTS, name)) else None for name in SINGLE},
        rows={name: [Row(n, fact.value) for n, fact in enumerate(getattr(FACTS, name))] for name in LISTED},
        items=[ItemEdit(n, item.section, item.text) for n, item in enumerate(FACTS.items)],
        skills=[SkillEdit(use.slug, use.name, use.strength) for use in FACTS.skills],
    )


def after(**changes: Any) -> PostingFacts:
    edit = unchanged()
    values = {**edit.values, **changes.pop("values", {})}
    rows = {**edit.rows, **changes.pop("rows", {})}
    return edited(FACTS, replace(edit, values=values, rows=rows, **changes), TEXT)


def test_what_is_left_as_it_is_changes_nothing() -> None:
    assert after() == FACTS


def test_a_changed_value_is_edited_and_keeps_its_words() -> None:
    assert after(values={"title": "Head baker"}).title == Fact(
        "Head baker", State.EDITED, Span(0, 5), "Baker"
    )


def test_an_emptied_value_is_not_stated() -> None:
    assert after(values={"title": None}).title is None


def test_a_value_that_was_not_stated_is_edited_without_words() -> None:
    assert after(values={"grade": "B2"}).grade == Fact("B2", State.EDITED)


def test_a_doubtful_value_stays_doubtful_until_somebody_confirms_it() -> None:
    assert after().level == FACTS.level
    assert after(confirmed=frozenset({"level"})).level == Fact(Level.SENIOR, State.EDITED)


def test_a_blank_stays_a_blank_until_it_is_filled_and_its_finding_goes_with_it() -> None:
    assert after().visa_sponsorship == FACTS.visa_sponsorship
    filled = after(values={"visa_sponsorship": "no"})
    assert filled.visa_sponsorship == Fact("no", State.EDITED, Span(38, 46), "[yes/no]")
    assert [finding.rule for finding in filled.findings] == ["pay_disagrees"]
    confirmed = after(confirmed=frozenset({"visa_sponsorship"}))
    assert confirmed.visa_sponsorship is None
    assert [finding.rule for finding in confirmed.findings] == ["pay_disagrees"]


def test_a_settled_finding_goes() -> None:
    assert [finding.rule for finding in after(settled=frozenset({1})).findings] == ["placeholder"]


def test_rows_are_changed_removed_and_added() -> None:
    york = Location("York", "York", "", "GB")
    assert after(rows={"locations": [Row(0, york)]}).locations == (
        Fact(york, State.EDITED, Span(6, 11), "Leeds"),
    )
    assert after(rows={"locations": []}).locations == ()
    leeds = FACTS.locations[0]
    added = after(rows={"locations": [Row(0, leeds.value), Row(None, york)]}).locations
    assert added == (leeds, Fact(york, State.EDITED))


def test_one_of_several_is_confirmed_as_it_is_and_the_others_stay_in_doubt() -> None:
    leeds = Fact(Location("Leeds", "Leeds", "", "GB"), State.CONFLICTING, Span(6, 11), "Leeds")
    york = Fact(Location("York", "York", "", "GB"), State.CONFLICTING)
    rows = {"locations": [Row(0, leeds.value, confirmed=True), Row(1, york.value)]}
    after = edited(replace(FACTS, locations=(leeds, york)), replace(unchanged(), rows=rows), TEXT)
    assert after.locations == (replace(leeds, state=State.EDITED), york)


def test_what_is_in_no_doubt_needs_no_confirming_and_stays_as_it_was_read() -> None:
    leeds = FACTS.locations[0]
    assert after(rows={"locations": [Row(0, leeds.value, confirmed=True)]}).locations == (leeds,)


def test_a_blank_among_several_stays_until_a_row_fills_it() -> None:
    blank: Fact[Any] = Fact(None, State.PLACEHOLDER, Span(6, 11), "Leeds")
    facts = replace(FACTS, locations=(blank,))
    edit = replace(unchanged(), rows={})
    assert edited(facts, edit, TEXT).locations == (blank,)
    york = Location("York", "York", "", "GB")
    filled = edited(facts, replace(edit, rows={"locations": [Row(None, york)]}), TEXT)
    assert filled.locations == (Fact(york, State.EDITED),)


def test_an_item_moves_and_keeps_its_place_in_the_text() -> None:
    items = after(
        items=[ItemEdit(0, Section.REQUIRED, "Two years of baking"), ItemEdit(1, Section.PREFERRED, "Rye")]
    ).items
    assert items[1] == Item(Section.PREFERRED, "Rye", Span(70, 83))


def test_a_new_item_is_found_in_the_text_or_refused() -> None:
    added = after(items=[ItemEdit(None, Section.PREFERRED, "Rye is a plus")]).items
    assert added == (Item(Section.PREFERRED, "Rye is a plus", Span(70, 83)),)
    with pytest.raises(FactsRefused, match="“Juggling” does not stand in the text"):
        after(items=[ItemEdit(None, Section.PREFERRED, "Juggling")])


def test_a_skill_that_goes_leaves_the_items_too() -> None:
    facts = after(skills=[SkillEdit("rye", "Rye", Strength.PREFERRED)])
    assert facts.skills == (SkillUse("rye", "Rye", Strength.PREFERRED),)
    assert facts.items[0].skills == ()


def test_another_kind_settles_what_spoke_against_it() -> None:
    other = replace(
        FACTS, kind=Kind.OTHER, findings=(Finding("not_a_job", Severity.WARNING, "No job", None),)
    )
    assert edited(other, replace(unchanged(), kind=Kind.GUIDE), TEXT).findings == ()
