"""Cleans up after a `run.py` that was killed without a chance to do it itself.

In: a line a child process on standard input. When the input ends without the line `done`, whoever
held its other end is dead: the children are stopped, and the embedded database if nobody else uses it.
"""

import signal
import sys

from django.conf import settings

from jobsite.devdb import DevDB
from jobsite.launch.processes import stop_sessions


def main() -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    database = DevDB(settings.BASE_DIR) if settings.EMBEDDED_DATABASE else None
    if database:
        database.start()
    lines = [line.strip() for line in sys.stdin]
    if "done" not in lines:
        stop_sessions(map(int, lines))
    if database:
        database.stop()


if __name__ == "__main__":
    main()
