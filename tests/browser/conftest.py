"""Browser tests share one thread with Playwright's event loop, and so do all tests that come after them."""

from collections.abc import Iterator

import pytest

from tests.browser.windows import (  # noqa: F401  (fixtures)
    enter,
    findings,
    open_context,
    phone_without_scripts,
    watched,
    window,
)


@pytest.fixture(scope="session", autouse=True)
def _queries_beside_an_event_loop() -> Iterator[None]:
    """From the first browser test to the end of the session: the loop runs on between tests, and the
    test database is made and destroyed beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield
