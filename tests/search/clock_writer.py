"""Six processes that change one library at random, and their foreman, who kills them with kill -9.

In: DATABASE_URL of an empty database, then one word a line: "begin" forks the writers,
"kill" ends a random one in whatever it is doing and forks another, "stop" ends all.
Out: "ready" when the library is made, then one JSON value a word; for "stop" how many transactions were
committed, rolled back and refused (somebody else was faster), and how many writers ended by themselves.
Forked, since a writer that has to import Django first is mostly killed before its first statement.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from postings.ingest import Refused, archive, publish, restore, unpublish  # noqa: E402
from postings.ingest.aliases import rename  # noqa: E402
from postings.models import Company, Posting  # noqa: E402
from postings.vocabulary import PostingState  # noqa: E402
from tests.search.clock_library import facts_titled, make_library  # noqa: E402

WRITERS = 6
COMMITTED, ROLLED_BACK, REFUSED = b"c", b"r", b"x"


class ChangedMindError(Exception):
    """What makes a transaction roll back although nothing was wrong with it."""


class Writer:
    def __init__(self) -> None:
        self.rng = random.SystemRandom()
        self.postings = list(Posting.objects.values_list("pk", flat=True))
        self.companies = list(Company.objects.all())

    def turn(self) -> bytes:
        """One transaction, as a rule."""
        try:
            self.rng.choices((self.change_one, self.change_several, self.rename_company), (5, 5, 1))[0]()
        except ChangedMindError:
            return ROLLED_BACK
        except Refused:
            return REFUSED
        return COMMITTED

    def change_one(self) -> None:
        """As a person does: look, then ask for a change of what may have changed since."""
        self.change(Posting.objects.get(pk=self.rng.choice(self.postings)))

    def change_several(self) -> None:
        """Some in one transaction, locked in one order; some of it, or all of it, is taken back."""
        chosen = self.rng.sample(self.postings, self.rng.randint(1, 3))
        with transaction.atomic():
            for posting in Posting.objects.select_for_update().filter(pk__in=chosen).order_by("pk"):
                with suppress(ChangedMindError), transaction.atomic():
                    self.change(posting)
                    self.perhaps_change_its_mind()
            self.perhaps_change_its_mind()

    def change(self, posting: Posting) -> None:
        steps = {
            PostingState.DRAFT: (self.publish,),
            PostingState.PUBLISHED: (self.publish, archive, unpublish),
            PostingState.ARCHIVED: (self.publish, restore, restore, unpublish),
        }
        step: Callable[..., Any] = self.rng.choice(steps[PostingState(posting.state)])
        step(posting=posting, expected_revision=posting.revision)

    def publish(self, *, posting: Posting, expected_revision: int) -> None:
        facts = facts_titled(f"Title {self.rng.random()}", organization=posting.organization)
        publish(posting=posting, facts=facts, expected_revision=expected_revision)

    def rename_company(self) -> None:
        """Touches the entries of postings whose rows it does not lock."""
        company = self.rng.choice(self.companies)
        rename(named=company, name=f"{company.slug} {self.rng.choice(('north', 'south', 'east'))}")

    def perhaps_change_its_mind(self) -> None:
        if self.rng.random() < 0.25:
            raise ChangedMindError

    def hesitate(self, execute: Callable[..., Any], *statement: Any) -> Any:
        """Around every statement, so that transactions overlap and a kill finds them anywhere."""
        self.pause()
        result = execute(*statement)
        self.pause()
        return result

    def pause(self) -> None:
        if self.rng.random() < 0.05:
            time.sleep(0.03 * self.rng.random() ** 3)


class Foreman:
    def __init__(self) -> None:
        self.crew: list[int] = []
        self.kills = self.fallen = 0
        self.tally = tempfile.TemporaryFile("a+b")  # noqa: SIM115  (every writer appends to it)

    def begin(self) -> None:
        while len(self.crew) < WRITERS:
            self.hire()

    def hire(self) -> None:
        if child := os.fork():
            self.crew.append(child)
            return
        try:
            self.work(Writer())
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(1)  # a writer works until it is killed

    def work(self, writer: Writer) -> None:
        foreman = os.getppid()
        with connection.execute_wrapper(writer.hesitate):
            while os.getppid() == foreman:
                os.write(self.tally.fileno(), writer.turn())

    def kill(self) -> None:
        self.kills += 1
        self.end(self.crew.pop(random.SystemRandom().randrange(len(self.crew))))
        self.hire()

    def end(self, writer: int) -> None:
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        self.fallen += os.waitstatus_to_exitcode(status) != -signal.SIGKILL

    def stop(self) -> dict[str, int]:
        while self.crew:
            self.end(self.crew.pop())
        self.tally.seek(0)
        letters = self.tally.read()
        return {
            "committed": letters.count(COMMITTED),
            "rolled back": letters.count(ROLLED_BACK),
            "refused": letters.count(REFUSED),
            "killed": self.kills,
            "fallen": self.fallen,
        }


def main() -> None:
    make_library()
    connection.close()  # a connection must not be shared with a forked child
    print(json.dumps("ready"), flush=True)
    foreman = Foreman()
    try:
        for line in sys.stdin:
            print(json.dumps(getattr(foreman, line.strip())()), flush=True)
    finally:
        foreman.stop()


if __name__ == "__main__":
    main()
