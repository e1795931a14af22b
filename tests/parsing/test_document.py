"""Whole documents: parts, kinds, repairs; and what must hold for any text at all."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.facts import Fact
from postings.facts_json import facts_from_json, facts_to_json
from postings.parsing.reading import Document, read_document

BAKER = """# Night Baker

## Responsibilities
- Bake a hundred loaves before the shop opens at six
- Keep the ovens clean

## Requirements
- Two years of experience in a bakery of some size
- Patience
"""
COOK = BAKER.replace("Night Baker", "Head Cook").replace("loaves", "soups").replace("ovens", "pots")


def spans_that_break(document: Document) -> list[str]:
    return [path for path, span, raw in _evidence(document) if document.text[span.start : span.end] != raw]


def _evidence(document: Document) -> Iterator[tuple[str, Any, str]]:
    for facts in document.postings:
        for name in facts.__dataclass_fields__:
            said = getattr(facts, name)
            for one in said if isinstance(said, tuple) else (said,):
                if isinstance(one, Fact) and one.span is not None:
                    yield name, one.span, one.raw
        for finding in facts.findings:
            if finding.span is not None:
                yield finding.rule, finding.span, finding.raw


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"{BAKER}\n___________\n\n{COOK}", ["Night Baker", "Head Cook"]),
        (f"{BAKER}\n---\n\n{BAKER.replace('Patience', 'Location: Whitby')}", ["Night Baker", "Night Baker"]),
        (f"{BAKER}\n---\n\nWe are an equal opportunity employer.", ["Night Baker"]),
        (f"{BAKER}\n___________\n\n{BAKER}", ["Night Baker"]),
        (BAKER.replace("## Req", "---\n\n## Req"), ["Night Baker"]),
    ],
    ids=[
        "two roles",
        "one role in two places",
        "a rule above a notice",
        "printed twice",
        "a rule between lists",
    ],
)
def test_a_document_holds_as_many_postings_as_begin_in_it(text: str, titles: list[str]) -> None:
    assert [facts.title and facts.title.value for facts in read_document(text).postings] == titles


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (BAKER, "posting"),
        ("The council approved the annual budget.\nThe ferry was late.\n", "other"),
        (
            "The role of a Baker is older than towns.\nCareer Path\n- From apprentice to master\n"
            "Salary Ranges (2024)\n"
            "- Average annual salary: $40,000\nIndustry Trends\n- Sourdough\nRequirements\n- Patience\n",
            "guide",
        ),
    ],
)
def test_the_kind_of_a_text(text: str, kind: str) -> None:
    assert [facts.kind.value for facts in read_document(text).postings] == [kind]


@pytest.mark.parametrize(
    ("text", "repaired", "repairs"),
    [
        ("itâ€™s ours \u2013 ok", "it\u2019s ours \u2013 ok", ("mojibake",)),
        ("São Paulo, Ação, crème brûlée \u2019", "São Paulo, Ação, crème brûlée \u2019", ()),
        ("a\r\nb\rc", "a\nb\nc", ()),
        ("a\x00b", "a b", ("control_characters",)),
    ],
)
def test_only_damage_is_repaired(text: str, repaired: str, repairs: tuple[str, ...]) -> None:
    document = read_document(text)
    assert (document.text, document.repairs) == (repaired, repairs)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                *(
                    "# Night Baker",
                    "Requirements:",
                    "- 5+ years of C++",
                    "**Pay:** $30k - $40k",
                    "[Insert name]",
                    "---",
                ),
                *(
                    "Location: Leeds, UK",
                    "We are Acme Ltd.",
                    "* Bachelor's or Master's",
                    "Apply: https://a.example/apply",
                ),
                *(
                    "Remote (US)",
                    "___________",
                    "✔️ Python",
                    "€45.000 – €60.000 pro Jahr",
                    "&amp;<br>",
                    "&#x1F600;",
                ),
            ]
        ),
    ),
    max_size=30,
)


@given(LINES)
def test_whatever_the_text_spans_hold_and_facts_survive_json(lines: list[str]) -> None:
    document = read_document("\n".join(lines))
    assert spans_that_break(document) == []
    assert [facts_from_json(facts_to_json(facts)) for facts in document.postings] == list(document.postings)
    assert read_document("\n".join(lines)) == document


HOSTILE = {
    **{
        f"{sign!r} alone": sign * 100_000
        for sign in ("*", "_", "[", "(", "<", "&", "#", " ", "\n", "-", "A", "\u200b")
    },
    "links": "[a](" * 25_000,
    "labels": "Location: " * 10_000,
    "sums": "$100,000 - " * 9_000,
    "years": "5 to 10 " * 12_000,
    "names": "Acme Ltd and " * 7_500,
    "sentences": "At Acme we are looking for a remote Baker in Leeds. " * 2_000,
    "bullets": "- a\n" * 25_000,
    "headings": "Requirements:\n" * 7_000,
    "one line of words": "experience with remote hybrid degree " * 2_700,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_length_whatever_the_text(name: str) -> None:
    started = time.process_time()
    document = read_document(HOSTILE[name])
    assert spans_that_break(document) == []
    assert time.process_time() - started < 10


def test_a_label_without_a_title_behind_it_begins_no_posting() -> None:
    text = f"{BAKER}\n\nPosition: ★\n\nRole: **\n\n{BAKER}"
    assert len(read_document(text).postings) == 1
