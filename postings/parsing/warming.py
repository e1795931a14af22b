"""Before many documents are read: every table loaded, and out of the cycle collector's sight.

The lexicon is some hundred thousand small objects that live as long as the process. Walking them again and again,
as the collector does, took a seventh of the time of reading.
"""

import gc

from postings.parsing.reading import read_document

TRIAL = "Baker\n\nDuties\n- Bake bread in Leeds\n\nRequirements\n- Two years of Python, $20 - $25 an hour\n"


def warm_up() -> None:
    """Read a small text, which loads what all texts need, and set apart what is there then."""
    read_document(TRIAL)
    gc.collect()
    gc.freeze()
