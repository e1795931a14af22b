"""The index and plain SQL say the same of any question."""

from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest

from postings.bench.checking import checked
from postings.query import Plan
from tests.bench.conftest import TODAY
from tests.bench.questions import Questions

SmallLibrary = Callable[[int], None]


def disagreements(plan: Plan) -> list[str]:
    return [f"{plan}\n  {one}" for one in checked(plan).differences]


def test_random_questions_are_answered_as_plain_sql_answers_them(
    small_library: SmallLibrary, campaign: Callable[..., int]
) -> None:
    small_library(300)
    questions = Questions(Random(7), TODAY - timedelta(days=20))  # noqa: S311
    plans = [questions.plan() for _ in range(campaign(sample=60, full=3000))]
    assert [said for plan in plans for said in disagreements(plan)] == []


@pytest.mark.django_db
def test_an_empty_library_has_nothing_and_says_so_the_same_way() -> None:
    assert disagreements(Plan()) == []
