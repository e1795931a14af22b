#!/usr/bin/env python3
"""Jobsite in one command: `python3 run.py`. Everything else: `python3 run.py help`."""

import sys

if sys.version_info < (3, 11):  # this file parses on any Python, so that the old ones get this sentence
    sys.exit(
        "Jobsite needs Python 3.11 or newer and this is %d.%d. Install a newer one, "
        "then start it by name, for example: python3.12 run.py" % sys.version_info[:2]
    )

from jobsite.launch.verbs import main

sys.exit(main(sys.argv[1:]))
