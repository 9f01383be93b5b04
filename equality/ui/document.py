"""The one HTML document that Streamlit serves, put right before it is sent: language, title, unused font, landmarks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE = "Race equality in the workforce"
_SCRIPT = Path(__file__).with_name("document.js")
_FONT_PRELOAD = re.compile(rb"<link\s[^>]*rel=\"preload\"[^>]*>")
_TITLE = re.compile(rb"<title>[^<]*</title>")
_NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_AGENT_LINK = re.compile(rb"<link\s[^>]*rel=\"service-desc\"[^>]*>")


@lru_cache(maxsize=4)
def corrected_document(page: bytes) -> bytes:
    """Streamlit's index page in British English, with its title and script, without the font that is never used."""
    script = f"<script>{_SCRIPT.read_text(encoding='utf-8')}</script>".encode()
    page = page.replace(b'<html lang="en">', b'<html lang="en-GB">')
    page = _FONT_PRELOAD.sub(b"", page)
    page = _AGENT_LINK.sub(b"", page)
    page = _TITLE.sub(f"<title>{TITLE}</title>".encode(), page)
    page = _NOSCRIPT.sub(b"<noscript><p>This dashboard needs JavaScript, which it serves itself.</p></noscript>", page)
    # Before every other script: Streamlit reads the server's address once, when its own first script is loaded.
    return page.replace(b"<head>", b"<head>" + script)


class DocumentMiddleware:
    """Corrects HTML answers; everything else passes unchanged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Holds back an HTML answer until it is whole, corrects it, and sends it."""
        if scope["type"] == "http":
            # Streamlit would compress some pages itself, and what is compressed cannot be corrected.
            plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            await self.app({**scope, "headers": plain}, receive, _Correcting(send))
        else:
            await self.app(scope, receive, send)


class _Correcting:
    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.start = message
        elif self.start is not None and message["type"] == "http.response.body":
            await self._gather(self.start, message)
        else:
            await self.send(message)

    async def _gather(self, start: Message, message: Message) -> None:
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        page = corrected_document(self.body) if self.body else b""
        headers = MutableHeaders(scope=start)
        if self.body:
            headers["Content-Length"] = str(len(page))
            del headers["ETag"]
        await self.send(start)
        await self.send({"type": "http.response.body", "body": page})


def _is_page(message: Message) -> bool:
    headers = Headers(scope={"headers": message["headers"], "type": "http"})
    return (
        message["status"] == 200
        and headers.get("content-type", "").startswith("text/html")
        and "content-encoding" not in headers
    )
