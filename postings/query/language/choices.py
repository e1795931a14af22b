"""Values of closed vocabularies: `mode:remote`, and the state in which facts are, `missing:pay`."""

from postings.query.language.faults import Reading
from postings.query.plan import Chosen
from postings.query.terms import VOCABULARIES, key, nearest_term, term_named

FACTS = {
    "pay": ("salary",),
    "years": ("experience",),
    "place": ("location",),
    "education": ("degree",),
}
STATES = ("stated", "not_stated", "placeholder", "conflicting")
HAS = ("stated", "conflicting")
MISSING = ("not_stated", "placeholder")
FACT_BY_KEY = {key(name): fact for fact, others in FACTS.items() for name in (fact, *others)}
STATE_BY_KEY = {key(state): state for state in STATES}


def read_choice(text: str, dimension: str) -> Reading:
    if term := term_named(dimension, text):
        return Reading(Chosen(dimension, (term.value,)))
    if near := nearest_term(dimension, text):
        return Reading(None, f"{dimension}: has no “{text}”. Did you mean {dimension}:{near.value}?")
    values = ", ".join(term.value for term in VOCABULARIES[dimension])
    return Reading(None, f"{dimension}: takes one of {values}.")


def read_presence(text: str, states: tuple[str, ...]) -> Reading:
    """`has:pay` also finds postings that contradict themselves: they do say something."""
    if fact := FACT_BY_KEY.get(key(text)):
        return Reading(_quality((fact,), states))
    return Reading(None, f"Say which fact: {', '.join(FACTS)}.")


def read_quality(text: str) -> Reading:
    """`quality:placeholder` is about any fact, `quality:pay:placeholder` about one."""
    named, colon, said = text.rpartition(":")
    state, fact = STATE_BY_KEY.get(key(said)), FACT_BY_KEY.get(key(named))
    if state and (fact or not colon):
        return Reading(_quality((fact,) if fact else tuple(FACTS), (state,)))
    return Reading(
        None,
        f"Write quality:placeholder or quality:pay:placeholder. Facts are {', '.join(FACTS)}; "
        f"states are {', '.join(STATES)}.",
    )


def _quality(facts: tuple[str, ...], states: tuple[str, ...]) -> Chosen:
    return Chosen("quality", tuple(sorted(f"{fact}:{state}" for fact in facts for state in states)))
