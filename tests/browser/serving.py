"""The real dashboard in a process of its own, as `streamlit run app.py` starts it, and the browser that looks at it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.error import URLError

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
START_SECONDS = 60
READY_MILLISECONDS = 60_000

# Nothing left to draw: connected, the script at rest, nothing grey or waiting, every chart drawn, for a while on end.
# A page that reruns itself rests between the runs for less than that while.
AT_REST = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    // The form of a chart that this width does not show is never drawn.
    const every = (what, drawn) => [...document.querySelectorAll(what)]
        .filter(one => one.offsetParent !== null).every(one => one.querySelector(drawn));
    const rests = app !== null
        && app.dataset.testConnectionState === 'CONNECTED'
        && app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"], [data-testid="stSpinner"]')
        && every('[data-testid="stPlotlyChart"]', '.main-svg')
        && document.fonts.status === 'loaded';
    const now = performance.now();
    if (!rests) { window.restingSince = null; return false; }
    window.restingSince ??= now;
    return now - window.restingSince > 400;
}"""


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address without a closing slash, its process, and what it has said so far."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def page(self, path: str = "") -> str:
        """The address of a page: `page("indicators?year=2025")`; without a path the first page."""
        return f"{self.url}/{path}"


@contextmanager
def serving(
    store: Path | None = None, config: Path | None = None, extra: Mapping[str, str] | None = None
) -> Iterator[Server]:
    """A dashboard that nobody has visited yet, on the given store and configuration (else the project's own)."""
    paths = {"EQUALITY_STORE": store, "EQUALITY_CONFIG": config}
    environment = os.environ | {name: str(path) for name, path in paths.items() if path} | dict(extra or {})
    port = _free_port()
    with tempfile.TemporaryDirectory(prefix="equality-server-") as folder:
        log = Path(folder) / "server.log"
        with log.open("wb") as said:
            process = _start(port, environment, said)
        server = Server(f"http://127.0.0.1:{port}", process, log)
        try:
            _await_health(server)
            yield server
        finally:
            _stop(process)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _start(port: int, environment: Mapping[str, str], said: IO[bytes]) -> subprocess.Popen[bytes]:
    options = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.headless", "true"]
    return subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", *options],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _await_health(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(server.page("_stcore/health"), timeout=5) as answer:  # noqa: S310 - our own
                if answer.status == 200:
                    return
        except (URLError, TimeoutError, ConnectionError):
            pass
        time.sleep(0.1)
    raise RuntimeError(f"The dashboard did not start. It said:\n{server.log.read_text(errors='replace')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """The whole group: what the server itself started ends with it."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def browser_path() -> str:
    """The installed Chromium; raises with the name of the package when there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise RuntimeError("No browser for the browser tests. On Debian: sudo apt install chromium")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that makes no connection of its own."""
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=[*quiet, "--disable-quic", "--font-render-hinting=none", *sandbox]
        )
        try:
            yield browser
        finally:
            browser.close()


def wait_ready(page: Page) -> None:
    """Returns once the page has stopped changing, counted from now: the script at rest and every chart drawn."""
    page.evaluate("window.restingSince = null")
    page.wait_for_function(AT_REST, timeout=READY_MILLISECONDS, polling=50)


def visit(page: Page, address: str) -> None:
    """Opens the address and waits until the page is ready."""
    page.goto(address, wait_until="domcontentloaded")
    wait_ready(page)
