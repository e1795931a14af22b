"""Text as it came → text as it is shown: encodings repaired, line ends made one kind, NULs gone.

Everything after this points into the repaired text. A text that needs no repair comes out as it went in:
curly quotes, ligatures and emoji are what its author wrote, not damage.
"""

import re
from dataclasses import dataclass

import ftfy

STRANGE_ENDS = "\r\u2028\u2029\x0b\x0c\x85"
LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What UTF-8 looks like when it was read as Windows-1252. "Ã" alone is Portuguese, "â" alone is French.
DOUBLY_ENCODED = re.compile(
    r"[ÃÂ][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020-\u2022\u02c6\u2030\u0160\u0161\u2039\u203a\u0152\u0153\u017d\u017e\u2018-\u201d\u2013\u2014\u02dc\u2122\u0178]"
    r"|[âð][\u0080-\u00bf€Ÿ]"
)
SETTINGS = ftfy.TextFixerConfig(
    unescape_html=False,  # "&amp;" in a text is decoded where words are read, and shown as it came
    remove_terminal_escapes=True,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=False,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=True,
    remove_control_chars=False,
    normalization=None,
    explain=False,
)
LONGEST_REPAIR = 2_000_000  # characters; ftfy is linear, but not free


@dataclass(frozen=True, slots=True)
class Repaired:
    text: str
    repairs: tuple[str, ...]


def repair(text: str) -> Repaired:
    """Return the text to show, and the names of what was mended: "line ends" is not worth a name."""
    repairs = []
    text = text.removeprefix("\ufeff")
    if any(end in text for end in STRANGE_ENDS):
        text = LINE_ENDS.sub("\n", text)
    if CONTROLS.search(text):
        text = CONTROLS.sub(" ", text)
        repairs.append("control_characters")
    damaged = any(sign in text for sign in "ÃÂâð") and DOUBLY_ENCODED.search(text)
    if damaged and len(text) <= LONGEST_REPAIR:
        mended = ftfy.fix_text(text, SETTINGS)
        if mended != text:
            text = mended
            repairs.append("mojibake")
    return Repaired(text, tuple(repairs))
