"""Where a sum stands: the words of its sentence before and after it, and the line or heading above.

Windows are bounded, so that a text of sums in one endless line costs no more than a page of them.
"""

from bisect import bisect_right

from postings.parsing.extract.pay_place import Whereabouts
from postings.parsing.extract.pay_ranges import Band
from postings.parsing.extract.pay_reading import Around
from postings.parsing.part import Line, LineKind, Part

BEFORE = 320  # characters of the sentence that are looked at
AFTER = 110
LONGEST_LABEL = 110  # characters of a line above that can be a label


class Surroundings:
    """Finds what stands around the sums of one part."""

    def __init__(self, part: Part) -> None:
        self._view = part.view
        self._where = Whereabouts(part.view)
        self._lines = part.lines
        self._starts = [line.start for line in part.lines]

    def of(self, band: Band, earlier: int, later: int, chip: bool) -> Around:
        """`earlier` is where the sum before it ends, `later` where the next one begins."""
        text = self._view.text
        start = text.rfind("\n", max(0, band.start - BEFORE), band.start) + 1 or max(0, band.start - BEFORE)
        sentence = self._last_sentence(start, band.start)
        if text[sentence : band.start].rstrip().endswith((".", "!", "?")):
            sentence = band.start  # the sum begins its own
        above = self._above(start)
        wrapped = sentence == start and above and not above.startswith("\n")
        newline = text.find("\n", band.end, band.end + AFTER)
        line_end = newline if newline >= 0 else min(band.end + AFTER, len(text))
        end = min(later, line_end)
        before = text[sentence : band.start]
        return Around(
            before=f"{above} {before}" if wrapped else before,
            after=text[band.end : end],
            own=text[max(sentence, min(earlier, band.start)) : band.start],
            inside=text[band.start : band.end],
            heading=f"{text[start:sentence][-LONGEST_LABEL:]}\n{self._heading(band.start)}\n{'' if wrapped else above}",
            above="" if wrapped else above.strip(),
            rest=text[end:line_end],
            where=self._where,
            chip=chip,
        )

    def _last_sentence(self, start: int, end: int) -> int:
        """Where the last sentence of a stretch of one line begins. From its end: the last mark mostly ends the one before."""
        text, at = self._view.text, end
        while (at := max(text.rfind(mark, start, at) for mark in ".!?")) >= 0:
            sentences = list(self._view.sentences(at, end))
            if len(sentences) > 1:
                return sentences[-1][0]
        first, last = self._view.trimmed(start, end)
        return first if first < last else start

    def _above(self, line_start: int) -> str:
        """The last words of the line above: a wrapped sentence as it is, a label after a line break."""
        text = self._view.text
        upper = text[max(0, line_start - 1 - BEFORE) : max(0, line_start - 1)]
        bare = upper.rstrip()
        line = bare[bare.rfind("\n") + 1 :]
        adjacent = "\n" not in upper[len(bare) :]
        if adjacent and len(line) > 45 and not line.endswith((".", ":", "!", "?", ";")):
            return line[-160:]
        return f"\n{line}" if len(line) <= LONGEST_LABEL else ""

    def _heading(self, at: int) -> str:
        line = self._line(at)
        return line.heading if line and line.kind is not LineKind.HEADING else ""

    def _line(self, at: int) -> Line | None:
        index = bisect_right(self._starts, at) - 1
        return self._lines[index] if index >= 0 else None
