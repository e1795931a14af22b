"""How well the parser reads the project's own samples, field by field: `python -m tests.scoring`."""

from tests.scoring.compare import judge
from tests.scoring.samples import KNOWN, SETS, Sample, samples_in
from tests.scoring.verdict import Verdict

__all__ = ["KNOWN", "SETS", "Sample", "Verdict", "judge", "samples_in"]
