"""Windows of a real browser: watched for complaints and strangers, and judged by axe in every look."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
OpenContext = Callable[..., BrowserContext]


class Watch:
    """What a browser complained of, and whom it asked for anything, over all pages of a test."""

    def __init__(self, server: LiveServer) -> None:
        self.home = urlsplit(server.url).netloc
        self.complaints: list[str] = []
        self.strangers: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", lambda message: self._heard(message.type, message.text))
        context.on("weberror", lambda fault: self.complaints.append(str(fault.error)))
        context.on("request", lambda request: self._asked(request.url))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "the server responded with a status of 40" not in text:
            self.complaints.append(text)

    def _asked(self, url: str) -> None:
        if urlsplit(url).netloc != self.home and not url.startswith("data:"):
            self.strangers.append(url)


@pytest.fixture
def watched(live_server: LiveServer) -> Iterator[Watch]:
    """Every test here ends with a look at what its pages complained of and whom they asked."""
    watch = Watch(live_server)
    yield watch
    assert (watch.complaints, watch.strangers) == ([], [])


@pytest.fixture
def open_context(browser: Browser, live_server: LiveServer, watched: Watch) -> Iterator[OpenContext]:
    """`open_context(viewport=PHONE, …)`: a browser window of its own, watched."""
    opened = []

    def open_one(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"base_url": live_server.url, "viewport": WIDE, **options})
        context.set_default_timeout(10_000)
        watched.over(context)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


@pytest.fixture
def window(open_context: OpenContext) -> Page:
    return open_context().new_page()


@pytest.fixture
def phone_without_scripts(open_context: OpenContext) -> Page:
    return open_context(viewport=PHONE, java_script_enabled=False).new_page()


def as_administrator(context: BrowserContext, server: LiveServer, administrator: Any) -> None:
    client = Client()
    client.force_login(administrator)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": server.url}])


Enter = Callable[..., Page]


@pytest.fixture
def enter(open_context: OpenContext, live_server: LiveServer, administrator: Any) -> Enter:
    """`enter(java_script_enabled=False)`: a page of an administrator's window."""

    def open_page(**options: Any) -> Page:
        context = open_context(**options)
        as_administrator(context, live_server, administrator)
        return context.new_page()

    return open_page


# Width, colours, scripts. The first two have all of each; a long campaign has all eight together.
LOOKS = [
    ("wide", "light", True),
    ("phone", "dark", False),
    ("wide", "dark", True),
    ("phone", "light", False),
    ("wide", "light", False),
    ("wide", "dark", False),
    ("phone", "light", True),
    ("phone", "dark", True),
]
Findings = Callable[..., dict[str, Any]]


@pytest.fixture
def findings(open_context: OpenContext, watched: Watch, campaign: Callable[..., int]) -> Findings:
    """`findings(path, prepare=…)`: what axe finds on a page in each look, empty if all is well."""

    def find(path: str, prepare: Callable[[BrowserContext], None] = lambda one: None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for width, scheme, scripts in LOOKS[: campaign(sample=2, full=8)]:
            context = open_context(viewport=PHONE if width == "phone" else WIDE, color_scheme=scheme)
            if not scripts:  # axe is one itself, so here the page's own come empty
                context.route("**/*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
            prepare(context)
            page, look = context.new_page(), f"{width}, {scheme}, {'with' if scripts else 'without'} scripts"
            page.goto(path)
            complaints = list(watched.complaints)
            for violation in Axe().run(page).response["violations"]:
                found[f"{look}: {violation['id']}"] = [node["target"] for node in violation["nodes"]]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found[f"{look}: scrolls sideways"] = path
            context.close()
            watched.complaints[:] = complaints  # axe tries inline styles, which the policy refuses
        return found

    return find
