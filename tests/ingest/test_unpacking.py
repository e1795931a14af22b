"""Archives and tables: each part is a document of its own, once, however often the unpacking is begun."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from postings.ingest import Incoming, purge, receive, say_columns, table_of
from postings.ingest.refusal import Refused
from postings.ingest.unpacking import unpack
from postings.ingest.work import claim, read, work_once
from postings.models import Batch, Document, Posting
from postings.readers import unpacked

pytestmark = pytest.mark.django_db

Give = Callable[..., Batch]


@pytest.fixture
def give() -> Give:
    """`give({"a.zip": b"…"}, asks_columns=False)`: a batch of these files."""

    def make(files: dict[str, bytes], **options: Any) -> Batch:
        batch = Batch.objects.create(name="Batch", **options)
        receive(batch=batch, files=[Incoming(name, content) for name, content in files.items()])
        return batch

    return make


def zipped(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return archive.getvalue()


def fates(batch: Batch) -> dict[str, str]:
    return dict(batch.files.with_fates().values_list("file_name", "fate"))  # type: ignore[misc]


def work() -> None:
    while work_once():
        pass


BAKER = b"Baker\n\nRequirements\n- Two years of baking\n"
COOK = b"Cook\n\nRequirements\n- One year of cooking\n"
TABLE = b"Rolle,Text,Ort\nBaker,Bake bread every day,Leeds\nCook,Cook soup every day,York\nCook,,York\n"
KNOWN = b"title,description\nBaker,Bake bread every day\nCook,Cook soup every day\n"


def test_an_archive_becomes_its_documents(give: Give) -> None:
    batch = give(
        {
            "a.zip": zipped(
                {"b/baker.txt": BAKER, "cook.txt": COOK, "empty.txt": b" ", "x.png": b"\x89PNG\r\n"}
            )
        }
    )
    work()
    assert fates(batch) == {
        "a.zip": "unpacked",
        "b/baker.txt": "needs_review",
        "cook.txt": "needs_review",
        "empty.txt": "rejected",
        "x.png": "rejected",
    }
    assert set(Posting.objects.values_list("title", flat=True)) == {"Baker", "Cook"}
    container = Document.objects.get(file_name="a.zip")
    assert container.reason == "4 files in it."
    assert container.members.count() == 3


def test_an_archive_in_an_archive_is_refused_and_the_rest_goes_on(give: Give) -> None:
    batch = give({"a.zip": zipped({"b.zip": zipped({"baker.txt": BAKER}), "cook.txt": COOK})})
    work()
    assert fates(batch) == {"a.zip": "unpacked", "b.zip": "rejected", "cook.txt": "needs_review"}


def test_the_same_bytes_are_a_duplicate_wherever_they_come_from(give: Give) -> None:
    batch = give({"baker.txt": BAKER, "again.txt": BAKER, "a.zip": zipped({"third.txt": BAKER})})
    work()
    assert fates(batch) == {
        "baker.txt": "needs_review",
        "again.txt": "duplicate",
        "a.zip": "unpacked",
        "third.txt": "duplicate",
    }
    assert Posting.objects.count() == 1


def test_an_unpacking_that_was_cut_short_is_done_again_without_doubles(give: Give) -> None:
    batch = give({"a.zip": zipped({"baker.txt": BAKER, "cook.txt": COOK})})
    document = claim()
    assert document
    parts = unpacked(bytes(document.blob.content))
    assert parts
    unpack(document, [next(parts)])  # and the worker is killed here
    read(document)
    work()
    assert fates(batch) == {"a.zip": "unpacked", "baker.txt": "needs_review", "cook.txt": "needs_review"}
    assert batch.files.count() == 3


def test_a_file_that_is_sent_twice_counts_once() -> None:
    batch = Batch.objects.create(name="Batch")
    file = Incoming("baker.txt", BAKER)
    for _ in range(2):
        (row,) = receive(batch=batch, files=[file])
        assert row.document is not None
        assert row.document.arrival == file.token
    assert fates(batch) == {"baker.txt": "queued"}


def test_a_table_waits_until_somebody_says_what_its_columns_are(give: Give) -> None:
    batch = give({"jobs.csv": TABLE})
    work()
    assert fates(batch) == {"jobs.csv": "needs_columns"}
    document = Document.objects.get()
    header = ("Rolle", "Text", "Ort")
    with pytest.raises(Refused, match="no column “Titel”"):
        say_columns(document=document, header=header, columns={"title": "Titel"})
    with pytest.raises(Refused, match="title or the description"):
        say_columns(document=document, header=header, columns={"locations": "Ort"})
    say_columns(
        document=document,
        header=header,
        columns={"title": "Rolle", "description": "Text", "locations": "Ort"},
    )
    work()
    assert fates(batch) == {
        "jobs.csv": "unpacked",
        "jobs.csv#2": "needs_review",
        "jobs.csv#3": "needs_review",
        "jobs.csv#4": "rejected",
    }
    assert set(Posting.objects.values_list("title", flat=True)) == {"Baker", "Cook"}
    with pytest.raises(Refused, match="has been read already"):
        say_columns(document=document, header=header, columns={"title": "Rolle"})


def test_what_was_said_of_a_header_is_remembered(give: Give) -> None:
    first = give({"jobs.csv": TABLE})
    work()
    document = Document.objects.get()
    say_columns(
        document=document, header=("Rolle", "Text", "Ort"), columns={"title": "Rolle", "description": "Text"}
    )
    second = give({"more.csv": TABLE.replace(b"Leeds", b"Hull")})
    work()
    assert fates(first)["jobs.csv"] == fates(second)["more.csv"] == "unpacked"


LINES = b"""\
{"rolle": "Baker", "text": "Bake bread every day", "ort": "Leeds"}
{"rolle": "Cook", "text": "Cook soup every day", "ort": null}
{"rolle": "Cook", "ort": "York"}
"""
WRAPPED = b'[{"rolle": "Smith", "text": "Forge", "ort": ""}, {"rolle": "Miller", "text": "Mill", "ort": ""}]'


def test_flat_json_waits_for_its_columns_as_a_table_does_and_is_remembered(give: Give) -> None:
    batch = give({"jobs.jsonl": LINES})
    work()
    assert fates(batch) == {"jobs.jsonl": "needs_columns"}
    document = Document.objects.get()
    table = table_of(document)
    assert (table.header, table.count) == (("rolle", "text", "ort"), 3)
    said = {"title": "rolle", "description": "text", "locations": "ort"}
    say_columns(document=document, header=table.header, columns=said)
    more = give({"more.json": WRAPPED})
    work()
    assert fates(batch) == {
        "jobs.jsonl": "unpacked",
        "jobs.jsonl#1": "needs_review",
        "jobs.jsonl#2": "needs_review",
        "jobs.jsonl#3": "rejected",
    }
    assert fates(more)["more.json"] == "unpacked"
    titles = set(Posting.objects.values_list("title", flat=True))
    assert titles == {"Baker", "Cook", "Smith", "Miller"}


def test_flat_json_in_an_archive_asks_too_and_json_of_one_posting_does_not(give: Give) -> None:
    one = b'{"title": "Baker", "description": "Bake bread every day"}'
    batch = give({"a.zip": zipped({"jobs.jsonl": LINES}), "one.json": one})
    work()
    assert fates(batch) == {"a.zip": "unpacked", "jobs.jsonl": "needs_columns", "one.json": "needs_review"}


def test_a_batch_that_does_not_ask_reads_flat_json_by_the_names_of_its_keys(give: Give) -> None:
    batch = give({"jobs.jsonl": LINES.replace(b"rolle", b"title")}, asks_columns=False)
    work()
    assert fates(batch)["jobs.jsonl#1"] == "needs_review"
    assert Posting.objects.filter(title="Baker").count() == 1


def test_a_batch_that_does_not_ask_goes_by_the_names(give: Give) -> None:
    batch = give({"jobs.csv": KNOWN}, asks_columns=False)
    work()
    assert fates(batch) == {
        "jobs.csv": "unpacked",
        "jobs.csv#2": "needs_review",
        "jobs.csv#3": "needs_review",
    }


def test_a_token_stands_for_one_file_whatever_is_sent_under_it() -> None:
    batch = Batch.objects.create(name="Batch")
    file = Incoming("baker.txt", BAKER)
    receive(batch=batch, files=[file])
    (row,) = receive(batch=batch, files=[Incoming("cook.txt", COOK, file.token)])
    assert row.file_name == "baker.txt"
    assert [bytes(document.blob.content) for document in Document.objects.all()] == [BAKER]


def test_erasing_an_archive_leaves_the_rows_of_its_files(give: Give) -> None:
    batch = give({"a.zip": zipped({"baker.txt": BAKER})})
    work()
    purge(document=Document.objects.get(file_name="a.zip"), reason="asked for")
    assert fates(batch) == {"baker.txt": "needs_review"}
