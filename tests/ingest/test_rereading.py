"""A document is read again: what is seen anew is a draft, and what people have changed stays changed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from postings.facts import Fact, Finding, Item, Location, Pay, PostingFacts, SkillUse, Span
from postings.ingest import (
    Incoming,
    Refused,
    draft_of,
    publish_draft,
    read_again,
    receive,
    rereadings,
    save_draft,
    store_document,
    store_rereading,
)
from postings.ingest.reading import Reading
from postings.ingest.rereading import LOST, reread
from postings.ingest.work import work_once
from postings.models import Batch, Document, Posting
from postings.parsing.reading import read_postings
from postings.vocabulary import Kind, Level, Period, Section, Severity, State, Strength

TEXT = "Baker in Leeds\n- Two years of baking\n- Rye is a plus\n"
READ = PostingFacts(
    title=Fact("Baker in Leeds", span=Span(0, 14), raw="Baker in Leeds"),
    level=Fact(Level.SENIOR),
    locations=(Fact(Location("Leeds"), span=Span(9, 14), raw="Leeds"),),
    items=(
        Item(Section.REQUIRED, "Two years of baking", Span(17, 36), skills=("baking",)),
        Item(Section.REQUIRED, "Rye is a plus", Span(39, 52)),
    ),
    skills=(SkillUse("baking", "Baking", Strength.REQUIRED), SkillUse("rye", "Rye", Strength.REQUIRED)),
    findings=(Finding("pay", Severity.WARNING, "Two figures", raw="x"),),
)
FRESH_TEXT = "# " + TEXT
FRESH = replace(
    READ,
    title=Fact("Baker", span=Span(2, 7), raw="Baker"),
    level=None,
    grade=Fact("B2"),
    items=tuple(replace(item, span=Span(item.span.start + 2, item.span.end + 2)) for item in READ.items),
)


def again(now: PostingFacts, fresh: PostingFacts = FRESH, text: str = FRESH_TEXT) -> PostingFacts:
    return reread(READ, now, fresh, text)


def test_without_edits_the_fresh_reading_is_taken() -> None:
    assert again(READ) == FRESH


def test_an_edited_fact_stays_and_its_words_are_found_where_they_stand_now() -> None:
    edit = Fact("Head baker", State.EDITED, Span(0, 5), "Baker")
    merged = again(replace(READ, title=edit))
    assert merged.title == Fact("Head baker", State.EDITED, Span(2, 7), "Baker")
    assert merged.grade == Fact("B2")


def test_an_edit_whose_words_are_gone_stays_and_a_finding_says_so() -> None:
    edit = Fact("Head baker", State.EDITED, Span(0, 5), "Baker")
    merged = again(replace(READ, title=edit), text="Nothing of it\n")
    assert merged.title == Fact("Head baker", State.EDITED, None, "Baker")
    assert [finding.rule for finding in merged.findings] == ["pay", LOST]


def test_what_was_emptied_stays_empty() -> None:
    assert again(replace(READ, title=None, locations=())).title is None
    assert again(replace(READ, title=None, locations=())).locations == ()


def test_a_changed_list_stays_as_it_was_changed() -> None:
    pay = (Fact(Pay(Decimal(1), None, "GBP", Period.HOUR), State.EDITED),)
    assert again(replace(READ, pay=pay)).pay == pay


def test_items_are_moved_reworded_taken_out_and_added_again() -> None:
    moved = replace(READ.items[1], section=Section.PREFERRED, text="Rye")
    added = Item(Section.OTHER, "Baker in Leeds", Span(0, 14))
    merged = again(replace(READ, items=(moved, added)))
    assert merged.items == (
        Item(Section.PREFERRED, "Rye", Span(41, 54)),
        Item(Section.OTHER, "Baker in Leeds", Span(2, 16)),
    )


def test_skills_are_taken_out_added_and_weighed_again() -> None:
    now = (SkillUse("rye", "Rye", Strength.PREFERRED), SkillUse("wheat", "Wheat", Strength.REQUIRED))
    merged = again(replace(READ, skills=now))
    assert merged.skills == now
    assert merged.items[0].skills == ()


def test_a_settled_finding_stays_settled_and_a_kind_stays_said() -> None:
    merged = again(replace(READ, findings=(), kind=Kind.GUIDE))
    assert (merged.findings, merged.kind) == ((), Kind.GUIDE)


# --- Stored -------------------------------------------------------------------------------------------


@pytest.fixture
def document(db: None) -> Document:
    receive(batch=Batch.objects.create(name="Batch"), files=[Incoming("baker.txt", BAKER.encode())])
    work_once()
    return Document.objects.get()


BAKER = "Baker\n\nCompany: Acme\n\nRequirements\n- Two years of baking\n"


def read_as(text: str) -> Reading:
    """Return what another parser would have made of it: its text is not quite the one from before."""
    return Reading(text, read_postings(text), "2.0", (), "text/plain", 1)


def test_reading_again_changes_nothing_where_nothing_is_new(document: Document) -> None:
    assert store_rereading(document=document, reading=read_again(document)) == 0
    assert document.runs.count() == 2


def test_a_published_posting_keeps_its_words_until_the_new_draft_is_published(document: Document) -> None:
    posting = publish_draft(posting=Posting.objects.get(), expected_revision=0)
    old = posting.run
    assert store_rereading(document=document, reading=read_as("\n\n" + BAKER + "- Rye bread\n")) == 1
    posting.refresh_from_db()
    document.refresh_from_db()
    assert (posting.state, posting.run, document.state) == ("published", old, "needs_review")
    assert [item.text for item in draft_of(posting).items] == ["Two years of baking", "Rye bread"]
    assert posting.review_run.parser_version == "2.0"
    posting = publish_draft(posting=posting, expected_revision=1)
    assert (posting.run.parser_version, posting.draft_run, posting.revision) == ("2.0", None, 2)


def test_edits_of_a_draft_survive(document: Document) -> None:
    posting = Posting.objects.get()
    facts = replace(draft_of(posting), title=Fact("Head baker", State.EDITED, Span(0, 5), "Baker"))
    save_draft(posting=posting, facts=facts, expected_revision=0)
    store_rereading(document=document, reading=read_as("\n" + BAKER))
    posting.refresh_from_db()
    assert draft_of(posting).title == Fact("Head baker", State.EDITED, Span(1, 6), "Baker")
    store_rereading(document=document, reading=read_as(BAKER))
    posting.refresh_from_db()
    assert draft_of(posting).title == Fact("Head baker", State.EDITED, Span(0, 5), "Baker")


def test_a_posting_that_was_not_found_before_is_a_draft_of_its_own(document: Document) -> None:
    baker = BAKER + "- Three years of working with people who come for bread before the town is awake\n"
    two = f"{baker}\n_____________________\n\n{baker.replace('Baker', 'Cook').replace('bread', 'soup')}"
    reading = read_as(two)
    assert len(reading.readings) == 2
    found = rereadings(document, reading)
    assert [(one.posting is None, one.before is None) for one in found] == [(False, False), (True, True)]
    store_rereading(document=document, reading=reading)
    assert sorted(Posting.objects.values_list("part", "title")) == [(1, "Baker"), (2, "Cook")]
    assert store_rereading(document=document, reading=read_as(BAKER)) == 1
    assert Posting.objects.count() == 2  # the one that is not found any more stays


def test_what_was_never_read_is_not_read_again(db: None) -> None:
    document = store_document(content=b"Baker", file_name="baker.txt").document
    with pytest.raises(Refused, match="is queued: there is nothing to read again"):
        read_again(document)
