"""The menu of a careers site, which a print of it has amid the text ("Apply", "Sign In", "Search for Jobs") → gone.

Raw lines in and out. "Apply" or "About us" alone may be the text's own: only what stands close to what no author
writes goes, and what stands between.
"""

from postings.parsing.lines import RawLine
from postings.parsing.view import View

LONGEST = 60  # characters of an entry
SURE = ("sign in", "log in", "search for jobs", "search jobs", "skip to main content", "view all jobs")
ENTRIES = frozenset(["apply", "apply now", "about us", "home", "careers", "menu", "contact us", "share"])
FEWEST = 3  # entries
GAP = 3  # lines from one of them to the next


def without_menu(view: View, raws: list[RawLine]) -> list[RawLine]:
    lines = [view.lower[raw.start : raw.end] if raw.end - raw.start <= LONGEST else "" for raw in raws]
    if not any(line.endswith(SURE) for line in lines):
        return raws
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        if raws[index].bullet or not (line.endswith(SURE) or line in ENTRIES):
            continue
        if runs and index - runs[-1][-1] <= GAP:
            runs[-1].append(index)
        else:
            runs.append([index])
    gone = {index for run in runs if _is_menu(run, lines, raws) for index in range(run[0], run[-1] + 1)}
    return [raw for index, raw in enumerate(raws) if index not in gone]


def _is_menu(run: list[int], lines: list[str], raws: list[RawLine]) -> bool:
    bullets = any(raws[index].bullet for index in range(run[0], run[-1] + 1))
    return len(run) >= FEWEST and not bullets and any(lines[index].endswith(SURE) for index in run)
