"""The child processes of one site, and the caretaker that outlives the process that started them."""

import subprocess
import sys

from jobsite.launch.processes import spawn, stop_sessions
from jobsite.local import PROJECT


class Household:
    """The child processes of one site: started together, replaced when they die, stopped together."""

    def __init__(self, commands: dict[str, list[str]], surroundings: dict[str, str]) -> None:
        self._commands = commands
        self._surroundings = surroundings
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._caretaker = subprocess.Popen(
            [sys.executable, "-m", "jobsite.launch.caretaker"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            start_new_session=True,
        )

    def start(self, name: str) -> None:
        child = spawn(self._commands[name], project=PROJECT, **self._surroundings)
        self._children[name] = child
        self._tell_caretaker(str(child.pid))

    def start_all(self) -> None:
        for name in self._commands:
            self.start(name)

    def dead(self) -> list[str]:
        return [name for name, child in self._children.items() if child.poll() is not None]

    def stop(self) -> None:
        stop_sessions(child.pid for child in self._children.values())
        self._tell_caretaker("done")
        self._caretaker.communicate()

    def _tell_caretaker(self, line: str) -> None:
        if self._caretaker.poll() is None and self._caretaker.stdin:
            self._caretaker.stdin.write(f"{line}\n".encode())
            self._caretaker.stdin.flush()
