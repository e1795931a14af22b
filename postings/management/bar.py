"""How far a command has come, on one line that is written over."""

from typing import Any

WIDTH = 30  # of the bar


def draw_bar(stderr: Any, done: int, total: int, said: str) -> None:
    filled = "█" * round(done / max(total, 1) * WIDTH)
    stderr.write(f"\r{filled:<{WIDTH}} {done:,} of {total:,}{said}   ", ending="")
    stderr.flush()


def draw_megabytes(stderr: Any, done: int, total: int, what: str) -> None:
    draw_bar(stderr, round(done / 1e6), round(total / 1e6), f" MB {what}")
