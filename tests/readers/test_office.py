"""Word and OpenDocument texts: every heading, bullet, number, row, link and text box, in reading order."""

import pytest

from postings.readers import Unreadable, read
from tests.readers.builders import docx, odt, paragraph, table, unzipped, zipped

P = paragraph


def text_of(content: bytes, name: str = "job.docx") -> str:
    (source,) = read(content, name)
    return source.text


LINK = '<w:hyperlink r:id="L1"><w:r><w:t>Apply here</w:t></w:r></w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText> HYPERLINK "https://b.example/2" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>our page</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
).format(P("Closing 1 May", level=0))
SDT = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([P("Baker", style="Title"), P("Duties", style="Berschrift2"), P("We bake.")],
         "# Baker\n\n## Duties\n\nWe bake."),
        ([P("Bake", level=0), P("at dawn", level=1), P("Sell", level=0)], "- Bake\n  - at dawn\n- Sell"),
        ([P(word, level=int(word == "hot"), list_id=2) for word in ("Mix", "Bake", "hot", "Sell")],
         "1. Mix\n2. Bake\n  1. hot\n3. Sell"),
        ([P("Bake", level=0, list_id=99), P("Sell", level=0, list_id=99)], "- Bake\n- Sell"),
        ([P("Bake", style="ListBullet"), P("Sell", style="ListBullet")], "- Bake\n- Sell"),
        ([P("Not a list", level=0, list_id=0)], "Not a list"),
        ([P("Your tasks", bold=True), P("Bake")], "**Your tasks**\n\nBake"),
        ([P("Ba", "ker ", "wanted")], "Baker wanted"),
        ([P("One", inner="<w:r><w:br/><w:t>2</w:t><w:tab/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r>")],
         "One\n2 3-4"),
        ([P("One", inner='<w:r><w:br w:type="page"/><w:t>Two</w:t></w:r>')], "One\n\nTwo"),
        ([P("See: ", inner=LINK)], "See: [Apply here](https://b.example/1)"),
        ([P("See ", inner=FIELD)], "See [our page](https://b.example/2)"),
        ([P("Box:", inner=BOX)], "Box:\n\n- Closing 1 May"),
        ([SDT.format(P("Baker"))], "Baker"),
        ([P("One", inner=SDT.format("<w:r><w:t> two</w:t></w:r>"))], "One two"),
        ([P("Keep", inner="<w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del>")], "Keep"),
        ([P("Keep", inner="<w:ins><w:r><w:t> this</w:t></w:r></w:ins>")], "Keep this"),
        ([P("Seen", inner="<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>")], "Seen"),
        ([P("", inner='<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>Bake</w:t></w:r>')], "• Bake"),
        ([table([[P("Pay"), P("£14")], [P("Hours:"), P("40")]])], "Pay: £14\nHours: 40"),
        ([table([[P("a"), P("b"), P("c")], [P("1"), P("2"), P("3")]])], "a | b | c\n1 | 2 | 3"),
        ([table([[P("Duties"), P("Bake", level=0) + P("Sell", level=0)]])], "Duties:\n\n- Bake\n- Sell"),
        ([table([[table([[P("in"), P("side")]]) + P("out")]])], "in: side\n\nout"),
    ],
)  # fmt: skip
def test_a_word_document_keeps_its_shape(blocks: list[str], text: str) -> None:
    assert text_of(docx(*blocks, links={"L1": "https://b.example/1"})) == text


TEXT = '<text:{0} xmlns:x="x">{1}</text:{0}>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<text:h text:outline-level="2">Duties</text:h><text:p>We bake.</text:p>', "## Duties\n\nWe bake."),
        ("<text:list><text:list-item><text:p>Bake</text:p><text:list><text:list-item><text:p>at dawn</text:p>"
         "</text:list-item></text:list></text:list-item><text:list-item><text:p>Sell</text:p><text:p>all</text:p>"
         "</text:list-item></text:list>", "- Bake\n  - at dawn\n- Sell\n  all"),
        ('<text:list text:style-name="Numbers"><text:list-item><text:p>Mix</text:p></text:list-item>'
         "<text:list-item><text:p>Bake</text:p></text:list-item></text:list>", "1. Mix\n2. Bake"),
        ('<text:p text:style-name="Strong">Tasks</text:p><text:p>Bake '
         '<text:span text:style-name="Strong">bread</text:span></text:p>', "**Tasks**\n\nBake bread"),
        ('<text:p>See <text:a xlink:href="https://b.example/1">here</text:a><text:line-break/>A'
         '<text:s text:c="3"/>B<text:tab/>C</text:p>', "See [here](https://b.example/1)\nA B C"),
        ("<table:table><table:table-row><table:table-cell><text:p>Pay</text:p></table:table-cell><table:table-cell>"
         "<text:p>£14</text:p></table:table-cell></table:table-row></table:table>", "Pay: £14"),
        ("<text:p>Box<draw:frame><draw:text-box><text:p>Closing</text:p></draw:text-box></draw:frame></text:p>",
         "Box\n\nClosing"),
        ("<text:p>Kept<office:annotation><text:p>note</text:p></office:annotation></text:p>", "Kept"),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:section><text:p>Kept</text:p>"
         "</text:section>", "Kept"),
    ],
)  # fmt: skip
def test_an_opendocument_text_keeps_its_shape(body: str, text: str) -> None:
    assert text_of(odt(body), "job.odt") == text


DOCTYPE = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


def with_doctype(content: bytes, part: str, encoding: str = "utf-8") -> bytes:
    parts = unzipped(content)
    xml = parts[part].decode()
    parts[part] = f'<?xml version="1.0" encoding="{encoding}"?>{DOCTYPE}{xml}'.encode(encoding)
    return zipped(parts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "word/numbering.xml"]
)
def test_a_document_type_in_any_part_is_refused(part: str, encoding: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(with_doctype(docx(P("A baker is wanted.")), part, encoding), "job.docx")
    assert caught.value.code == "doctype"


def test_an_encoding_that_would_hide_a_document_type_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read(with_doctype(docx(P("A baker is wanted.")), "word/document.xml", "cp037"))
    assert caught.value.code == "truncated"


def test_a_document_type_in_an_opendocument_text_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        read(with_doctype(odt("<text:p>A baker.</text:p>"), "content.xml"))
    assert caught.value.code == "doctype"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (docx(), "empty"),
        (docx(P("  ")), "empty"),
        (odt(""), "empty"),
        (docx(P("A baker."))[:-200], "truncated"),
        (docx(P("A baker."), parts={"word/document.xml": "<w:document"}), "truncated"),
        (docx(P("A baker."), parts={"_rels/.rels": "<r/>", "word/document.xml": ""}), "truncated"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/other.xml": "<a/>"}), "truncated"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "truncated"),
        (
            odt("<text:p>x</text:p>", parts={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
            "encrypted",
        ),
    ],
)
def test_what_has_no_text_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(content)
    assert caught.value.code == code
