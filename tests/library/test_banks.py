"""Claims about the banks of words: enough of them, all well formed, none of them shouting."""

import pytest

from postings.library.banks import BankFaultError, Line, load_bank, read_sentences
from postings.library.employers import wide_employers, written_employers
from postings.library.roles import RANKS, Role, roles
from postings.vocabulary import Family

ENGLISH = [role for made in roles("en").values() for role in made]


def test_every_family_has_roles() -> None:
    assert set(roles("en")) == set(Family)
    assert all(len(made) >= 8 for made in roles("en").values())


@pytest.mark.parametrize("role", ENGLISH, ids=lambda role: role.title)
def test_every_role_has_enough_to_say_at_each_of_its_levels(role: Role) -> None:
    for rank in {RANKS[rung.level] for rung in role.rungs}:
        assert len(role.sentences("years", rank)) >= 1
        assert len(role.sentences("required", rank)) >= 8
        assert len(role.sentences("preferred", rank)) >= 2
        assert len(role.sentences("responsibilities", rank)) >= 6


def test_employers_are_distinct_and_as_many_as_promised() -> None:
    assert len(written_employers()) == 150
    names = [employer.name for employer in wide_employers()]
    assert len(set(names)) == len(names) == 20_000


def test_a_line_without_a_theme_is_refused_with_its_place() -> None:
    with pytest.raises(BankFaultError, match=r"own\.txt:7: "):
        read_sentences((Line("own.txt", 7, "no theme here"),))


def test_a_bank_is_read_once() -> None:
    assert load_bank("software") is load_bank("software")
