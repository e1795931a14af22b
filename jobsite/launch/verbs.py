"""What `run.py` can do: the table of its verbs, and the way from a command line to one of them."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from jobsite.launch import chromium, environment, say
from jobsite.local import PROJECT


@dataclass(frozen=True)
class Verb:
    name: str
    arguments: str
    says: str
    extras: tuple[str, ...]
    run: Callable[[list[str]], int]


def main(arguments: list[str]) -> int:
    """Carry out one command line: first in the caller's Python, then again inside the environment."""
    name, rest = _verb_and_rest(arguments)
    if name in {"help", "-h", "--help"}:
        print(_help())
        return 0
    verb = VERBS.get(name)
    if verb is None:
        print(f"run.py has no verb “{name}”. It knows: {', '.join(VERBS)}.", file=sys.stderr)
        return 2
    try:
        python = environment.prepared_python(PROJECT, verb.extras)
        if not environment.inside(python):
            environment.enter(python, arguments, PROJECT)
        return verb.run(rest)
    except say.Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _verb_and_rest(arguments: list[str]) -> tuple[str, list[str]]:
    """No verb, or an option first, means: start the site."""
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in {"-h", "--help"}):
        return "start", arguments
    return arguments[0], arguments[1:]


def _help() -> str:
    rows = [f"  {f'{verb.name} {verb.arguments}':<34} {verb.says}" for verb in VERBS.values()]
    return "\n".join(["python3 run.py [VERB] …", "", *rows, f"  {'help':<34} this list"])


# The bodies import what only the environment has, so they are imported when they run.


def _start(rest: list[str]) -> int:
    from jobsite.launch.site import start_site

    return start_site(rest)


def _test(rest: list[str]) -> int:
    from jobsite.launch.checks import run_tests

    return run_tests(rest, browser=chromium.ensure_chromium())


def _lint(rest: list[str]) -> int:
    from jobsite.launch.checks import run_lint

    return run_lint(fix="--fix" in rest)


def _score(rest: list[str]) -> int:
    from jobsite.launch.checks import run_scoring

    return run_scoring(rest)


def _manage(rest: list[str]) -> int:
    from jobsite.launch.checks import run_manage

    return run_manage(rest)


def _lock(rest: list[str]) -> int:
    from jobsite.launch.checks import write_constraints

    return write_constraints()


VERBS = {
    verb.name: verb
    for verb in (
        Verb(
            "start",
            "[--port N] [--debug]",
            "the site with its demo library (also without a verb)",
            ("demo",),
            _start,
        ),
        Verb(
            "test",
            "[--soak] [pytest options]",
            "all tests, in parallel; --soak: long campaigns",
            ("demo", "test"),
            _test,
        ),
        Verb("lint", "[--fix]", "ruff, djade and mypy", ("demo", "test", "lint"), _lint),
        Verb(
            "score",
            "[SET …] [--verbose]",
            "the parser on the project's own samples",
            ("demo", "test"),
            _score,
        ),
        Verb("manage", "COMMAND …", "manage.py inside the environment", ("demo",), _manage),
        Verb("lock", "", "write constraints.txt from what is installed", ("demo", "test", "lint"), _lock),
    )
}
