"""`manage.py`: run a Django command, with the embedded database up if the command needs one."""

import sys

from jobsite.faults import one_line

# These answer from files alone, so they must work where no database can be started.
WITHOUT_DATABASE = {
    *(
        "help",
        "version",
        "--help",
        "--version",
        "-h",
        "check",
        "collectstatic",
        "findstatic",
        "parse",
        "align",
    ),
}


def needs_database(argv: list[str]) -> bool:
    return bool(argv[1:]) and argv[1] not in WITHOUT_DATABASE and not {"backup", "--check"}.issubset(argv[1:])


def run_command(argv: list[str]) -> int:
    """Run `manage.py …` and return its exit code; a fault of the surroundings is one line on stderr."""
    try:
        from django.conf import settings
        from django.core.management import execute_from_command_line

        from jobsite.devdb import DevDB

        if settings.EMBEDDED_DATABASE and needs_database(argv):
            DevDB(settings.BASE_DIR).start()
        execute_from_command_line(argv)
    except Exception as fault:
        sentence = one_line(fault)
        if sentence is None or "--traceback" in argv:
            raise
        print(sentence, file=sys.stderr)
        return 1
    return 0
