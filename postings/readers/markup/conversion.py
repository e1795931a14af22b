"""HTML → Markdown-like text, as a reader of the page would see it.

In: markup of a page or a fragment, well formed or not. Out: the text of `postings.readers.layout`.
Left out: scripts, styles, navigation, form fields and what the markup itself hides.
The tree is walked in a loop: a page nested 40,000 deep costs time, not the stack.

selectolax, because it parses as browsers do. lxml stops at 254 levels and loses the text below them.
"""

import html
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from postings.readers.markup.walker import Walker

UNSEEN_TAGS = (
    "script style nav template noscript svg math iframe object embed canvas audio video button select option"
    " textarea input datalist map head title meta link"
)
UNSEEN = frozenset(UNSEEN_TAGS.split())
HIDING_STYLE = re.compile(
    r"(?:display \s* : \s* none | visibility \s* : \s* hidden)", re.VERBOSE | re.IGNORECASE
)
TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|em|i|span|a|table|tr|td|section)\b[^<>]*>", re.IGNORECASE
)
ESCAPED_TAG = re.compile(
    r"&lt;/?(?:p|div|ul|ol|li|br|h[1-6]|strong|b|em|span|a|table|section)\b", re.IGNORECASE
)
MOST_ESCAPES = 2  # boards escape their markup once, and sometimes what wraps them once more


def parsed(markup: str) -> LexborHTMLParser:
    return LexborHTMLParser(markup.replace("\0", ""))


def text_of_markup(markup: str) -> str:
    return text_of_tree(parsed(unescaped(markup)))


def unescaped(text: str) -> str:
    """Return markup that was escaped to travel in a field (`&lt;p&gt;`) as the markup it is."""
    for _ in range(MOST_ESCAPES):
        if TAG.search(text) or not ESCAPED_TAG.search(text):
            break
        text = html.unescape(text)
    return text


def has_markup(text: str) -> bool:
    return bool(TAG.search(text) or ESCAPED_TAG.search(text))


def text_of_tree(tree: LexborHTMLParser) -> str:
    walker = Walker()
    root = tree.body
    if root is None:
        return ""
    for node, entering in _steps(root):
        if entering:
            walker.enter(node)
        else:
            walker.leave(node)
    return walker.text()


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each visible node when it is entered and, if it has content, when it is left."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering:
            continue
        stack.append((node, False))
        children = []
        child = node.first_child
        while child is not None:
            if not _unseen(child):
                children.append((child, True))
            child = child.next
        stack += reversed(children)


def _unseen(node: LexborNode) -> bool:
    if node.is_text_node:
        return False
    if not node.is_element_node or node.tag in UNSEEN:
        return True
    attributes = node.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (node.tag == "dialog" and "open" not in attributes)
        or bool(HIDING_STYLE.search(attributes.get("style") or ""))
    )
