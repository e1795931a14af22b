"""Damaged files: cut, flipped, spliced, doubled. Each gives a Source, or a Refused with its reason."""

import random
from collections.abc import Callable, Iterator

import pytest

from postings.readers import Confined, Refused, Source
from tests.readers.builders import docx, lines, odt, paragraph, pdf, shown, table, unzipped, xlsx, zipped

PAGE = """<html><head><script type="application/ld+json">{"@type": "JobPosting", "title": "Baker",
"description": "<p>You bake bread for a town.</p>"}</script></head><body><h1>Baker</h1><table><tr><td>Pay<td>
<ul><li>£14<li>tips</ul></table><p>You <b>bake</b> <a href="https://b.example">bread</a>.</p></body></html>"""
SAMPLES = {
    "txt": "Baker wanted – “early riser”\nYou bake 40 loaves a day.\n".encode("cp1252") * 5,
    "utf16.txt": ("Baker wanted\n- bakes\n" * 10).encode("utf-16"),
    "html": PAGE.encode(),
    "json": b'{"jobs": [{"title": "Baker", "absolute_url": "https://b.example/1",'
    b' "content": "&lt;p&gt;You bake.", "location": {"name": "Leeds"}},'
    b' {"title": "Cook", "description": "You cook.", "salary": {"min": 3}}]}',
    "jsonl": b'{"title": "Baker", "description": "You bake."}\n' * 4,
    "csv": b'title,city,description\nBaker,Leeds,"You bake\nbread."\nCook,York,You <b>cook</b> soup.<br>\n',
    "rtf": rb"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset2 S;}}{\b Duty}\par{\pntext\f1\'B7\tab}Bake\u8226?\par"
    rb'{\field{\*\fldinst{HYPERLINK "https://b.example"}}{\fldrslt x}}\trowd a\cell b\cell\row}',
    "docx": docx(
        paragraph("Baker", style="Title"),
        paragraph("Bake", level=0),
        paragraph("Sell", level=1, list_id=2),
        table([[paragraph("Pay"), paragraph("£14")]]),
        paragraph("Apply", inner='<w:hyperlink r:id="L"><w:r><w:t>here</w:t></w:r></w:hyperlink>'),
        links={"L": "https://b.example"},
    ),
    "odt": odt('<text:h text:outline-level="1">Baker</text:h><text:list><text:list-item><text:p>Bake</text:p>'
               "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Pay</text:p>"
               "</table:table-cell></table:table-row></table:table>"),
    "xlsx": xlsx(Jobs=[["title", "description", "salary"], ["Baker", "Bread.", 14.5], ["Cook", "Soup"]]),
    "pdf": pdf(lines("Baker", "• bakes bread", "• sells cake"), shown("2/2", 300, 20) + lines("More of it")),
    "zip": zipped({"a.txt": "A baker.", "b/c.docx": docx(paragraph("A cook.")), "d.csv": "title,text\nA,B"}),
}  # fmt: skip
PACKED = {"docx", "odt", "xlsx", "zip"}
TOKENS = (
    b"\0",
    b"<",
    b">",
    b"{",
    b"}",
    b'"',
    b"\\",
    b"-1",
    b"99999999999",
    b"obj",
    b"]]>",
    b"&#0;",
    b"%",
    b"\xff\xfe",
)
FAULTS = {
    "empty", "not_text", "too_large", "bomb", "truncated", "damaged", "doctype", "encrypted", "encrypted_pdf",
    "pdf_without_text", "unsupported", "nested_zip", "csv_columns", "no_description",
}  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        other = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0:
                del data[at:]
            case 1:
                for _ in range(8):
                    if data:
                        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            case 2:
                data[at:at] = data[min(at, other) : max(at, other)]
            case 3:
                del data[at : at + chance.randrange(60)]
            case 4:
                data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 3, 300))
            case _:
                data[at : at + 20] = data[other : other + chance.randrange(40)]
    return bytes(data)


def damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Return a whole ZIP one of whose parts is damaged: else no reader would get to see the damage."""
    parts = unzipped(content)
    name = chance.choice(sorted(parts))
    parts[name] = damaged(parts[name], chance)
    return zipped(parts)


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    with Confined() as confined:
        yield confined


@pytest.mark.parametrize("kind", SAMPLES)
def test_every_sample_is_read_whole(kind: str, confined: Confined) -> None:
    assert all(isinstance(one, Source) for one in confined.read_each(SAMPLES[kind], f"job.{kind}"))


@pytest.mark.parametrize("kind", SAMPLES)
def test_damage_is_read_around_or_told(kind: str, confined: Confined, campaign: Callable[..., int]) -> None:
    for seed in range(campaign(sample=30, full=300)):
        chance = random.Random(f"{kind} {seed}")  # noqa: S311
        inside = kind in PACKED and seed % 3
        content = (damaged_inside if inside else damaged)(SAMPLES[kind], chance)
        name = chance.choice((f"job.{kind}", "job", "job.pdf"))
        outcomes = list(confined.read_each(content, name))
        assert outcomes, seed
        for one in outcomes:
            if isinstance(one, Refused):
                assert one.code in FAULTS, (seed, one)
                assert one.message.endswith("."), (seed, one)
            else:
                assert_whole(one, seed)


def assert_whole(source: Source, seed: int) -> None:
    assert source.text.strip(), seed
    assert not set(source.text) & set("\0\r\ufeff"), seed
    assert 0 <= source.declared <= len(source.text), seed
    assert source.text.encode("utf-8"), seed
