"""Bytes in, text out; what cannot be read is refused with a sentence for whoever uploaded it.

Plain text for now: every other format is refused by name rather than read as noise.
"""

SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or Excel file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "an RTF file",
}


class Unreadable(Exception):
    """The document cannot be read. The message says why, and what to upload instead."""


def read_text(content: bytes) -> str:
    for signature, name in SIGNATURES.items():
        if content.startswith(signature):
            raise Unreadable(f"This is {name}. Paste its text instead.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("This is not text in UTF-8. Save it as UTF-8, or paste it.") from None
    if "\0" in text:
        raise Unreadable("This has NUL characters in it, so it is not text. Paste its text instead.")
    return text.replace("\r\n", "\n").replace("\r", "\n")
