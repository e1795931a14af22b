"""The child's side: read one file after another as the parent asks, and say what came of each.

In, on standard input: a pickled (content, name, columns, of tables, seconds). Out, on what was standard
output: a message for each Source or Refused, then "end". Whatever a converter prints goes nowhere.
"""

import os
import pickle
import sys
from typing import BinaryIO

from postings.readers import (
    limits,
    pdf,  # noqa: F401 - reading.py imports it when it is needed, and then it is too late here
)
from postings.readers.confinement.frames import Ended, read_frame, to_json, write_frame
from postings.readers.confinement.restraint import allow_cpu, restrain
from postings.readers.reading import Document
from postings.readers.source import Refused, Unreadable

END = b'"end"'
LARGEST_REQUEST = 2 * limits.UNPACKED_BYTES


def serve() -> None:
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    network = restrain()
    write_frame(answers, network.encode())
    while True:
        try:
            request = read_frame(sys.stdin.buffer, LARGEST_REQUEST)
        except Ended:
            return  # the parent has gone
        answer(request, answers)


def answer(request: bytes, answers: BinaryIO) -> None:
    content, name, columns, of_tables, cpu_seconds = pickle.loads(request)  # noqa: S301  # from the parent, which is trusted
    allow_cpu(cpu_seconds)
    exhausted = False
    try:
        document = Document(content, name, columns)
        for outcome in document.previews() if of_tables else document.sources():
            write_frame(answers, to_json(outcome))
    except Unreadable as fault:
        write_frame(answers, to_json(Refused(name, fault.code, str(fault))))
    except MemoryError:
        exhausted = True  # told only when the traceback has let go of what filled the memory
    if exhausted:
        write_frame(answers, to_json(Refused(name, "memory_limit", "")))
    write_frame(answers, END)
