"""The library that is measured: made, added to, or found as it is, and never mixed with other content."""

from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection

from postings.models import Posting

SEED = 1  # of the generator
HERE = r"""
SELECT count(*) FILTER (WHERE posting.state = 'published'), count(blob.document_id),
    coalesce(max(substring(document.file_name FROM '-(\d+)\.\w+$')::bigint) + 1, 0)
FROM postings_posting AS posting JOIN postings_document AS document ON document.id = posting.document_id
LEFT JOIN postings_documentblob AS blob ON blob.document_id = document.id
"""


class NotHere(Exception):
    """The library is not what is to be measured; the message says what it is."""


@dataclass(frozen=True, slots=True)
class Here:
    published: int
    others: int  # postings whose documents have originals, which generated ones have not
    next: int  # the number of the generator's first posting that is not here

    def __str__(self) -> str:
        whose = f"{self.others:,} were not generated" if self.others else "all generated"
        return f"{self.published:,} published postings, {whose}"


def what_is_here() -> Here:
    with connection.cursor() as cursor:
        cursor.execute(HERE)
        return Here(*cursor.fetchone())


def provide(postings: int) -> Here:
    """See to it that so many postings are published; refuse to add them to what people have put here."""
    here = what_is_here()
    missing = postings - here.published
    if missing <= 0:
        return here
    if here.others:
        raise NotHere(
            f"Here are {here}, and {postings:,} are to be measured. Generated postings are never added to"
            " others: name an empty database in DATABASE_URL, or ask for fewer with --postings."
        )
    call_command("make_library", postings=missing, seed=SEED, start=here.next)
    return what_is_here()


def some_postings(count: int) -> list[int]:
    """Return the youngest generated postings that are published."""
    generated = Posting.objects.published().filter(document__blob=None)
    return list(generated.order_by("-pk").values_list("pk", flat=True)[:count])
