"""HTML markup → Markdown-like text."""

from postings.readers.markup.conversion import has_markup, parsed, text_of_markup, text_of_tree, unescaped

__all__ = ["has_markup", "parsed", "text_of_markup", "text_of_tree", "unescaped"]
