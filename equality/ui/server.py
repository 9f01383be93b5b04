"""What stands around the dashboard: compression, headers, a health answer, and the refusal of a foreign address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equality import __version__
from equality.access import check_address
from equality.config import read_configuration
from equality.errors import ConfigurationError
from equality.ui.document import DocumentMiddleware

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""Sent with every answer. A full content security policy needs Streamlit's inline styles and scripts to be listed."""


class HeadersMiddleware:
    """Adds ``HEADERS`` to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; only the start of an HTTP answer is changed."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def healthz(_request: Request) -> JSONResponse:
    """``{"status": "ok", "version": ...}``: the server answers. What the store holds is not said here."""
    return JSONResponse({"status": "ok", "version": __version__})


@asynccontextmanager
async def serving(_app: object) -> AsyncIterator[None]:
    """Runs with the server; it does not start on an address that the configuration does not allow.

    Raises ConfigurationError for such an address. A faulty configuration starts, so that the page can name the fault.
    """
    address = st.get_option("server.address")
    try:
        mode = read_configuration().access.mode
    except ConfigurationError:
        mode = "local"
    check_address(str(address or "0.0.0.0"), mode)  # noqa: S104 - Streamlit's meaning of no address
    yield


ROUTES = [Route("/healthz", healthz)]
MIDDLEWARE = [
    Middleware(HeadersMiddleware),
    # Streamlit leaves its scripts uncompressed: 7.6 MB for the first chart, a third of that with gzip.
    Middleware(GZipMiddleware, minimum_size=1024, compresslevel=6),
    Middleware(DocumentMiddleware),
]
