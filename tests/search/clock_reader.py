"""A process that knows a library by `changes_since` alone, and by an index; it holds both against the truth.

In: DATABASE_URL of a primary or a standby. The first line begins the polls, every line asks for a report,
and the end of the input ends the process. Out: one report a line, as JSON.
"""

import json
import random
import select
import sys
import time
from collections import Counter
from typing import Any
from uuid import UUID

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from postings.search.changes import changes_since  # noqa: E402
from postings.search.index import current_index  # noqa: E402

Pairs = set[tuple[int, int]]  # posting, docno

SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
AS_OF = """
SELECT posting_id, docno FROM postings_searchdoc
WHERE born <= %(seq)s AND (died IS NULL OR died > %(seq)s)
"""
PUBLISHED = """
SELECT posting.id, posting.revision || posting.name, entry.posting_id, entry.docno
FROM (
    SELECT shown.id, shown.revision, company.name
    FROM postings_posting AS shown JOIN postings_company AS company ON company.id = shown.company_id
    WHERE shown.state = 'published'
) AS posting
FULL JOIN (SELECT posting_id, docno FROM postings_searchdoc WHERE died IS NULL) AS entry
    ON entry.posting_id = posting.id
"""
LEDGER = """
SELECT clock.seq, clock.next_docno, entries.number, entries.first, entries.last,
    extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp())::float
FROM postings_indexclock AS clock,
    (SELECT count(*) AS number, min(docno) AS first, max(docno) AS last FROM postings_searchdoc) AS entries
"""


class Reader:
    def __init__(self) -> None:
        self.rng = random.SystemRandom()
        self.polls, self.longest_lag = 0, 0.0
        self.differing: Counter[str] = Counter()
        self.revisions: dict[int, int] = {}  # of each docno, when it was first seen
        self.start_anew()

    def start_anew(self) -> None:
        self.epoch: UUID | None = None
        self.seq = 0
        self.picture: Pairs = set()

    def poll(self) -> None:
        self.polls += 1
        chance = self.rng.random()
        if chance < 0.003:
            self.start_anew()  # as a process that has just begun
        elif chance < 0.02:
            time.sleep(0.2 * self.rng.random())  # nobody asked for a page: much to catch up with
        before = self.seq
        if self.rng.random() < 0.5:
            self.catch_up()  # as a page does it: in no transaction
        with transaction.atomic():
            rows(SNAPSHOT)
            self.expect("knew what was so at its time", set(rows(AS_OF, seq=self.seq)) == self.picture)
            self.catch_up()
            self.compare(before)

    def catch_up(self) -> None:
        changes = changes_since(self.seq)
        self.expect("time goes on", changes.seq >= self.seq)
        self.expect("one epoch", self.epoch in (None, changes.epoch))
        self.epoch, self.seq = changes.epoch, changes.seq
        for life in changes.lives:
            pair = (life.posting, life.number)
            if life.ended:
                self.picture.discard(pair)
            else:
                self.picture.add(pair)

    def compare(self, before: int) -> None:
        """All within one snapshot."""
        published = rows(PUBLISHED)
        truth = {(posting, docno) for posting, _, _, docno in published}
        self.expect("picture is the truth", truth == self.picture)
        self.expect(
            "a published posting has one live entry, and no other has any",
            all(posting == of for posting, _, of, _ in published)
            and len({posting for posting, *_ in published}) == len(published),
        )
        self.expect(
            "another revision or company name is another entry",
            all(
                self.revisions.setdefault(docno, revision) == revision for _, revision, _, docno in published
            ),
        )
        with current_index() as index:
            shown = {(int(index.library.column("posting")[docno]), docno) for docno in index.library.live}
        self.expect("the index is the truth", shown == truth)
        ((seq, next_docno, *docnos, lag),) = rows(LEDGER)
        self.expect("clock is the truth's", seq == self.seq)
        self.expect("docnos have no gap", docnos == [next_docno, 0, next_docno - 1])
        if lag is not None and seq > before:  # idle, the last commit only grows older
            self.longest_lag = max(self.longest_lag, lag)

    def expect(self, claim: str, holds: bool) -> None:
        self.differing[claim] += not holds

    def report(self) -> dict[str, Any]:
        return {
            "polls": self.polls,
            "differences": {claim: number for claim, number in self.differing.items() if number},
            "epoch": str(self.epoch),
            "seq": self.seq,
            "picture": sorted(self.picture),
            "longest lag": round(self.longest_lag, 3),
        }


def rows(statement: str, **parameters: int) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []


def main() -> None:
    reader = Reader()
    while sys.stdin.readline():
        reader.poll()
        print(json.dumps(reader.report()), flush=True)
        while not select.select([sys.stdin], [], [], 0)[0]:
            reader.poll()
    connection.close()


if __name__ == "__main__":
    main()
