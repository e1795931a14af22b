"""Faults of the surroundings as one line that says what to do; everything else keeps its traceback."""

import errno
import re

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError
from environs import EnvError

from jobsite.devdb import DevDBError

LISTED = re.compile(r"""\[['"]([^\]]*?)\.?['"]\]""")


def one_line(fault: BaseException) -> str | None:
    """Return the sentence for a fault that its reader can mend, or None for a bug of ours."""
    match fault:
        case DevDBError() | ChildProcessError():
            return str(fault)
        case EnvError() | ImproperlyConfigured():
            return f"Settings: {_flat(fault)}. See the table of variables in README.md."
        case OperationalError() | InterfaceError():
            return (
                f"The database does not answer: {_flat(fault)}. "
                "Check DATABASE_URL, and that the server runs and lets this machine in."
            )
        case OSError(errno=errno.EROFS | errno.EACCES | errno.EPERM | errno.ENOSPC):
            return f"{fault.filename}: {fault.strerror}. Jobsite needs to write there."
        case _:
            return None


def _flat(fault: BaseException) -> str:
    """On one line, without the brackets in which environs lists what is wrong."""
    return LISTED.sub(r"\1", " ".join(str(fault).split())).rstrip(".")
