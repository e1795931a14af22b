"""Plain words that name a filter, and those that only look so."""

import pytest

from postings.query import Offer, offers_in


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("remote python", Offer("remote", "mode", "remote", "Remote", "python")),
        ("python Senior", Offer("Senior", "level", "senior", "Senior", "python")),
        ("part time nurse", Offer("part time", "type", "part_time", "Part time", "nurse")),
        ("part-time nurse", Offer("part-time", "type", "part_time", "Part time", "nurse")),
        ("nurse on site", Offer("on site", "mode", "onsite", "On site", "nurse")),
        ("work from home", Offer("work from home", "mode", "remote", "Remote", "")),
        ("vice president", Offer("vice president", "level", "vp", "Vice president", "")),
        ("visa sponsorship", Offer("visa sponsorship", "visa", "yes", "Sponsors visas", "")),
        ("no sponsorship", Offer("no sponsorship", "visa", "no", "No sponsorship", "")),
        ("phd chemist", Offer("phd", "education", "doctorate", "Doctorate", "chemist")),
        ("Ph.D. chemist", Offer("Ph.D.", "education", "doctorate", "Doctorate", "chemist")),
        ("junior cook", Offer("junior", "level", "entry", "Entry", "cook")),
        ("hr", Offer("hr", "family", "people", "People and recruiting", "")),
        ('"big data" remote -java', Offer("remote", "mode", "remote", "Remote", '"big data" -java')),
    ],
)  # fmt: skip
def test_plain_words_that_name_a_filter_are_offered(text: str, offer: Offer) -> None:
    assert offers_in(text) == (offer,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        '"remote"',
        "-remote",
        "NOT remote",
        "remote OR python",
        "python OR remote",
        "(remote python)",
        "title:senior",
        "mode:remote",
        "sen",
        "yes no none",
        "internal communications",  # not an intern, though they share a stem
        "management",
        "remote-first",
        "part python time",
        "staff",
        "permanent",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert offers_in(text) == ()


def test_each_filter_that_is_named_is_offered_by_itself() -> None:
    assert [(one.words, one.rest) for one in offers_in("senior remote python")] == [
        ("senior", "remote python"),
        ("remote", "senior python"),
    ]
