"""One child process: started in a session of its own, asked over pipes, ended with all that it started.

Breach tells why a child was ended: `time_limit`, `memory_limit`, `output_limit`, or `crashed` for the rest.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from postings.readers import limits
from postings.readers.confinement.frames import (
    BrokenFrame,
    Ended,
    TooLong,
    from_json,
    read_frame,
    write_frame,
)
from postings.readers.source import Refused, Source

ROOT = Path(__file__).parents[3]  # where `postings` stands
PROGRAM = "from postings.readers.confinement.child import serve; serve()"
START = "import sys; sys.path.insert(0, sys.argv[1]); "
START_SECONDS = 60.0  # importing the converters on a busy machine
LARGEST_GREETING = 100


class Breach(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Child:
    def __init__(self, wall_seconds: float, program: str = "") -> None:
        self._wall_seconds = wall_seconds
        self.files = 0
        self._timed_out = False
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", START + (program or PROGRAM), str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            start_new_session=True,
        )
        self._requests = cast("BinaryIO", self._process.stdin)  # both are pipes, as asked for above
        self._answers = cast("BinaryIO", self._process.stdout)
        with self._deadline(START_SECONDS):
            self.network = self._greeting()

    @property
    def pid(self) -> int:
        return self._process.pid

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: bytes) -> Iterator[Source | Refused]:
        """Yield the outcomes for one file; Breach as soon as a limit is passed."""
        self.files += 1
        received = 0
        with self._deadline(self._wall_seconds):
            try:
                write_frame(self._requests, request)
                while (outcome := from_json(read_frame(self._answers))) is not None:
                    if isinstance(outcome, Source):
                        received += len(outcome.text)
                        if len(outcome.text) > limits.TEXT_BYTES or received > limits.BATCH_BYTES:
                            raise Breach("output_limit")
                    yield outcome
            except (BrokenFrame, OSError) as fault:
                raise Breach(self._cause(fault)) from fault

    def _greeting(self) -> str:
        try:
            return read_frame(self._answers, LARGEST_GREETING).decode("ascii", "replace")
        except BrokenFrame as fault:
            self.end()
            raise RuntimeError("the confined reader does not start; run it by hand to see why") from fault

    def _cause(self, fault: Exception) -> str:
        """Return why the child ended, from how it ended; one that goes on sending nonsense has crashed."""
        if isinstance(fault, TooLong):
            return "output_limit"
        if isinstance(fault, BrokenFrame) and not isinstance(fault, Ended):
            return "crashed"
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        if self._timed_out or self._process.returncode == -signal.SIGXCPU:
            return "time_limit"
        return "crashed"

    @contextlib.contextmanager
    def _deadline(self, seconds: float) -> Iterator[None]:
        """End the child when its time is over, so that the pipe that is waited on closes."""
        timer = threading.Timer(seconds, self._time_out)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _time_out(self) -> None:
        self._timed_out = True
        self._kill()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> None:
        """End the child and everything in its session; a closed pipe is no fault any more."""
        self._kill()
        self._process.wait()
        for stream in (self._requests, self._answers):
            with contextlib.suppress(OSError):
                stream.close()
