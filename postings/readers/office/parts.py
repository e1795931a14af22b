"""XML parts of an office file, parsed without entities: a document type is refused before it is read.

Names are compared without their namespaces: Word writes two sets of them for the same elements.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from postings.readers.source import Unreadable

Element = ET.Element


class _NoDoctype(ET.TreeBuilder):
    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise Unreadable(
            "doctype",
            "One of its parts declares a document type, as no word processor writes. Save it again as .docx.",
        )


def parse(content: bytes) -> Element:
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314  # entities need what is refused
    try:
        parser.feed(content)
        root = parser.close()
    except (ET.ParseError, LookupError, ValueError) as fault:
        raise Unreadable(
            "truncated", "A part of it is damaged. Open it, save it again and upload that."
        ) from fault
    if not isinstance(root, ET.Element):
        raise Unreadable("truncated", "A part of it is empty. Open it, save it again and upload that.")
    return root


def name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, wanted: str) -> str:
    """Return the attribute of that local name, "" if it is not there."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == wanted:
            return value
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at the end of a path of names."""
    for step in path:
        if element is None:
            return None
        element = next((inner for inner in element if name(inner) == step), None)
    return element


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    return (inner for inner in (element if element is not None else ()) if name(inner) == wanted)


def number(text: str, otherwise: int = 0) -> int:
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 9 else otherwise
