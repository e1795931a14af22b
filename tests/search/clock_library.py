"""The library that clock_writer.py changes and clock_reader.py watches: a few companies, sixty postings."""

from django.core.management import call_command

from postings.facts import Fact, PostingFacts
from postings.ingest import publish, store_document, store_reading

POSTINGS = 60
COMPANIES = 12


def make_library() -> None:
    call_command("migrate", verbosity=0)
    for number in range(POSTINGS):
        text = f"Posting {number}"
        facts = facts_titled(text, organization=f"Company {number % COMPANIES}")
        stored = store_document(content=text.encode(), file_name=f"{number}.txt")
        (posting,) = store_reading(
            document=stored.document, text=text, readings=[facts], parser_version="test"
        )
        publish(posting=posting, facts=facts, expected_revision=0)


def facts_titled(title: str, *, organization: str) -> PostingFacts:
    return PostingFacts(title=Fact(title), organization=Fact(organization))
