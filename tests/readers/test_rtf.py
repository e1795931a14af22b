"""RTF: words in the encodings of their fonts, bullets of every writer, bold lines, links and tables."""

import pytest

from postings.readers import Unreadable, read


def text_of(body: str) -> str:
    fonts = r"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset2 Symbol;}}"
    (source,) = read(
        b"{\\rtf1\\ansi\\ansicpg1252" + fonts.encode() + body.encode("latin-1") + b"}", "job.rtf"
    )
    assert source.media_type == "application/rtf"
    return source.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard A baker\par is \b wanted\b0 .\par", "A baker\n\nis wanted."),
        (r"{\b Duties}\par Bake\line Sell\tab all\par", "**Duties**\n\nBake\nSell all"),
        (r"{\pntext\f2\'B7\tab}Bake\par{\pntext\f2\'B7\tab}Sell\par", "- Bake\n- Sell"),
        (r"{\listtext\f0 1.\tab}\ilvl0 Mix\par{\listtext\f0 2.\tab}Bake\par", "1. Mix\n2. Bake"),
        (r"{\listtext\'b7\tab}Bake\par\pard\ilvl1{\listtext o\tab}at dawn\par", "- Bake\n  - at dawn"),
        (r"\outlinelevel1 Duties\par\pard We bake.\par", "## Duties\n\nWe bake."),
        (r"Caf\'e9 \u8211?\u-10179?\u-8704? \emdash  \ldblquote x\rdblquote\par", "Café –😀 — “x”"),
        (r"\uc2\u8226\'95\'20Bake\par", "•Bake"),
        (r"\f1\'cf\'e5\'ea\'e0\'f0\'fc\par", "Пекарь"),
        (r'{\field{\*\fldinst{HYPERLINK "https://b.example/1"}}{\fldrslt{Apply}}} now\par',
         "[Apply](https://b.example/1) now"),
        (r"\trowd\intbl Pay\cell\intbl 14\cell\row\pard After\par", "Pay: 14\n\nAfter"),
        (r"{\*\generator Writer;}{\info{\title no}}{\header no\par}{\pict abc}Seen{\v hidden}\par", "Seen"),
        (r"\{braces\} \\ \~x\par", r"{braces} \ x"),
        (r"{\pict\bin5 }}{{}}Seen\par", "Seen"),
    ],
)  # fmt: skip
def test_an_rtf_text_keeps_its_shape(body: str, text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize("body", ["", r"{\info nothing}", r"{\v hidden}"])
def test_an_rtf_file_without_words_is_empty(body: str) -> None:
    with pytest.raises(Unreadable) as caught:
        text_of(body)
    assert caught.value.code == "empty"


def test_groups_that_nest_without_end_are_read() -> None:
    assert text_of("{" * 50_000 + "A baker.") == "A baker."
