"""Workers are killed amid whatever they do: every file ends in one state, every posting exists once."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from psycopg.conninfo import make_conninfo

from postings.ingest import Incoming, receive
from postings.models import Batch, Document, DocumentBlob, ParseRun, Posting
from postings.selectors import batch_progress
from tests.ingest.test_unpacking import zipped

WORKERS = 2
NAMES = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
ENDED = {"needs_review", "unpacked", "rejected", "duplicate"}


def text_of(number: int) -> bytes:
    return f"Baker {number}\n\nRequirements\n- {number} years of baking\n- Rye, wheat and spelt\n".encode()


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    database = settings.DATABASES["default"]
    url = make_conninfo(**{key: database[name] for key, name in NAMES.items() if database[name]})
    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "work"],
        cwd=settings.BASE_DIR,
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.django_db(transaction=True)
def test_whenever_workers_are_killed_the_batch_ends_whole(campaign: Callable[..., int]) -> None:
    files, kills = campaign(sample=60, full=1000), campaign(sample=4, full=30)
    chance = random.Random(files)  # noqa: S311
    texts = {f"{number}.txt": text_of(number) for number in range(files)}
    half = dict(list(texts.items())[: files // 2])
    batch = Batch.objects.create(name="Batch")
    receive(batch=batch, files=[Incoming("half.zip", zipped(half))])
    receive(batch=batch, files=[Incoming(name, text) for name, text in texts.items() if name not in half])
    receive(
        batch=batch, files=[Incoming("broken.pdf", b"%PDF-1.7"), Incoming("again.txt", text_of(files - 1))]
    )
    with ExitStack() as stack:
        running = [stack.enter_context(worker()) for _ in range(WORKERS)]
        for _ in range(kills):
            time.sleep(chance.uniform(0.5, 4))
            victim = chance.randrange(WORKERS)
            running[victim].kill()
            running[victim].wait()
            running[victim] = stack.enter_context(worker())
        deadline = time.monotonic() + 60 + files / 5
        while batch_progress(batch, timezone.now()).waiting and time.monotonic() < deadline:
            time.sleep(0.2)
    _assert_whole(batch, files)


def _assert_whole(batch: Batch, files: int) -> None:
    progress = batch_progress(batch, timezone.now())
    assert {state.value: count for state, count in progress.counts.items()} == {
        "unpacked": 1,
        "needs_review": files,
        "duplicate": 1,
        "rejected": 1,
    }
    assert Document.objects.count() == DocumentBlob.objects.count() == files + 2
    assert set(Document.objects.values_list("state", flat=True)) <= ENDED
    assert not Document.objects.exclude(lease=None).exists()
    titles: Counter[Any] = Counter(Posting.objects.values_list("title", flat=True))
    assert titles == {f"Baker {number}": 1 for number in range(files)}
    assert ParseRun.objects.count() == files
