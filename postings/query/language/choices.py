"""Values of closed vocabularies: `mode:remote`, and the state in which facts are, `missing:pay`."""

from postings.query.language.faults import Reading
from postings.query.plan import Chosen
from postings.query.terms import VOCABULARIES, key, nearest_term, term_named
from postings.vocabulary import KeyFact, Statement

ALSO = {
    KeyFact.PAY: "salary",
    KeyFact.YEARS: "experience",
    KeyFact.PLACE: "location",
    KeyFact.EDUCATION: "degree",
}
HAS = (Statement.STATED, Statement.CONFLICTING)
MISSING = (Statement.NOT_STATED, Statement.PLACEHOLDER)
FACT_BY_KEY = {key(name): fact for fact in KeyFact for name in (fact, ALSO[fact])}
STATEMENT_BY_KEY = {key(said): said for said in Statement}


def read_choice(text: str, dimension: str) -> Reading:
    if term := term_named(dimension, text):
        return Reading(Chosen(dimension, (term.value,)))
    if near := nearest_term(dimension, text):
        return Reading(None, f"{dimension}: has no “{text}”. Did you mean {dimension}:{near.value}?")
    values = ", ".join(term.value for term in VOCABULARIES[dimension])
    return Reading(None, f"{dimension}: takes one of {values}.")


def read_presence(text: str, statements: tuple[Statement, ...]) -> Reading:
    """`has:pay` also finds postings that contradict themselves: they do say something."""
    if fact := FACT_BY_KEY.get(key(text)):
        return Reading(_quality((fact,), statements))
    return Reading(None, f"Say which fact: {', '.join(KeyFact)}.")


def read_quality(text: str) -> Reading:
    """`quality:placeholder` is about any fact, `quality:pay:placeholder` about one."""
    named, colon, said = text.rpartition(":")
    state, fact = STATEMENT_BY_KEY.get(key(said)), FACT_BY_KEY.get(key(named))
    if state and (fact or not colon):
        return Reading(_quality((fact,) if fact else tuple(KeyFact), (state,)))
    return Reading(
        None,
        f"Write quality:placeholder or quality:pay:placeholder. Facts are {', '.join(KeyFact)}; "
        f"states are {', '.join(Statement)}.",
    )


def _quality(facts: tuple[KeyFact, ...], statements: tuple[Statement, ...]) -> Chosen:
    return Chosen("quality", tuple(sorted(f"{fact}:{said}" for fact in facts for said in statements)))
