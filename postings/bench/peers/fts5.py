"""SQLite with FTS5 for words and a GROUP BY a facet over the matching rows, as Datasette counts its facets.

All statements of a page share one time limit: some pages would take minutes.
"""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from postings.bench.peers.documents import SEVERAL, SINGLE, PeerDocument, peer_documents, reach
from postings.bench.peers.place import begin, finish
from postings.bench.peers.question import Question
from postings.bench.timing import TimeLimit
from postings.query import Order

LIMIT = 10.0  # seconds a page
STEPS = 20_000  # of SQLite's machine between two looks at the clock
BINS, MOST, PAGE, PORTION = 24, 20, 25, 5_000
FILE = "library.sqlite"

TABLES = f"""
CREATE TABLE posting (
    id INTEGER PRIMARY KEY, kind INT, published INT, closes INT, years INT,
    {", ".join(f"{name} INT" for name in SINGLE)}
);
{"".join(f"CREATE TABLE posting_{name} (posting INT, value INT);" for name in SEVERAL)}
CREATE TABLE band (posting INT, currency TEXT, low INT, high INT, reach INT);
CREATE VIRTUAL TABLE words USING fts5 (
    title, skills, requirements, body, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '+#.'"
);
"""
INDEXES = "".join(
    [
        *(
            f"CREATE INDEX posting_by_{name} ON posting ({name});"
            for name in (*SINGLE, "published", "closes")
        ),
        *(f"CREATE INDEX {name}_by_value ON posting_{name} (value, posting);" for name in SEVERAL),
        *(f"CREATE INDEX {name}_by_posting ON posting_{name} (posting, value);" for name in SEVERAL),
        "CREATE INDEX band_by_amount ON band (currency, high);",
        "CREATE INDEX band_by_posting ON band (posting, currency);",
        "ANALYZE;",
    ]
)


class Fts5:
    name = "SQLite FTS5"

    def __init__(self, folder: Path, progress: Callable[[int], None], *, limit: float = LIMIT) -> None:
        if not folder.exists():
            _build(folder, progress)
        self.database = sqlite3.connect(folder / FILE)
        self.database.execute("PRAGMA cache_size = -262144")  # 256 MB
        self.limit = limit

    def total(self, question: Question) -> int:
        """Ask for everything that a page shows, and return how many there are."""
        until = time.monotonic() + self.limit
        self.database.set_progress_handler(lambda: time.monotonic() > until, STEPS)
        try:
            return self._page(question)
        except sqlite3.OperationalError as fault:
            if "interrupted" in str(fault):
                raise TimeLimit(self.limit * 1000) from None
            raise
        finally:
            self.database.set_progress_handler(None, 0)

    def _page(self, question: Question) -> int:
        every = _matching(question)
        [(total,)] = self._rows(f"SELECT count(*) FROM ({every})")
        self._rows(_first(question, every))
        for name in (*SINGLE, *SEVERAL):
            matching = _matching(question, ignored=name)
            rows = f"posting WHERE id IN ({matching}) AND {name}" if name in SINGLE else (
                f"posting_{name} WHERE posting IN ({matching}) AND value"
            )  # fmt: skip
            value = name if name in SINGLE else "value"
            self._rows(
                f"SELECT {value}, count(*) FROM {rows} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST}"
            )
        paid = f"band WHERE posting IN ({_matching(question, ignored='pay')})"
        self._rows(f"SELECT currency, count(*) FROM {paid} GROUP BY 1 ORDER BY 2 DESC")
        self._rows(
            f"SELECT min((low + high) / 2 / {question.width}, {BINS - 1}), count(*)"
            f" FROM {paid} AND currency = '{question.currency}' GROUP BY 1"
        )
        return int(total)

    def _rows(self, statement: str) -> list[tuple[int, ...]]:
        return self.database.execute(statement).fetchall()


def _matching(question: Question, ignored: str = "") -> str:
    """Return the statement that selects the ids; every value in it is a number or a stem."""
    conditions = [f"kind = {question.kind}", f"closes >= {question.open_on}"]
    if question.words:
        conditions.append(f"id IN (SELECT rowid FROM words WHERE words MATCH '{_words(question)}')")
    for name, values in question.values.items():
        if name != ignored:
            listed = f"IN ({', '.join(map(str, values))})"
            inner = f"SELECT posting FROM posting_{name} WHERE value {listed}"
            conditions.append(f"{name} {listed}" if name in SINGLE else f"id IN ({inner})")
    if question.years:
        low, high = question.years.low or 0, question.years.high
        conditions.append(f"years >= {low}" + (f" AND years <= {high}" if high is not None else ""))
    if question.pay and ignored != "pay":
        fits = [f"currency = '{question.currency}'", f"reach >= {question.pay.low or 0}"]
        fits += [f"low <= {question.pay.high}"] if question.pay.high is not None else []
        conditions.append(f"id IN (SELECT posting FROM band WHERE {' AND '.join(fits)})")
    return f"SELECT id FROM posting WHERE {' AND '.join(conditions)}"


def _words(question: Question) -> str:
    return " AND ".join('"{}"'.format(" ".join(words).replace("'", "''")) for words in question.words)


def _first(question: Question, matching: str) -> str:
    if question.order is Order.PAY_HIGH:
        return (
            f"SELECT posting FROM band WHERE currency = '{question.currency}' AND posting IN ({matching})"
            f" ORDER BY high DESC LIMIT {PAGE}"
        )
    if question.order is Order.RELEVANCE and question.words:
        return (
            f"SELECT rowid FROM words WHERE words MATCH '{_words(question)}' AND rowid IN ({matching})"
            f" ORDER BY bm25(words, 8, 4, 2, 1) LIMIT {PAGE}"
        )
    return f"SELECT id FROM posting WHERE id IN ({matching}) ORDER BY published DESC LIMIT {PAGE}"


def _build(folder: Path, progress: Callable[[int], None]) -> None:
    building = begin(folder, "fts5")
    database = sqlite3.connect(building / FILE)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
    for done, document in enumerate(peer_documents(), 1):
        _insert(database, document)
        if done % PORTION == 0:
            database.commit()
            progress(done)
    database.commit()
    database.executescript(INDEXES + "INSERT INTO words(words) VALUES ('optimize');")
    database.close()
    finish(building, folder)


def _insert(database: sqlite3.Connection, known: PeerDocument) -> None:
    entry, values = known.entry, known.values
    title, required, preferred, body = entry.zones
    single = [next(iter(values.get(name, ())), None) for name in SINGLE]
    row = (entry.number, values["kind"][0], entry.published, known.closes, entry.years, *single)
    database.execute(f"INSERT INTO posting VALUES ({', '.join('?' * len(row))})", row)
    texts = (entry.number, title, known.skills, f"{required}\n{preferred}", body)
    database.execute(
        "INSERT INTO words(rowid, title, skills, requirements, body) VALUES (?, ?, ?, ?, ?)", texts
    )
    for name in SEVERAL:
        pairs = [(entry.number, value) for value in values.get(name, ())]
        database.executemany(f"INSERT INTO posting_{name} VALUES (?, ?)", pairs)
    bands = [(entry.number, band.currency, band.low, band.high, reach(band)) for band in known.bands]
    database.executemany("INSERT INTO band VALUES (?, ?, ?, ?, ?)", bands)
