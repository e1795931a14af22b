"""How far a command has come, on one line that is written over."""

from typing import Any

WIDTH = 30  # of the bar


def draw_bar(stderr: Any, done: int, total: int, said: str) -> None:
    filled = "█" * round(done / max(total, 1) * WIDTH)
    stderr.write(f"\r{filled:<{WIDTH}} {done:,} of {total:,}{said}   ", ending="")
    stderr.flush()
