"""What a page repeats, written at once: it has thousands of such parts, and loops of a template are slow."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from postings.selectors import Card

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


@register.simple_tag
def card(posting: Card, heading: str = "h2", compare: bool = True) -> SafeString:
    """Draw a card, unless it is drawn already: cards that say the same are the same, on whatever page."""
    draw = _drawn_card.__wrapped__ if settings.DEBUG else _drawn_card  # a template may be edited
    return draw(posting, heading, compare)


@lru_cache(maxsize=3_000)
def _drawn_card(posting: Card, heading: str, compare: bool) -> SafeString:
    told = {"posting": posting, "heading": heading, "compare": compare}
    return mark_safe(render_to_string("_components/card.html", told))  # noqa: S308 - of a template


@register.filter
def tagged(skills: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return each skill as an item of the list around them; one that was looked for says so in words too."""
    return mark_safe("".join(map(_tag, skills)))  # noqa: S308 - every name is escaped


def _tag(skill: Mapping[str, Any]) -> str:
    name = escape(skill["text"])
    if skill.get("matched"):
        found = '<span class="visually-hidden"> (matches your search)</span>'
        return f'<li><span class="tag tag-matched">{name}{found}</span></li>'
    return f'<li><span class="tag">{name}</span></li>'


@register.filter
def choices(facet: Mapping[str, Any]) -> SafeString:
    """Return the values of a facet, each a checkbox with its count.

    One without results is disabled, but one that is selected can always be taken away.
    """
    key = escape(facet["key"])
    return mark_safe("".join(_choice(key, value) for value in facet["values"]))  # noqa: S308 - escaped


def _choice(key: str, one: Mapping[str, Any]) -> str:
    value, label, figure = escape(one["value"]), escape(one["label"]), escape(one["figure"])
    zero = "" if one["count"] else " facet-zero"
    state = " checked" if one["selected"] else "" if one["count"] else " disabled"
    return (
        f'<li><label class="facet-value{zero}">'
        f'<input type="checkbox" id="{key}-{value}" name="{key}" value="{value}"{state}>'
        f'<span class="facet-label">{label}</span><span class="facet-count">{figure}</span></label></li>'
    )


@register.filter
def drawn(bars: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return the bars of a histogram, each with its title."""
    return mark_safe("".join(map(_bar, bars)))  # noqa: S308 - every title is escaped, all else are numbers


def _bar(bar: Mapping[str, Any]) -> str:
    inside = " histogram-inside" if bar["inside"] else ""
    sides = " ".join(f'{side}="{bar[side]:g}%"' for side in ("x", "width", "y", "height"))
    return f'<rect class="histogram-bar{inside}" {sides}><title>{escape(bar["title"])}</title></rect>'
