"""A browser for the browser tests: the machine's own Chromium, installed through apt where it can be."""

import os
import shutil
import subprocess

from jobsite.launch.say import Fault, bold, note, step

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def ensure_chromium() -> str:
    """Return the path of a Chromium, or an empty string after saying loudly why there is none."""
    if found := _found():
        return found
    reason = _install_through_apt()
    if found := _found():
        return found
    if os.environ.get("CI"):
        raise Fault(f"CI must run the browser tests, but there is no Chromium: {reason}")
    note(bold(f"\n  BROWSER TESTS ARE SKIPPED: there is no Chromium here. {reason}\n"))
    return ""


def _found() -> str:
    candidates = (shutil.which(name) for name in NAMES)
    return os.environ.get("JOBSITE_CHROMIUM") or next((path for path in candidates if path), "")


def _install_through_apt() -> str:
    """Try `apt-get install chromium`; return why it could not be, for the reader."""
    if not shutil.which("apt-get"):
        return "Install one, or name it in JOBSITE_CHROMIUM."
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become_root and (
        not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode
    ):
        return "As an administrator: apt-get install chromium"
    with step("Installing Chromium through apt"):
        for command in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]):
            done = subprocess.run(
                [*become_root, "apt-get", *command],
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            if done.returncode:
                return (
                    f"apt-get {command[0]} failed: {(done.stderr.strip() or done.stdout).splitlines()[-1:]}"
                )
    return ""
