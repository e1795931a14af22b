"""A process that uses a development database, and does what its standard input says.

In: as arguments a project directory, a name, settings (JSON), the uid and the gid to become ("-" to stay);
then one JSON list a line: a verb and its arguments.
Out: one JSON value a line, {"fault": ...} for a DevDBError.
It ends as programs end: when its input does, or by SIGTERM whose handler raises SystemExit.
"""

import json
import os
import signal
import sys
from pathlib import Path

import psutil  # noqa: F401  (imported while this process can still read it)

from jobsite.devdb import DevDB, DevDBError


def leave(*_: object) -> None:
    raise SystemExit(143)


def become(uid: str, gid: str) -> None:
    if uid != "-":
        os.setgroups([])
        os.setgid(int(gid))
        os.setuid(int(uid))


class Holder:
    def __init__(self, project: str, name: str, settings: str) -> None:
        self.db = DevDB(Path(project), name=name, settings=json.loads(settings))

    def where(self) -> dict[str, str]:
        db = self.db
        return {"base": str(db.base), "data": str(db.data), "socket_dir": str(db.socket_dir), "url": db.url}

    def start(self) -> str:
        return self.db.start()

    def stop(self) -> None:
        self.db.stop()

    def running(self) -> bool:
        return self.db.running()

    def program(self, name: str) -> str:
        return str(self.db.program(name))

    def sql(self, statement: str) -> str:
        return self.db.run("psql", "-XAtqc", statement, self.db.url).stdout.strip()

    def fork(self) -> int:
        """The exit status of a child that ends as a program ends, exit functions and all."""
        child = os.fork()
        if child == 0:
            sys.exit(0)
        return os.waitpid(child, 0)[1]


def main(project: str, name: str, settings: str, uid: str, gid: str) -> None:
    signal.signal(signal.SIGTERM, leave)
    become(uid, gid)
    holder = Holder(project, name, settings)
    for line in sys.stdin:
        verb, *arguments = json.loads(line)
        try:
            answer = getattr(holder, verb)(*arguments)
        except DevDBError as fault:
            answer = {"fault": str(fault)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
