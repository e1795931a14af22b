"""What Word's styles and numberings say about a paragraph: its heading or list level, numbers, bold."""

from dataclasses import dataclass

from postings.readers.office.parts import Element, attribute, child, children, name, number

MOST_ANCESTORS = 20  # styles that are based on styles; a circle ends here
BULLETS = frozenset({"bullet", "none", ""})
OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A paragraph of a list. Paragraphs of one list share a number; an unknown list has bullets."""

    list_id: str
    level: int
    numbered: bool


class Styles:
    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(styles, "style")}
        self._formats = _formats(numbering)

    def heading_level(self, properties: Element | None) -> int:
        """Return 1 to 9, or 0 for a paragraph that is no heading."""
        own = child(properties, "outlineLvl")
        for style in self._ancestry(properties):
            named = (
                attribute(style_name, "val").lower()
                if (style_name := child(style, "name")) is not None
                else ""
            )
            if named == "title":
                return 1
            if named.startswith("heading ") and named[8:].isdigit():
                return number(named[8:], 2)
            if own is None:
                own = child(style, "pPr", "outlineLvl")
        level = number(attribute(own, "val"), 9) if own is not None else 9
        return level + 1 if 0 <= level < 9 else 0

    def listed(self, properties: Element | None) -> Listed | None:
        """Return the paragraph's place in a list, from itself or from its style."""
        level = ""
        for holder in (properties, *(child(style, "pPr") for style in self._ancestry(properties))):
            numbers = child(holder, "numPr")
            if numbers is None:
                continue
            own_level = child(numbers, "ilvl")
            level = level or (attribute(own_level, "val") if own_level is not None else "")
            list_id = child(numbers, "numId")
            if list_id is not None:
                return self._listed(attribute(list_id, "val"), number(level))
        if any("list bullet" in _name_of(style) for style in self._ancestry(properties)):
            return Listed("style", 0, numbered=False)
        return None

    def _listed(self, list_id: str, level: int) -> Listed | None:
        if list_id == "0":
            return None  # the style's list is switched off for this paragraph
        form = self._formats.get((list_id, level), "bullet")
        return Listed(list_id, min(level, 8), form not in BULLETS)

    def is_bold(self, run: Element | None, paragraph: Element | None) -> bool:
        """Say whether a run is bold, by itself, by its character style or by its paragraph's style."""
        for style in (run, *(child(one, "rPr") for one in self._ancestry(run, "rStyle"))):
            if (bold := child(style, "b")) is not None:
                return attribute(bold, "val").lower() not in OFF
        for one in self._ancestry(paragraph):
            if (bold := child(one, "rPr", "b")) is not None:
                return attribute(bold, "val").lower() not in OFF
        return False

    def _ancestry(self, properties: Element | None, kind: str = "pStyle") -> list[Element]:
        own = child(properties, kind)
        style_id = attribute(own, "val") if own is not None else ""
        found: list[Element] = []
        while style_id in self._styles and len(found) < MOST_ANCESTORS:
            found.append(self._styles[style_id])
            based = child(found[-1], "basedOn")
            style_id = attribute(based, "val") if based is not None else ""
        return found


def _name_of(style: Element) -> str:
    named = child(style, "name")
    return attribute(named, "val").lower() if named is not None else ""


def _formats(numbering: Element | None) -> dict[tuple[str, int], str]:
    """Return the number format of each (list, level)."""
    abstract: dict[str, dict[int, str]] = {}
    for entry in children(numbering, "abstractNum"):
        abstract[attribute(entry, "abstractNumId")] = _levels(entry)
    formats = {}
    for entry in children(numbering, "num"):
        list_id = attribute(entry, "numId")
        based = child(entry, "abstractNumId")
        levels = dict(abstract.get(attribute(based, "val"), {})) if based is not None else {}
        for override in children(entry, "lvlOverride"):
            levels |= _levels(override)
        formats.update({(list_id, level): form for level, form in levels.items()})
    return formats


def _levels(holder: Element) -> dict[int, str]:
    levels = {}
    for level in holder:
        if name(level) == "lvl" and (form := child(level, "numFmt")) is not None:
            levels[number(attribute(level, "ilvl"))] = attribute(form, "val")
    return levels
