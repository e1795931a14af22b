"""`python -m tests.scoring [SET …] [--verbose]`: the table, and with --verbose every miss above it.

Known failures are counted apart: how many of them still fail.
"""

import argparse
import sys

from tests.scoring.compare import judge
from tests.scoring.samples import KNOWN, SETS, samples_in
from tests.scoring.table import table


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.scoring", description="Score the parser on the samples."
    )
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all if none is named")
    parser.add_argument("--verbose", action="store_true", help="list every miss")
    options = parser.parse_args(arguments)
    chosen = options.sets or list(SETS)
    if unknown := set(chosen) - set(SETS):
        parser.error(f"there is no set {min(unknown)}; there are {', '.join(SETS)}")
    verdicts = {name: judge(samples_in(name)) for name in chosen if name != KNOWN}
    for verdict in verdicts.values() if options.verbose else ():
        print(*verdict.misses, *verdict.broken_spans, sep="\n", end="\n\n")
    if verdicts:
        print(table(verdicts))
    if KNOWN in chosen:
        print(_known_failures(verbose=options.verbose))
    return 1 if any(verdict.broken_spans for verdict in verdicts.values()) else 0


def _known_failures(*, verbose: bool) -> str:
    verdicts = {sample.name: judge((sample,)) for sample in samples_in(KNOWN)}
    mended = [name for name, verdict in verdicts.items() if not verdict.misses]
    lines = [f"\nknown failures        {len(verdicts) - len(mended)} of {len(verdicts)} still fail"]
    lines += [f"  mended, move it to bugs: {name}" for name in mended]
    lines += [f"  {miss}" for verdict in verdicts.values() for miss in verdict.misses if verbose]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
