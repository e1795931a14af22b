"""`python -m postings.library KEY` prints a draft's text; `--time 20000` says how fast drafts are made."""

import argparse
import sys
import time
from datetime import date

from postings.library import Draft, big_library, demo_library


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m postings.library", description=__doc__)
    parser.add_argument("key", nargs="?", help="demo-017, guide-2 or big-7-12345")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    parser.add_argument("--time", type=int, metavar="COUNT", help="make so many and say how long one took")
    options = parser.parse_args()
    if options.time:
        print(_pace(options.time, options.today))
        return 0
    draft = _find(options.key or "demo-001", options.today)
    if draft is None:
        print(f"There is no draft {options.key}.", file=sys.stderr)
        return 1
    print(draft.text)
    return 0


def _find(key: str, today: date) -> Draft | None:
    if key.startswith("big-"):
        _, seed, number = key.split("-")
        return next(big_library(seed=int(seed), count=1, today=today, start=int(number)))
    return next((draft for draft in demo_library(today=today) if draft.key == key), None)


def _pace(count: int, today: date) -> str:
    for _ in big_library(seed=1, count=2000, today=today):
        pass  # the banks are compiled while the first are made
    started = time.process_time()  # other work on the machine does not count
    words = sum(len(draft.text) for draft in big_library(seed=2, count=count, today=today)) / 6
    spent = time.process_time() - started
    return (
        f"{count} postings of {words / count:.0f} words in {spent:.2f} s: {spent / count * 1000:.3f} ms each"
    )


if __name__ == "__main__":
    raise SystemExit(main())
