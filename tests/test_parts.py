"""Texts in parts, as templates write them."""

import pytest
from django.template import Context, Template

WRITTEN = Template('{% load parts %}{{ parts|marked:"ins" }}')


def test_marked_parts_are_within_an_element_and_every_text_is_escaped() -> None:
    parts = [{"text": "a <b>"}, {"text": "& c", "marked": True}, {"text": "", "marked": False}]
    assert WRITTEN.render(Context({"parts": parts})) == "a &lt;b&gt;<ins>&amp; c</ins>"


def test_no_element_but_the_two_can_be_written() -> None:
    template = Template('{% load parts %}{{ parts|marked:"script" }}')
    with pytest.raises(ValueError, match="ins or mark"):
        template.render(Context({"parts": [{"text": "a"}]}))
