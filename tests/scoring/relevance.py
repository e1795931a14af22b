"""`python -m tests.scoring.relevance`: how well this library orders its answers, as people judged them.

relevance.json has 30 queries and what readers thought of 643 answers, 0 to 3; a posting is known by the
beginning of its text's checksum. The library must hold those postings: the demonstration and the public texts
that were judged. What nobody has judged counts as 0, and what has closed since counts among the best.
"""

import hashlib
import json
import sys
from collections.abc import Sequence
from math import log2
from pathlib import Path

GRADES = Path(__file__).with_name("relevance.json")
DEPTH = 10


def main() -> int:
    from django.http import QueryDict
    from django.utils import timezone

    from postings import search
    from postings.filters import PostingFilterSet

    scores = []
    for query, grades in json.loads(GRADES.read_text("utf-8")).items():
        asked = QueryDict(mutable=True)
        asked["q"] = query
        results = search.run(PostingFilterSet(asked, today=timezone.localdate()).plan, limit=DEPTH).results
        best = results.nearly_after
        shown = [*results.ids[:best], *results.nearly, *results.ids[best:]][:DEPTH]
        found = [grades.get(checksum, 0) for checksum in _checksums(shown)]
        ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
        scores.append(_gain(found) / ideal if ideal else 0.0)
        print(f"{scores[-1]:.3f}  {query}  {found}")
    print(f"{sum(scores) / len(scores):.3f}  nDCG@{DEPTH} of {len(scores)} queries")
    return 0


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def _checksums(ids: Sequence[int]) -> list[str]:
    from postings.models import Posting
    from postings.selectors.posting_page import text_of

    known = Posting.objects.select_related("run").in_bulk(list(ids))
    return [hashlib.sha256(text_of(known[one]).encode()).hexdigest()[:12] for one in ids]


if __name__ == "__main__":
    import django

    django.setup()
    sys.exit(main())
