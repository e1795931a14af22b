"""The parent's side: a warm child that reads untrusted files, ended whole at any breach and started anew.

Plain text, Markdown and JSON or CSV without markup are read in this process: nothing but Python's own
decoding looks at them. Archives are opened here, with their limits, and each member goes its own way.
"""

import pickle
import threading
from collections.abc import Iterator
from types import TracebackType

from postings.readers import limits
from postings.readers.archives import Outcome, read_upload
from postings.readers.batches import Columns, Preview
from postings.readers.confinement.frames import BrokenFrame
from postings.readers.confinement.process import Breach, Child
from postings.readers.front import readable
from postings.readers.kinds import Kind
from postings.readers.reading import Document
from postings.readers.source import Refused, Source, Unreadable

MESSAGES = {
    "time_limit": "Reading it took too long, so it was stopped. Save it anew, or paste its text.",
    "memory_limit": "Reading it took too much memory, so it was stopped. Save it anew, or paste its text.",
    "output_limit": "It gives more text than job descriptions have, so it was stopped. Split it.",
    "crashed": "Reading it broke the reader. Save it anew, or paste its text.",
}


class Confined:
    """Use as a context manager, or call `close`. The child starts with the first file that needs it."""

    def __init__(
        self,
        *,
        cpu_seconds: int = limits.CHILD_CPU_SECONDS,
        wall_seconds: float = limits.CHILD_WALL_SECONDS,
        files: int = limits.CHILD_FILES,
        program: str = "",
    ) -> None:
        self._settings = (wall_seconds, program)
        self._cpu_seconds = cpu_seconds
        self._files = files
        self._child: Child | None = None
        self._lock = threading.Lock()

    @property
    def network(self) -> str:
        """What keeps the network away from the child: "namespace" or "audit hook"."""
        with self._lock:
            return self._started().network

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def read(self, content: bytes, name: str = "", *, columns: Columns | None = None) -> tuple[Source, ...]:
        """Return the job texts; Unreadable if there is none, as `postings.readers.read` does."""
        return readable(self.read_each(content, name, columns=columns))

    def read_each(
        self, content: bytes, name: str = "", *, columns: Columns | None = None
    ) -> Iterator[Outcome]:
        return read_upload(content, name, columns, self._read_document)

    def _read_document(self, document: Document) -> Iterator[Outcome]:
        if document.is_plain:
            return document.sources()
        with self._lock:
            return iter(self._ask(document))

    def previews(self, content: bytes, name: str = "") -> list[Preview]:
        """Return what the tables of a spreadsheet, a CSV or of JSON look like; none for anything else.

        Only a spreadsheet needs another project's parser to be looked at.
        """
        document = Document(content, name)
        if not document.may_be_table:
            return []
        if document.kind is Kind.XLSX:
            with self._lock:
                outcomes = self._ask(document, of_tables=True)
        else:
            outcomes = list(document.previews())
        if not outcomes:
            return []
        try:
            return [Preview.from_json(source.text) for source in readable(outcomes)]
        except (ValueError, TypeError, KeyError) as fault:
            raise Unreadable("crashed", MESSAGES["crashed"]) from fault

    def _ask(self, document: Document, *, of_tables: bool = False) -> list[Outcome]:
        """Return what the child says; what it said before a breach is kept, the breach is told after it."""
        columns = dict(document.columns or {})
        request = pickle.dumps((document.content, document.name, columns, of_tables, self._cpu_seconds))
        outcomes: list[Outcome] = []
        try:
            for outcome in self._started().ask(request):
                if isinstance(outcome, Refused) and outcome.code == "memory_limit":
                    raise Breach("memory_limit")  # it is told what happened, but not trusted further
                outcomes.append(outcome)
        except (Breach, BrokenFrame, OSError) as fault:
            code = fault.code if isinstance(fault, Breach) else "crashed"
            self.close()
            outcomes.append(Refused(document.name, code, MESSAGES[code]))
        return outcomes

    def _started(self) -> Child:
        if self._child is not None and (self._child.files >= self._files or not self._child.is_alive()):
            self.close()
        if self._child is None:
            self._child = Child(*self._settings)
        return self._child

    def close(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def __enter__(self) -> "Confined":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
