"""A paragraph whose last sentence leads into the list below it → the paragraph, and that sentence as a heading.

Raw lines in and out. "Bread is what we live for. Our benefits include:" above bullets says what they are, whatever the
heading above the paragraph was; a sentence whose end names no section says nothing, and the paragraph stays whole.
"""

from collections.abc import Iterator

from postings.parsing.lexicon.headings import section_of
from postings.parsing.lines import RawLine
from postings.parsing.view import View
from postings.vocabulary import Section

SHORTEST = 110  # characters; a shorter line that ends in a colon is a heading as it is
TELLING = 9  # words at the end of the sentence: "The right candidate will work hard as part of a crew to:" lists duties
SHORT = 12  # words of a sentence that is told by all of them
COLON = (":", ":-", "…")


def with_lead_ins(view: View, raws: list[RawLine]) -> Iterator[RawLine]:
    for index, raw in enumerate(raws):
        leads = index + 1 < len(raws) and raws[index + 1].bullet and not raw.bullet and not raw.heading
        start = _lead_in(view, raw) if leads else raw.end
        if start > raw.start:
            yield raw._replace(end=view.trimmed(raw.start, start)[1])
        if start < raw.end:
            yield raw._replace(start=start, blank_before=False, heading=True)


def _lead_in(view: View, raw: RawLine) -> int:
    """Return where the sentence begins that leads into the list below; the end of the line if none does."""
    if raw.end - raw.start <= SHORTEST or not view.text[raw.start : raw.end].endswith(COLON):
        return raw.end
    *_, (start, end) = view.sentences(raw.start, raw.end)
    return start if section_led_into(view.text[start:end]) else raw.end


def section_led_into(sentence: str) -> Section | None:
    """Return the section that a sentence names at its end: "A baker with experience will do the following tasks".

    A wish and an offer may stand at its beginning: "It would be a plus if you had some experience of".
    """
    sentence = sentence[sentence.rfind(". ") + 1 :]  # what stands before the last is said of something else
    whole = section_of(sentence)[1]
    if sentence.count(" ") < SHORT:
        return whole
    words = sentence.rsplit(maxsplit=TELLING)[-TELLING:]
    at_end = section_of(" ".join(["that", *words]))[1]  # what stands amid a sentence does not begin a heading
    return whole if at_end and whole in (Section.PREFERRED, Section.BENEFIT) else at_end
