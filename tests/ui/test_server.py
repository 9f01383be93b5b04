"""What the server sends around the dashboard."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from equality.config import ROOT
from equality.errors import ConfigurationError
from equality.ui.document import TITLE
from equality.ui.server import HEADERS, MIDDLEWARE, ROUTES, serving

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
SCRIPT = "let x = 1;\n" * 5000

SERVER = Starlette(
    routes=[
        Route("/", lambda _: HTMLResponse(INDEX)),
        Route("/script.js", lambda _: PlainTextResponse(SCRIPT, media_type="application/javascript")),
        Route("/json", lambda _: JSONResponse({})),
        *ROUTES,
    ],
    middleware=MIDDLEWARE,
)


def get(path: str, **headers: str) -> tuple[dict[str, str], bytes]:
    """The headers and body that the server answers with."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": asked, "query_string": b"", "root_path": ""}
    asyncio.run(SERVER(scope, receive, send))
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return answered, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize("path", ["/", "/json", "/healthz"])
def test_every_answer_has_the_headers(path: str) -> None:
    answered, _ = get(path)
    assert {name: answered[name.lower()] for name in HEADERS} == HEADERS


def test_scripts_are_compressed_for_those_who_take_it() -> None:
    answered, body = get("/script.js", accept_encoding="gzip")
    assert answered["content-encoding"] == "gzip"
    assert len(body) < len(SCRIPT) / 10
    assert gzip.decompress(body).decode() == SCRIPT


def test_the_document_says_its_language_and_title_and_loads_no_font_that_is_not_used() -> None:
    page = get("/")[1].decode()
    assert '<html lang="en-GB">' in page
    assert f"<title>{TITLE}</title>" in page
    assert 'rel="preload"' not in page


def test_the_servers_address_is_told_before_streamlits_first_script() -> None:
    page = get("/")[1].decode()
    assert 0 < page.index("BACKEND_BASE_URL") < page.index('<script type="module"')


def test_the_documents_length_is_that_of_what_is_sent() -> None:
    answered, body = get("/")
    assert int(answered["content-length"]) == len(body)


def test_no_pages_folder_stands_beside_the_main_script() -> None:
    assert not (ROOT / "equality" / "ui" / "pages").exists()
    assert '"equality/ui/dashboard.py"' in (ROOT / "app.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["10.0.0.4", "192.168.1.10", None])
def test_the_server_does_not_start_beyond_this_machine(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.get_option", lambda _name: address)

    async def start() -> None:
        async with serving(None):
            pass

    with pytest.raises(ConfigurationError, match="beyond this machine"):
        asyncio.run(start())
