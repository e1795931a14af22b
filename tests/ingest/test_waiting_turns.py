"""Who changes names waits for who publishes, and the other way round; nobody waits for each other."""

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from postings.facts import SkillUse
from postings.ingest import (
    Refused,
    StaleRevision,
    add_alias,
    facts_of,
    merge_skills,
    move_to_family,
    publish,
    rename,
)
from postings.models import IndexClock, Posting, Skill
from postings.vocabulary import Strength

pytestmark = pytest.mark.django_db(transaction=True)
STEP = 0.15  # seconds, until somebody waits


@pytest.fixture
def welding(make_posting: Callable[..., Any]) -> Posting:
    make_posting("Brazier", skills=(SkillUse("brazing", "Brazing", Strength.REQUIRED),))
    posting: Posting = make_posting("Welder", skills=(SkillUse("welding", "Welding", Strength.REQUIRED),))
    return posting


def publish_again(posting: Posting) -> None:
    publish(posting=posting, facts=facts_of(posting), expected_revision=posting.revision)


def skill(slug: str = "welding") -> Skill:
    return Skill.objects.get(slug=slug)


ACTS: dict[str, Callable[[Posting], Any]] = {
    "publish": publish_again,
    "name": lambda _: add_alias(to=skill(), name="Joining"),
    "rename": lambda _: rename(named=skill(), name="Fusing"),
    "family": lambda _: move_to_family(skill=skill(), family="trades of old"),
    "merge": lambda _: merge_skills(source=skill(), target=skill("brazing")),
}


@pytest.mark.parametrize("first", ACTS)
@pytest.mark.parametrize("second", ACTS)
def test_two_who_meet_at_the_clock_both_get_through(first: str, second: str, welding: Posting) -> None:
    """The clock is held until both have come as far as they can, one after the other."""
    faults: list[BaseException] = []

    def act(name: str) -> None:
        try:
            ACTS[name](welding)
        except (Refused, StaleRevision):
            pass  # somebody else was first, and that is said
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(name,)) for name in (first, second)]
    with transaction.atomic():
        IndexClock.objects.select_for_update().get()
        for thread in threads:
            thread.start()
            time.sleep(STEP)
    for thread in threads:
        thread.join()
    assert faults == []
