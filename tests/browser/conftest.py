"""Fixtures of the browser tests: servers on chosen stores, one Chromium, and a page that remembers what went wrong.

Everything lives no longer than this folder's tests: Playwright keeps an event loop running, which others must not meet.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.browser.serving import Server, chromium, serving

Serve = Callable[..., Server]
HERE = Path(__file__).parent

# On a deep link Streamlit's script looks for its server below the page's path first, and the browser logs each miss.
PROBE = re.compile(r"/[^/]+/_stcore/(health|host-config)$")


@dataclass
class Record:
    """What a page did since it was opened: errors in its console, uncaught errors, and the address of every request."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def foreign(self, server: Server) -> list[str]:
        """Requests that left for another place than this server."""
        own = (server.url, server.url.replace("http", "ws", 1), "data:", "blob:")
        return [url for url in self.requests if not url.startswith(own)]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of this folder, and keeps them on one core so that they share one browser and one server."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def serve() -> Iterator[Serve]:
    """serve(store=None, config=None) -> Server: one server for each store and configuration, kept for later tests."""
    running: dict[tuple[Path | None, Path | None], Server] = {}
    with ExitStack() as servers:

        def start(store: Path | None = None, config: Path | None = None) -> Server:
            if (store, config) not in running:
                running[store, config] = servers.enter_context(serving(store, config))
            return running[store, config]

        yield start


@pytest.fixture(scope="package")
def server(serve: Serve) -> Server:
    """The dashboard on the project's own configuration and store."""
    return serve()


@pytest.fixture
def cold_server() -> Iterator[Server]:
    """A dashboard that this test is the first to visit."""
    with serving() as started:
        yield started


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all; each test has a page, cookies and storage of its own."""
    with chromium() as launched:
        yield launched


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page the size of a projector, in light colours."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB", color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture
def record(page: Page) -> Record:
    """What `page` does wrong, and where it asks, from before its first visit."""
    kept = Record()

    def keep_error(message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type == "error" and not PROBE.search(where):
            kept.console_errors.append(f"{message.text} {where}")

    page.on("console", keep_error)
    page.on("pageerror", lambda error: kept.page_errors.append(str(error)))
    page.on("request", lambda request: kept.requests.append(request.url))
    page.on("websocket", lambda socket: kept.requests.append(socket.url))
    return kept
