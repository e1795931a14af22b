"""Messages between parent and child: four bytes of length, then the message.

Parent to child is a pickle, since the parent is trusted. Child to parent is JSON, checked field by field,
since the child has read what a stranger sent.
"""

import json
import struct
from typing import BinaryIO

from postings.readers import limits
from postings.readers.source import Refused, Source

LENGTH = struct.Struct(">I")
LARGEST = 8 * limits.TEXT_BYTES  # JSON writes a character in up to six bytes, and the rest beside the text


class BrokenFrame(Exception):
    """The other side sent what is no message."""


class TooLong(BrokenFrame):
    """The other side sent more than a message may have."""


class Ended(BrokenFrame):
    """The other side has gone, or has closed its end."""


def write_frame(stream: BinaryIO, message: bytes) -> None:
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read_frame(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    (length,) = LENGTH.unpack(_read_whole(stream, LENGTH.size))
    if length > largest:
        raise TooLong(f"a message of {length} bytes")
    return _read_whole(stream, length)


def _read_whole(stream: BinaryIO, length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise Ended("the stream ended")
    return content


def to_json(outcome: Source | Refused) -> bytes:
    if isinstance(outcome, Refused):
        told: dict[str, object] = {"name": outcome.name, "code": outcome.code, "message": outcome.message}
    else:
        told = {
            "name": outcome.name, "text": outcome.text, "media_type": outcome.media_type,
            "repairs": list(outcome.repairs), "declared": outcome.declared,
        }  # fmt: skip
    return json.dumps(told).encode("ascii")


def from_json(message: bytes) -> Source | Refused | None:
    """Return the outcome, None for the end of them; BrokenFrame for anything that is neither."""
    try:
        told = json.loads(message)
        if told == "end":
            return None
        if "code" in told:
            return Refused(_text(told["name"]), _text(told["code"]), _text(told["message"]))
        text, at = _text(told["text"]), told["declared"]
        if not isinstance(at, int) or not 0 <= at <= len(text):
            raise BrokenFrame("a header longer than its text")
        repairs = tuple(_text(one) for one in told["repairs"])
        return Source(_text(told["name"]), text, _text(told["media_type"]), repairs, at)
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise BrokenFrame("a message that is no outcome") from fault


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise BrokenFrame("a field that is no text")
    return value
