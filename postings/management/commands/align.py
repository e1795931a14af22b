"""Put the requirements and duties of several documents side by side, without a database."""

import json as as_json
from argparse import ArgumentParser
from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from postings.compare.align import Alignment, align
from postings.facts import PostingFacts
from postings.management.documents import content_of
from postings.parsing.reading import read_document
from postings.readers import Refused, read_confined

MOST = 6


class Command(BaseCommand):
    help = "Say which requirements and duties of two to six postings are one idea. Needs no database."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a document, or - for standard input")
        parser.add_argument("--json", action="store_true", help="items and links as one JSON object")

    def handle(self, *, files: list[str], json: bool, **options: Any) -> None:
        postings = [facts for name in files for facts in _postings_in(name)]
        if not 2 <= len(postings) <= MOST:
            raise CommandError(f"Two to {MOST} postings can be compared; here are {len(postings)}.")
        alignment = align([facts.items for facts in postings])
        if json:
            self.stdout.write(as_json.dumps(_as_json(alignment), ensure_ascii=False))
        else:
            self._print(alignment, postings)

    def _print(self, alignment: Alignment, postings: list[PostingFacts]) -> None:
        for letter, facts in zip(ascii_uppercase, postings, strict=False):
            self.stdout.write(f"{letter}  {facts.title.value if facts.title else 'No title'}")
        said = {(link.earlier, link.later): link.related for link in alignment.links}
        for row in alignment.rows:
            self.stdout.write("")
            members = sorted(row.members.items())
            for posting, place in members:
                ask = alignment.asks[posting][place]
                self.stdout.write(f"{ascii_uppercase[posting]}  {ask.section.label}: {ask.text}")
            for pair in pairwise(members):
                related = said[pair]
                why = f": {related.why}" if related.why else ""
                self.stdout.write(self.style.SUCCESS(f"   {related.relation.label}{why}"))


def _postings_in(name: str) -> list[PostingFacts]:
    found: list[PostingFacts] = []
    for outcome in read_confined(content_of(name), Path(name).name):
        if isinstance(outcome, Refused):
            raise CommandError(f"{outcome.name}: {outcome.message}")
        found += read_document(outcome.text, outcome.declared).postings
    return found


def _as_json(alignment: Alignment) -> dict[str, Any]:
    letters = ascii_uppercase[: len(alignment.asks)]
    return {
        "items": {
            letter: [{"section": ask.section, "text": ask.text} for ask in asks]
            for letter, asks in zip(letters, alignment.asks, strict=True)
        },
        "links": [
            [letters[one], i, letters[other], j, link.related.relation]
            for link in alignment.links
            for (one, i), (other, j) in [(link.earlier, link.later)]
        ],
    }
