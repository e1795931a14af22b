"""Small files of every format, made in the test that reads them: no sample lies beside the tests."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

import openpyxl

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def paragraph(
    *runs: str,
    style: str = "",
    level: int | None = None,
    list_id: int = 1,
    bold: bool = False,
    inner: str = "",
) -> str:
    """Return a Word paragraph; `inner` is XML that stands after its runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbers = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        if level is not None
        else ""
    )
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = "".join(f'<w:r>{weight}<w:t xml:space="preserve">{escape(run)}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{named}{numbers}</w:pPr>{words}{inner}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a Word table whose cells are paragraphs as XML."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(
    *blocks: str, links: Mapping[str, str] | None = None, parts: Mapping[str, str] | None = None
) -> bytes:
    """Return a .docx: list 1 has bullets, list 2 has numbers; `links` are addresses by id."""
    level = '<w:lvl w:ilvl="{0}"><w:numFmt w:val="{1}"/></w:lvl>'
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(level.format(depth, form) for depth in range(3))
        + "</w:abstractNum>"
        for number, form in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Title", "Title"), ("Berschrift2", "heading 2"), ("ListBullet", "List Bullet"))
    )
    targets = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{escape(address)}"/>'
        for key, address in (links or {}).items()
    )
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="n" Type="{OFFICE}/numbering" Target="numbering.xml"/>{targets}</Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}">{lists}{numbers}</w:numbering>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{''.join(blocks)}</w:body></w:document>",
        **(parts or {}),
    })  # fmt: skip


def odt(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return an .odt; `body` is XML with the prefixes text, table, draw and xlink."""
    spaces = " ".join(
        f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw")
    )
    styles = (
        '<style:style style:name="Strong"><style:text-properties xmlns:fo="fo" fo:font-weight="bold"/>'
        "</style:style>"
        '<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" xmlns:n="n"'
        ' n:num-format="1"/></text:list-style>'
    )
    return zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": "<manifest/>",
        **(parts or {}),
    })  # fmt: skip


def xlsx(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def pdf(*pages: str) -> bytes:
    """Return a PDF whose pages are content streams; /F1 is Helvetica, /F2 is Times."""
    count = len(pages)
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    for number, stream in enumerate(pages):
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            f"/Contents {6 + 2 * number} 0 R>>"
        )
        objects.append(f"<</Length {len(stream.encode('cp1252'))}>>stream\n{stream}\nendstream")
    content = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    start = len(content)
    lines = "".join(f"{place:010} 00000 n \n" for place in places)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{lines}".encode()
    return content + f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF\n".encode()


def shown(words: str, x: float, y: float, *, font: str = "F1", size: int = 11) -> str:
    """Return PDF instructions that show words at a place of the page."""
    safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({safe}) Tj ET\n"


def lines(*words: str, top: float = 780) -> str:
    return "".join(shown(line, 60, top - 15 * number) for number, line in enumerate(words))
