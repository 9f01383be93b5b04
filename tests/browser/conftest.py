"""Fixtures of the browser tests: servers on chosen stores, one Chromium, and a page that remembers what went wrong.

Everything lives no longer than this folder's tests: Playwright keeps an event loop running, which others must not meet.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, WebSocket

from equality.config import read_configuration
from equality.demonstration.stores import write_demonstration
from tests.browser.serving import Server, chromium, serving
from tests.browser.stores import single_return

PAGES = tuple(stem for section in read_configuration().navigation for stem in section.pages)
"""Every page of the menu: a new one is tested without a new line."""

OPENED = (*PAGES, *(f"indicators?indicator={number}" for number in (2, 9)), "representation?block=medical")
"""The same, and what some of them show when something is opened: one indicator as a ratio, one in points."""

Serve = Callable[..., Server]
HERE = Path(__file__).parent


@dataclass
class Record:
    """What a page did since it was opened: errors in its console, uncaught errors, requests, what it was sent."""

    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    frames: list[bytes] = field(default_factory=list)

    @property
    def received(self) -> str:
        """Everything that the server has pushed to the page; what is not text in it is left out."""
        return b"".join(self.frames).decode("utf-8", errors="ignore")

    def faults(self, server: Server) -> list[str]:
        """All that no page may do; empty for a page that did well."""
        return [*self.console_errors, *self.page_errors, *self.foreign(server)]

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
def small_server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """Three invented organisations over two years: few enough for every choice to be tried on every page."""
    store = write_demonstration(tmp_path_factory.mktemp("small") / "store", organisations=3, years=2)
    return serve(store.path)


@pytest.fixture(scope="package")
def single_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small trust with its first return, and nothing of the demonstration."""
    return single_return(tmp_path_factory.mktemp("single"))


@pytest.fixture(scope="package")
def single_server(serve: Serve, single_store: Path) -> Server:
    """The dashboard of that one trust."""
    return serve(single_store)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all; each test has a page, cookies and storage of its own."""
    with chromium() as launched:
        yield launched


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """new_page(width=1280, height=720, scheme="light") -> Page: in a browser profile of its own."""
    opened: list[BrowserContext] = []

    def open_page(width: int = 1280, height: int = 720, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="en-GB",
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        opened.append(context)
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A fresh page the size of a projector, in light colours."""
    return new_page()


@pytest.fixture
def record(page: Page) -> Record:
    """What `page` does wrong, and where it asks, from before its first visit."""
    kept = Record()

    def keep_error(message: ConsoleMessage) -> None:
        if message.type == "error":
            kept.console_errors.append(f"{message.text} {message.location['url']}")

    def keep_socket(socket: WebSocket) -> None:
        kept.requests.append(socket.url)
        socket.on("framereceived", lambda frame: kept.frames.append(frame if isinstance(frame, bytes) else b""))

    page.on("console", keep_error)
    page.on("pageerror", lambda error: kept.page_errors.append(str(error)))
    page.on("request", lambda request: kept.requests.append(request.url))
    page.on("websocket", keep_socket)
    return kept
