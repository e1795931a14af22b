"""What a person at the terminal sees: steps with their progress, notes, and faults as one line."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str], None]
_TERMINAL = sys.stdout.isatty()


class Fault(Exception):
    """Something the reader can mend: one line with what is wrong and what to do about it."""


def bold(text: str) -> str:
    return f"\033[1m{text}\033[0m" if _TERMINAL else text


@contextmanager
def step(name: str) -> Iterator[Progress]:
    """Show a step while it runs, with whatever it reports; leave one line with its time behind.

    On a terminal the line is rewritten in place; in a file or a pipe only its end is written.
    """
    started = time.monotonic()

    def progress(detail: str) -> None:
        if _TERMINAL:
            print(f"\r\033[K  {name} … {detail[:60]}", end="", flush=True)

    progress("")
    try:
        yield progress
    except BaseException:
        print(f"{chr(13) + chr(27) + '[K' if _TERMINAL else ''}  {name} … failed", flush=True)
        raise
    print(
        f"{chr(13) + chr(27) + '[K' if _TERMINAL else ''}  {name} … {time.monotonic() - started:.1f} s",
        flush=True,
    )


def note(text: str) -> None:
    print(text, flush=True)
