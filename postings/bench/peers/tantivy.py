"""tantivy, a search engine in Rust: fast fields for what is counted, four text fields for words.

A full page is one search (25 best, count) and one aggregation, plus one aggregation for each dimension that
has a condition of its own. Where the order is not by relevance, words are looked for in fewer fields.
"""

from collections.abc import Callable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from postings.bench.peers.documents import DIMENSIONS, PeerDocument, peer_documents, reach
from postings.bench.peers.place import begin, finish
from postings.bench.peers.question import Question
from postings.bitmaps import currency_number
from postings.query import Order

TEXTS = {"title": 8.0, "skills": 4.0, "requirements": 2.0, "body": 1.0}  # with how much a word weighs there
MATCHED = ("title", "skills", "body")  # the body is the whole text, requirements too
MEMORY = 500_000_000
CURRENCIES = ("USD", "EUR", "GBP", "INR", "CAD", "AUD", "SGD", "PLN", "CHF", "SEK")
BINS, MOST, PAGE = 24, 20, 25


def has_tantivy() -> bool:
    return find_spec("tantivy") is not None


class Tantivy:
    name = "tantivy"

    def __init__(self, folder: Path, progress: Callable[[int], None]) -> None:
        import tantivy  # an extra that few install

        self.engine, self.schema = tantivy, _schema(tantivy)
        if not folder.exists():
            self._build(folder, progress)
        index = tantivy.Index(self.schema, path=str(folder))
        index.reload()
        self.searcher = index.searcher()

    def total(self, question: Question) -> int:
        """Ask for everything that a page shows, and return how many there are."""
        asked = _Asked(self.engine, self.schema, question)
        order = self._order(question)
        found: Any = self.searcher.search(asked.query(scored=order is None), PAGE, order_by_field=order)
        shared = [name for name in (*DIMENSIONS, "pay") if name not in question.own]
        self.searcher.aggregate(asked.query(), _aggregations(question, shared))
        for name in question.own:
            self.searcher.aggregate(asked.query(ignored=name), _aggregations(question, [name]))
        return int(found.count or 0)

    def _order(self, question: Question) -> str | None:
        if question.order is Order.RELEVANCE and question.words:
            return None
        by_pay = question.order is Order.PAY_HIGH and question.currency in CURRENCIES
        return f"high_{question.currency}" if by_pay else "published"

    def _build(self, folder: Path, progress: Callable[[int], None]) -> None:
        building = begin(folder, self.name)
        writer = self.engine.Index(self.schema, path=str(building)).writer(MEMORY, 2)
        for done, document in enumerate(peer_documents(), 1):
            writer.add_document(self._document(document))
            if done % 5_000 == 0:
                progress(done)
        writer.commit()
        writer.wait_merging_threads()
        finish(building, folder)

    def _document(self, known: PeerDocument) -> Any:
        entry, document = known.entry, self.engine.Document()
        title, required, preferred, body = entry.zones
        for name, text in zip(TEXTS, (title, known.skills, f"{required}\n{preferred}", body), strict=True):
            document.add_text(name, text)
        document.add_unsigned("published", entry.published)
        document.add_unsigned("closes", known.closes)
        if entry.years >= 0:
            document.add_unsigned("years", entry.years)
        for name in ("kind", *DIMENSIONS):
            for value in known.values.get(name, ()):
                document.add_unsigned(name, value)
        for band in known.bands:
            document.add_unsigned("currency", currency_number(band.currency))
            if band.currency in CURRENCIES:
                amounts = {"low": band.low, "reach": reach(band), "high": band.high}
                for name, amount in (amounts | {"middle": (band.low + band.high) // 2}).items():
                    document.add_unsigned(f"{name}_{band.currency}", amount)
        return document


def _schema(library: Any) -> Any:
    builder = library.SchemaBuilder()
    for name in TEXTS:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in ("kind", *DIMENSIONS):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    for name in ("published", "closes", "years", "currency"):
        builder.add_unsigned_field(name, fast=True)
    for currency in CURRENCIES:
        for name in ("low", "reach", "high", "middle"):
            builder.add_unsigned_field(f"{name}_{currency}", fast=True)
    return builder.build()


def _aggregations(question: Question, names: list[str]) -> dict[str, Any]:
    asked: dict[str, Any] = {
        name: {"terms": {"field": name, "size": MOST}} for name in names if name != "pay"
    }
    if "pay" in names:
        asked["currency"] = {"terms": {"field": "currency", "size": MOST}}
        if question.currency in CURRENCIES:
            bounds = {"min": 0, "max": question.width * BINS}
            field = f"middle_{question.currency}"
            asked["pay"] = {"histogram": {"field": field, "interval": question.width, "hard_bounds": bounds}}
    return asked


class _Asked:
    """A question as queries of tantivy."""

    def __init__(self, engine: Any, schema: Any, question: Question) -> None:
        self.engine, self.schema, self.question = engine, schema, question
        self.must, self.should = engine.Occur.Must, engine.Occur.Should

    def query(self, *, ignored: str = "", scored: bool = False) -> Any:
        query, question = self.engine.Query, self.question
        parts = [self._words(words, scored=scored) for words in question.words]
        parts += [query.const_score_query(one, 0.0) for one in self._filters(ignored)]
        return query.boolean_query([(self.must, part) for part in parts])

    def _words(self, words: tuple[str, ...], *, scored: bool) -> Any:
        query = self.engine.Query
        found = []
        for name in TEXTS if scored else MATCHED:
            one = (
                query.phrase_query(self.schema, name, list(words))
                if len(words) > 1
                else query.term_query(self.schema, name, words[0], "freq")
            )
            found.append((self.should, query.boost_query(one, TEXTS[name]) if scored else one))
        return query.boolean_query(found)

    def _filters(self, ignored: str) -> list[Any]:
        query, question = self.engine.Query, self.question
        found = [self._any_of("kind", [question.kind]), self._between("closes", question.open_on, None)]
        found += [self._any_of(name, values) for name, values in question.values.items() if name != ignored]
        if question.years:
            found.append(self._between("years", question.years.low or 0, question.years.high))
        if question.pay and ignored != "pay" and question.currency in CURRENCIES:
            found.append(self._between(f"reach_{question.currency}", question.pay.low or 0, None))
            if question.pay.high is not None:
                found.append(self._between(f"low_{question.currency}", 0, question.pay.high))
        return found or [query.all_query()]

    @cached_property
    def _unsigned(self) -> Any:
        return self.engine.FieldType.Unsigned

    def _any_of(self, name: str, values: list[int]) -> Any:
        return self.engine.Query.term_set_query(self.schema, name, values)

    def _between(self, name: str, low: int, high: int | None) -> Any:
        return self.engine.Query.range_query(self.schema, name, self._unsigned, low, high)
