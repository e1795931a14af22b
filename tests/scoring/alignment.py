"""`python -m tests.scoring.alignment TEXTS …`: how well requirements are aligned, by links that people made.

alignment.json has the links of 13 comparisons of public postings, none of their sentences: a requirement is
known by the beginning of its checksum. TEXTS are files, or .jsonl.gz with a "text" a line, in which the
postings are looked for; a comparison whose postings are not there, or are read in another way by now, is left
out and said to be.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from postings.compare.align import align, aligned_items
from postings.facts import Item
from postings.parsing.reading import read_document

LINKS = Path(__file__).with_name("alignment.json")
Key = tuple[str, str, str, str]  # posting, requirement, posting, requirement


def main(arguments: list[str]) -> int:
    cases: dict[str, Any] = json.loads(LINKS.read_text("utf-8"))
    wanted = {tuple(items) for case in cases.values() for items in case["items"].values()}
    found: dict[tuple[str, ...], tuple[Item, ...]] = {}
    for text in _texts(map(Path, arguments)):
        for facts in read_document(text).postings:
            checksums = _checksums(facts.items)
            if checksums in wanted:
                found[checksums] = facts.items
    rows = {name: _judged(case, found) for name, case in cases.items()}
    for name, row in rows.items():
        print(f"{name:<12} {_said(row) if row else 'not here, or read in another way'}")
    known = [row for row in rows.values() if row]
    if known:
        print(f"{'all':<12} {_said(tuple(map(sum, zip(*known, strict=True))))}")
    return 0 if known else 1


def _texts(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)
        else:
            yield path.read_text("utf-8")


def _checksums(items: Iterable[Item]) -> tuple[str, ...]:
    texts = (item.text for item in aligned_items(list(items)))
    return tuple(hashlib.sha256(text.encode()).hexdigest()[:12] for text in texts)


def _judged(case: dict[str, Any], found: dict[tuple[str, ...], tuple[Item, ...]]) -> tuple[int, ...]:
    """Return how many links are right, wrong, wrong but acceptable, and missing."""
    names = sorted(case["items"])
    if any(tuple(case["items"][name]) not in found for name in names):
        return ()
    alignment = align([found[tuple(case["items"][name])] for name in names])
    made = {
        (names[one], case["items"][names[one]][i], names[other], case["items"][names[other]][j])
        for link in alignment.links
        for (one, i), (other, j) in [(link.earlier, link.later)]
    }
    links: set[Key] = {tuple(link[:4]) for link in case["links"]}
    acceptable: set[Key] = {tuple(link) for link in case["optional"]}
    wrong = made - links
    return len(made & links), len(wrong - acceptable), len(wrong & acceptable), len(links - made)


def _said(row: tuple[int, ...]) -> str:
    right, wrong, acceptable, missing = row
    strict = 2 * right / max(2 * right + wrong + acceptable + missing, 1)
    lenient = 2 * right / max(2 * right + wrong + missing, 1)
    counts = f"{right:>3} right {wrong + acceptable:>3} wrong {missing:>3} missing"
    return f"{counts}  F1 {strict:.3f}, lenient {lenient:.3f}"


if __name__ == "__main__":
    import django

    django.setup()
    sys.exit(main(sys.argv[1:]))
