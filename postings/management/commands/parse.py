"""Read documents and say what they state, without a database."""

import hashlib
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from postings.management.documents import content_of
from postings.parsing.answer import answer
from postings.parsing.reading import read_document
from postings.parsing.summary import summary
from postings.parsing.warming import warm_up
from postings.readers import Refused, Source, read_confined


class Command(BaseCommand):
    help = "Read job descriptions of any format and print the facts that they state. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a document, or - for standard input")
        parser.add_argument("--json", action="store_true", help="one JSON object a line for each document")
        parser.add_argument("--text", action="store_true", help="with --json: the text that spans point into")
        parser.add_argument("--why", action="store_true", help="the rule and the sentence behind every fact")

    def handle(self, *, files: list[str], json: bool, text: bool, why: bool, **options: Any) -> None:
        refused = 0
        warm_up()
        for name in files:
            content = content_of(name)
            sha256 = hashlib.sha256(content).hexdigest()
            for outcome in read_confined(content, Path(name).name):
                refused += isinstance(outcome, Refused)
                self._print(outcome, sha256, as_json=json, with_text=text, why=why)
        if refused and not json:
            raise CommandError(
                f"{refused} of {len(files)} could not be read." if len(files) > 1 else "Nothing was read."
            )

    def _print(
        self, outcome: Source | Refused, sha256: str, *, as_json: bool, with_text: bool, why: bool
    ) -> None:
        if isinstance(outcome, Refused):
            if as_json:
                self._line(answer(outcome.name, sha256, fault=(outcome.code, outcome.message)))
            else:
                self.stderr.write(self.style.ERROR(f"{outcome.name}: {outcome.message}"))
            return
        document = read_document(outcome.text, outcome.declared)
        if as_json:
            said = answer(
                outcome.name,
                sha256,
                media_type=outcome.media_type,
                repairs=(*outcome.repairs, *document.repairs),
                text=document.text if with_text else None,
                postings=document.postings,
            )
            self._line(said)
        else:
            self.stdout.write(summary(document, outcome.name, why=why, colours=self.stdout.isatty()))

    def _line(self, said: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(said, ensure_ascii=False))
