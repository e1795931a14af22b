"""From a bare checkout to a running site: what `run.py` does, in two halves.

The first half runs on whatever Python the machine has, with the standard library alone: it makes the
private environment. The second half runs inside that environment. Nothing here is imported by the site.
"""
