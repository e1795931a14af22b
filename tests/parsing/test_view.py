"""Words without markup, and the way back from them to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.parsing.view import View

MARKED = st.text(alphabet=st.sampled_from("ab C9*_`#[]()<>&;\\\n\u200b\u00a0ﬁ–’/.:!~"), max_size=200)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**Pay:** £30,000", "Pay: £30,000"),
        ("_Remote_ and `hybrid`", "Remote and hybrid"),
        ("5\\+ years of C\\#", "5+ years of C#"),
        ("snake_case and 2 * 3 stay", "snake_case and 2 * 3 stay"),
        ("* a bullet keeps its star", "* a bullet keeps its star"),
        ("See [our **site**](https://a.example/x_(y)) now", "See our site now"),
        ("![logo](https://a.example/l.png)Baker", "Baker"),
        ("R&amp;D<br>Leeds", "R&D\nLeeds"),
        ("of\ufb01ce", "office"),
        ("\u201cquick\u201d \u2013 it\u2019s\u00a0so", '"quick" - it\'s so'),
        ("if a < b and c > d", "if a < b and c > d"),
    ],
)
def test_markup_goes_and_words_stay(source: str, text: str) -> None:
    assert View(source).text == text


def test_what_is_found_is_raised_with_the_marks_that_stand_in_it() -> None:
    view = View("Pay: **$100,000** \\- **$120,000** a year")
    start = view.text.index("$100")
    fact = view.fact("band", start, view.text.index(" a year"))
    assert fact.raw == "$100,000** \\- **$120,000"


def test_links_keep_their_addresses() -> None:
    view = View("Baker. [Apply](https://a.example/apply) or <https://b.example>")
    assert [(view.text[link.start : link.end], link.url) for link in view.links] == [
        ("Apply", "https://a.example/apply"),
        ("https://b.example", "https://b.example"),
    ]


@given(MARKED)
def test_every_stretch_of_words_has_its_place_in_the_source(source: str) -> None:
    view = View(source)
    assert len(view.text) == len(view.words) == len(view.lower)
    for start in range(len(view.text)):
        span = view.span(start, start + 1)
        assert 0 <= span.start < span.end <= len(source)
    if view.text:
        assert view.raw(0, len(view.text)) in source


@given(MARKED, st.integers(0, 50), st.integers(0, 50))
def test_a_part_knows_only_its_own_stretch(source: str, before: int, after: int) -> None:
    start, end = min(before, len(source)), max(0, len(source) - after)
    view = View(source, start, max(start, end))
    for index in range(len(view.text)):
        assert start <= view.span(index, index + 1).start < max(start, end)
