"""A text in parts, some of them marked: written at once, since a page has thousands and loops are slow."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
ELEMENTS = {"mark", "ins"}


@register.filter
def marked(parts: Iterable[Mapping[str, Any]], element: str) -> SafeString:
    """Return `text` of every part, within the element where the part is `marked`."""
    if element not in ELEMENTS:
        raise ValueError(f"parts are marked by {' or '.join(sorted(ELEMENTS))}, not by {element}")
    texts = ((conditional_escape(part["text"]), part.get("marked")) for part in parts)
    return mark_safe(  # noqa: S308 - every text is escaped
        "".join(f"<{element}>{text}</{element}>" if is_marked else text for text, is_marked in texts)
    )
