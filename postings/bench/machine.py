"""On what was measured: figures without this mean nothing."""

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version

from django.db import connection

from postings.sharing import cores

SETTINGS = ("server_version", "shared_buffers", "work_mem", "max_parallel_workers_per_gather", "jit")


def machine() -> dict[str, str | int]:
    return {
        "cores": cores(),
        "processor": _processor(),
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{f"postgresql_{name}": _setting(name) for name in SETTINGS},
        "sqlite": sqlite3.sqlite_version,
        **{name: _version(name) for name in ("tantivy", "pyroaring", "numpy", "django")},
    }


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as about:  # noqa: PTH123 - no file of ours
            names = [line.partition(":")[2].strip() for line in about if line.startswith("model name")]
    except OSError:
        return platform.processor()
    return names[0] if names else platform.processor()


def _setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
