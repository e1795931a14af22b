"""Documents that a command is given by their names."""

import sys
from pathlib import Path

from django.core.management.base import CommandError


def content_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as fault:
        raise CommandError(
            f"{name}: {fault.strerror}. Name a file that exists and that you may read."
        ) from None
