"""What a workbook has around its sheets: names of sheets in, the parts that say what the others are out."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
PART = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DEFAULTS = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
)

BOLD, DAY, MOMENT, WRAPPED = 1, 2, 3, 4  # places among the cellXfs
PLAIN = 'borderId="0" fillId="0" xfId="0"'
STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">
<numFmts count="2">
<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/>
</numFmts>
<fonts count="2">
<font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>
</fonts>
<fills count="2">
<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
</fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5">
<xf numFmtId="0" fontId="0" {PLAIN}/>
<xf numFmtId="0" fontId="1" {PLAIN} applyFont="1"/>
<xf numFmtId="164" fontId="0" {PLAIN} applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" {PLAIN} applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" {PLAIN} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


def frame(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each part, for sheets of these names that are written already."""
    files = [f"worksheets/sheet{number}.xml" for number in range(1, len(names) + 1)]
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    yield (
        "xl/workbook.xml",
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
    )
    related = [*(("worksheet", file) for file in files), ("styles", "styles.xml")]
    yield "xl/_rels/workbook.xml.rels", _relations(related)
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    yield "xl/styles.xml", STYLES
    parts = [
        ("workbook.xml", "sheet.main"),
        ("styles.xml", "styles"),
        *((file, "worksheet") for file in files),
    ]
    told = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{PART}.{kind}+xml"/>' for name, kind in parts
    )
    yield "[Content_Types].xml", f'{HEAD}<Types xmlns="{TYPES}">{DEFAULTS}{told}</Types>'


def _relations(related: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(related, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
