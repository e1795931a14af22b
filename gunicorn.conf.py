"""gunicorn finds this file by its name: one process a core, a few threads each, one log for all."""

import ctypes
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")

from jobsite.faults import one_line

try:
    from django.conf import settings

    settings.ROOT_URLCONF  # noqa: B018 - a wrong variable is said once here, not by every worker
except Exception as fault:
    sys.exit(one_line(fault) or f"{type(fault).__name__}: {fault}")

bind = os.environ.get("JOBSITE_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 1)
threads = 4  # a client that reads slowly holds a thread, not the process; the index has a lock of its own
worker_class = "gthread"
keepalive = 15
timeout = 60
graceful_timeout = 15
memory = Path("/dev/shm")  # noqa: S108 - a heartbeat must not wait for a disk
worker_tmp_dir = str(memory) if memory.is_dir() else None
control_socket_disable = True
secure_scheme_headers = {}  # whether it was HTTPS is settled by JOBSITE_PROXY_HEADER, not by gunicorn
wsgi_app = "jobsite.wsgi"
preload_app = "--reload" not in sys.argv  # workers are copies of one process and share what it has loaded
loglevel = "warning"


def on_starting(server: object) -> None:
    """Every page needs the names of its static files: say that they are missing before each page is a 500."""
    if not settings.DEVELOPMENT and not (settings.STATIC_ROOT / "staticfiles.json").exists():
        sys.exit("Static files are not collected here. Run manage.py collectstatic, then start again.")


def _share_one_heap() -> None:
    """Threads have a heap each otherwise, and what one of them lets go of is of no use to the others."""
    m_arena_max = -8  # of glibc's malloc.h
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).mallopt(m_arena_max, 1)


_share_one_heap()


def when_ready(server: object) -> None:
    """Load the search index once for all workers, and see to it that they go on sharing it."""
    if preload_app:
        from postings.search.index import load_ahead

        load_ahead()
        gc.collect()
        gc.freeze()  # looking for garbage writes to everything that is looked at, and so takes it apart
