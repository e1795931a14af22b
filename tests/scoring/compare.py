"""Facts as read against facts as wanted: what is right, what is wrong, what is missing.

What the sample does not state is absent from its facts, and a value that is read for it counts as wrong:
guessing never pays. A value that is a placeholder or a conflict is not stated.
"""

from typing import Any

from tests.scoring.samples import Reading, Sample
from tests.scoring.spans import broken_spans
from tests.scoring.values import FITS, ITEMS, MANY, SINGLE, begins, is_same, plain_value, values
from tests.scoring.verdict import Verdict

Json = Any
IF_GIVEN = {"kind", "language", "required_skills"}  # judged only where the sample says something


def judge(samples: tuple[Sample, ...]) -> Verdict:
    verdict = Verdict()
    for sample in samples:
        reading = sample.read()
        _judge_document(verdict, sample, reading)
        verdict.broken_spans += (f"{sample.name}: {fault}" for fault in broken_spans(reading))
    return verdict


def _judge_document(verdict: Verdict, sample: Sample, reading: Reading) -> None:
    wanted = sample.wanted["postings"]
    if "repairs" in sample.wanted:
        verdict.one(sample.name, 0, "repairs", [sample.wanted["repairs"]], list(reading.repairs))
    verdict.one(sample.name, 0, "postings", [len(wanted)], len(reading.postings))
    for number, facts in enumerate(wanted, 1):
        read = reading.postings[number - 1] if number <= len(reading.postings) else None
        judge_posting(verdict, sample.name, number, facts, values(read) if read else {})


def judge_posting(
    verdict: Verdict, sample: str, part: int, wanted: dict[str, Json], read: dict[str, Json]
) -> None:
    accept, ungraded = wanted.get("accept", {}), set(wanted.get("open", ()))
    ungraded |= {name for name in IF_GIVEN if name not in wanted}
    for name in SINGLE:
        if name not in ungraded:
            right = [plain_value(name, one) for one in (wanted.get(name), *accept.get(name, ()))]
            verdict.one(sample, part, name, right, plain_value(name, read.get(name)))
    read = {**read, **_without(read, wanted)}
    for name in MANY:
        if name not in ungraded:
            found = [one for one in read.get(name, []) if one not in accept.get(name, ())]
            verdict.many(sample, part, name, wanted.get(name, []), found, FITS.get(name, is_same))


def _without(read: dict[str, Json], wanted: dict[str, Json]) -> dict[str, Json]:
    """Return the items that are judged: not those that readers may file under one section or another."""
    anywhere = wanted.get("anywhere", ())
    return {
        name: [item for item in read.get(name, []) if not any(begins(one, item) for one in anywhere)]
        for name in ITEMS
    }
