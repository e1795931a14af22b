"""The browser tests drive the machine's own Chromium; without one they are skipped, loudly."""

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def chromium() -> str:
    path = os.environ.get("JOBSITE_CHROMIUM") or shutil.which("chromium") or ""
    if not path:
        pytest.skip("no Chromium here: apt-get install chromium, or name one in JOBSITE_CHROMIUM")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, object]:
    """Quiet and offline: nothing of the browser's own asks the network for anything."""
    flags = ["--disable-gpu", "--no-first-run", "--disable-sync", "--disable-dev-shm-usage"]
    flags += ["--disable-background-networking", "--disable-component-update"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium has no sandbox for root
    return {"executable_path": chromium, "args": flags}


@pytest.fixture(autouse=True)
def _sync_in_async(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright runs an event loop in this thread, which Django would otherwise refuse to query beside."""
    if "page" in request.fixturenames or "browser" in request.fixturenames:
        monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
