"""A long piece of work, done by several processes at once, each with shares of its own.

The work is a generator function by its dotted name: what it yields says how much more is done. A fault of
one process ends the others and is raised here. Processes end with the one that began them, even a killed
one: the next time that they say how far they are, nobody listens.
"""

import os
from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any

import django
from django.db import connection
from django.utils.module_loading import import_string

ENDED = "A process ended in the middle of its work; memory may be short. Try again."
Share = tuple[Any, ...]  # the arguments of one call; they go through a pipe


def cores() -> int:
    """Return how many processes can run at once: not all cores need be ours."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shared_out(work: str, shares: Sequence[Share], processes: int) -> Iterator[int]:
    """Do all shares, one of them at a time in each process; in this process alone if one is enough."""
    if min(processes, len(shares)) <= 1:
        for share in shares:
            yield from import_string(work)(*share)
        return
    context = get_context("spawn")
    children, pipes = [], []
    for number in range(min(processes, len(shares))):
        reader, writer = context.Pipe(duplex=False)
        mine = (work, shares[number::processes], connection.settings_dict["NAME"], writer)
        children.append(context.Process(target=_work, args=mine, daemon=True))
        children[-1].start()
        writer.close()
        pipes.append(reader)
    try:
        yield from _heard(pipes)
    finally:
        for child in children:
            child.terminate()
            child.join()


def _heard(pipes: list[Connection]) -> Iterator[int]:
    while pipes:
        wait(pipes)
        for pipe in [each for each in pipes if each.poll()]:
            try:
                said = pipe.recv()
            except EOFError:
                raise ChildProcessError(ENDED) from None
            if isinstance(said, BaseException):
                raise said
            if said is None:
                pipes.remove(pipe)
            else:
                yield said


def _work(work: str, shares: Sequence[Share], database: str, pipe: Connection) -> None:
    django.setup()
    connection.settings_dict["NAME"] = database
    try:
        for done in shared_out(work, shares, processes=1):
            pipe.send(done)
        pipe.send(None)
    except Exception as fault:
        pipe.send(fault)
