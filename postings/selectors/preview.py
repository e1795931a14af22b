"""What a link to a page shows of it elsewhere: a title and a line of facts. Pure.

Neither carries a way to reach a person.
"""

from dataclasses import dataclass

from postings.contacts import without_contacts
from postings.facts import PostingFacts
from postings.salary import highest_offer, pay_in_words, years_in_words

MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Preview:
    title: str
    description: str
    url: str


def preview_of(facts: PostingFacts, url: str) -> Preview:
    title, company = (fact and fact.value for fact in (facts.title, facts.organization))
    return Preview(
        title=without_contacts(" · ".join(part for part in (title, company) if part)),
        description=without_contacts(in_a_line(facts)),
        url=url,
    )


def in_a_line(facts: PostingFacts) -> str:
    """Return places, mode, pay, years and level, as far as they are stated."""
    places = [fact.value.text for fact in facts.locations if fact.value]
    pay = highest_offer(fact.value for fact in facts.pay if fact.value)
    years = facts.experience_years and facts.experience_years.value
    parts = (
        " · ".join(places[:MOST_PLACES]),
        facts.work_mode and facts.work_mode.value and facts.work_mode.value.label,
        pay and pay_in_words(pay),
        years and f"{years_in_words(years)} of experience",
        facts.level and facts.level.value and facts.level.value.label,
    )
    return " · ".join(part for part in parts if part)
