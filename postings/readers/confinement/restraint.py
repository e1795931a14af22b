"""What a child gives up before it reads a stranger's file: network, files to write, processes, memory.

Run in the child, after its modules are imported. Where the machine permits it, the child moves into a network
namespace of its own, which has no network at all; an audit hook refuses the same things in Python besides.
"""

import ctypes
import os
import resource
import sys

from postings.readers import limits

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
REFUSED = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown",
    "os.truncate", "os.kill", "os.putenv", "pty.", "shutil.", "ftplib.", "smtplib.", "urllib.", "http.",
    "webbrowser.",    "ctypes.dlopen", "ctypes.dlsym", "sqlite3.", "tempfile.",
)  # fmt: skip


class NotPermitted(Exception):
    """A converter tried what reading a document never needs."""


def restrain() -> str:
    """Give everything up; return what keeps the network away: "namespace" or "audit hook"."""
    network = "namespace" if _leave_network() else "audit hook"
    _lower(resource.RLIMIT_AS, limits.CHILD_MEMORY)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NPROC, 0)
    sys.addaudithook(_refuse)
    return network


def allow_cpu(seconds: int) -> None:
    """Allow so many seconds more than were used; after them the system ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def _leave_network() -> bool:
    try:
        system = ctypes.CDLL(None, use_errno=True)
        return any(system.unshare(flags) == 0 for flags in (CLONE_NEWUSER | CLONE_NEWNET, CLONE_NEWNET))
    except (OSError, AttributeError):
        return False


def _lower(which: int, most: int) -> None:
    _, hard = resource.getrlimit(which)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(which, (most, most))


def _refuse(event: str, details: tuple[object, ...]) -> None:
    if event == "open":
        mode, flags = details[1], details[2]
        writes = isinstance(mode, str) and set(mode) & set("wax+")
        if writes or (isinstance(flags, int) and flags & WRITING):
            raise NotPermitted("writing a file")
    elif event.startswith(REFUSED):
        raise NotPermitted(event)
