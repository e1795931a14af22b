"""Bytes → text, with the encoding found from the bytes and every repair named.

In: any bytes. Out: text with `\n` line ends, no byte-order mark, no control characters, and what was mended.
Refused: nothing but white space (`empty`); NULs, many control characters or few letters (`not_text`).
Order of trust: a byte-order mark, UTF-8, UTF-16 without a mark, UTF-8 with a few bad bytes, Windows-1252,
and for what reads badly as Windows-1252 (Cyrillic, Polish, Japanese) charset-normalizer's best guess.
"""

import codecs
import re
import string
import unicodedata
from collections import Counter

from charset_normalizer import from_bytes

from postings.readers.source import Unreadable

Decoded = tuple[str, tuple[str, ...]]

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_LINE_ENDS = re.compile(r"[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ufeff\ud800-\udfff]")
BLANK = re.compile(r"[\s\u200b-\u200f\u2060]*")
# What stands inside words when another alphabet is read as Windows-1252: "w³asny" for "własny", and the
# long runs of accented capitals that Cyrillic becomes. "José", "3×4" and "½" alone are Western.
MISREAD = re.compile(
    r"""  [a-z] [¹³¼¾¿¤¦¨¬¶±¯¸¥¢] (?= [a-z] )
        | [À-ÿ]{4}
        | [\u0192\u2020\u2021\u2030\u02c6‚„] [À-ÿ¡-¿]
    """,
    re.VERBOSE,
)
LOW, HIGH = bytes(range(0x80)), bytes(range(0x80, 0x100))
WHITE, LETTERS = string.whitespace.encode(), (string.ascii_letters + string.digits).encode()
PAGE_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE)
HEAD = 4096  # bytes of a page that its encoding is named in
MOST_CONTROLS = 0.02  # of all characters; more is not a text with a flaw but no text
FEWEST_LETTERS = 0.30
SAMPLE = 8_000  # characters that are looked at
SHORT = 20  # characters, of which a share says nothing: "[]" is JSON
MANY_NULS = 0.3  # of all bytes: every second one is NUL where the letters are Latin
GUESS_FROM = 64 * 1024  # bytes that are looked at to guess a rare encoding


def decode(content: bytes) -> Decoded:
    """Return the text and its repairs."""
    text, repairs = _decoded(content)
    return checked(text, repairs)


def checked(text: str, repairs: tuple[str, ...] = ()) -> Decoded:
    """Return a text with its line ends made one kind, or refuse it for what it is not."""
    text = text.removeprefix("\ufeff")
    if OTHER_LINE_ENDS.search(text):
        text = LINE_ENDS.sub("\n", text)
    if "\0" in text:
        raise Unreadable(
            "not_text", "It has NUL characters in it, so it is not text. Save it as PDF, .docx or plain text."
        )
    text, controls = CONTROLS.subn("", text) if CONTROLS.search(text) else (text, 0)
    if controls > MOST_CONTROLS * len(text) + 1 or not reads_as_text(text):
        raise Unreadable(
            "not_text", "Its bytes do not read as words. Save it as PDF, .docx or plain text in UTF-8."
        )
    if BLANK.fullmatch(text):
        raise Unreadable("empty", "There is no text in it. Upload a file that has the job description in it.")
    marks = text.count("\ufffd")
    if marks > MOST_CONTROLS * len(text) + 1:
        raise Unreadable("not_text", "Most of its letters are lost. Save it again as plain text in UTF-8.")
    if controls:
        repairs = (*repairs, f"removed {controls} control characters")
    return text, repairs


def reads_as_text(text: str) -> bool:
    """A text is letters for the most part: a table of prices passes, unpacked bytes do not."""
    sample = text[:SAMPLE]
    written = sample.encode("utf-8", "replace")
    plain = written.translate(None, WHITE + HIGH)
    others = BLANK.sub("", written.translate(None, LOW).decode())  # what is not ASCII, letter by letter
    kinds = Counter(map(unicodedata.category, others))
    seen = len(plain) + len(others)
    signs = len(plain.translate(None, LETTERS))
    letters = len(plain) - signs + sum(count for kind, count in kinds.items() if kind[0] in "LMN")
    odd = kinds["Co"] + kinds["Cn"]
    return (seen < SHORT or letters >= FEWEST_LETTERS * seen) and odd <= 0.1 * seen


def _decoded(content: bytes) -> Decoded:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content, encoding)
    if b"\0" in content:
        wide = _utf16_without_mark(content)
        return (wide, ("decoded utf-16",)) if wide else (content.decode("latin-1"), ())
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _legacy(content)


def _marked(content: bytes, encoding: str) -> Decoded:
    repairs = () if encoding == "utf-8-sig" else (f"decoded {encoding}",)
    try:
        return content.decode(encoding), repairs
    except UnicodeDecodeError:
        return content.decode(encoding, "replace"), (*repairs, "replaced broken characters")


def _utf16_without_mark(content: bytes) -> str:
    """Spaces and line ends are NUL-padded on one side only, in any script."""
    best = ""
    for encoding, space in (("utf-16-le", b" \0"), ("utf-16-be", b"\0 ")):
        text = content[: len(content) // 2 * 2].decode(encoding, "replace")
        spaces = content.count(space) or content.count(0) > MANY_NULS * len(content)
        plausible = "\0" not in text and "\ufffd" not in text and reads_as_text(text)
        if plausible and spaces and text.count(" ") > best.count(" ") - (not best):
            best = text
    return best


def _legacy(content: bytes) -> Decoded:
    if mended := _utf8_with_flaws(content):
        return mended
    if told := _told_by_page(content):
        return told
    western = content.decode("cp1252", "replace")
    if "\ufffd" not in western and _reads_western(western):
        return western, ("decoded windows-1252",)
    guess = from_bytes(content[:GUESS_FROM]).best()
    if guess is not None:
        name = guess.encoding.replace("_", "-").replace("cp125", "windows-125")
        return content.decode(guess.encoding, "replace"), (f"decoded {name}",)
    return western, ("decoded windows-1252",)


def _told_by_page(content: bytes) -> Decoded | None:
    """Read a page in the encoding that it names, if it is one and fits."""
    if found := PAGE_CHARSET.search(content[:HEAD]):
        name = found[1].decode("ascii").lower()
        try:
            return content.decode(name), (f"decoded {name}",)
        except (LookupError, UnicodeError):
            return None
    return None


def _utf8_with_flaws(content: bytes) -> Decoded | None:
    """UTF-8 into which a few bytes of Windows-1252 were pasted, or whose last character is cut."""
    whole = content.decode("utf-8", "ignore")
    flaws = content.decode("utf-8", "replace").count("\ufffd") - whole.count("\ufffd")
    if flaws * 2 > sum(c > "\x7f" for c in whole):
        return None
    return content.decode("utf-8", STRAY_BYTES), (f"decoded {flaws} stray bytes as windows-1252",)


def _as_windows_1252(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


STRAY_BYTES = "jobsite-windows-1252"
codecs.register_error(STRAY_BYTES, _as_windows_1252)


def _reads_western(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    foreign = sum(c > "\x7f" and c.isalpha() for c in text)
    return foreign <= 0.25 * letters and not MISREAD.search(text)
