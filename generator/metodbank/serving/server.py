"""The web server of the preview: pages to whoever may ask, and news to the pages that are open."""

from __future__ import annotations

import os
import socket
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from metodbank.errors import UsageError
from metodbank.serving.answers import NEWS, Answer, Answers, address_of
from metodbank.serving.hosts import may_be_named
from metodbank.serving.notices import news_of
from metodbank.serving.preview import Preview

_NEXT_PORTS = 20
_BREATH_SECONDS = 10
_PATIENCE_SECONDS = 30
_PLAIN = "text/plain; charset=utf-8"


class PreviewServer(ThreadingHTTPServer):
    """Listens at an address. A thread for each request; none of them outlives the process."""

    daemon_threads = True
    request_queue_size = 64
    # On Windows this option would let two servers share one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int) -> None:
        self.host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.answers: Answers
        self.preview: Preview
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Take the port; the name of the machine is not asked for, as http.server would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    def show(self, preview: Preview) -> None:
        """Answer from the preview until `shutdown`."""
        self.preview, self.answers = preview, Answers(preview)
        if not preview.is_over:
            self.serve_forever(poll_interval=0.1)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over a reader who went away in the middle of the answer."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def listening(host: str, port: int, *, is_asked_for: bool) -> PreviewServer:
    """Return a server at the port, or at one of the next where the port was not asked for by number.

    Raises `UsageError` where no port can be had.
    """
    last = port if is_asked_for else port + _NEXT_PORTS
    for number in range(port, last + 1):
        try:
            return PreviewServer(host, number)
        except socket.gaierror as error:
            raise UsageError(f"Адреса «{host}» нет. Укажите другой: --host 127.0.0.1.") from error
        except OSError as error:
            reason = error
    raise UsageError(
        f"Порт {port} по адресу {host} не занять: {reason.strerror or reason}.\nУкажите другой: --port НОМЕР."
    ) from reason


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE_SECONDS
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for an answer

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        path = unquote(path)
        if not may_be_named(self.headers.get("Host"), self.server.host):
            self._send(Answer(421, _PLAIN, "Этот сервер отвечает только по своему адресу.\n".encode()))
        elif address_of(path) == NEWS:
            self._tell_news(unquote(parse_qs(query).get("page", ["/"])[0]))
        else:
            self._send(self.server.answers.to(path))

    do_HEAD = do_GET  # noqa: N815 (the names are http.server's)

    def _refuse(self) -> None:
        self.close_connection = True
        self._send(Answer(405, _PLAIN, "Здесь можно только читать.\n".encode()))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815 (the names are http.server's)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.code)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.content)))
        if answer.location:
            self.send_header("Location", quote(answer.location))
        if answer.code == 405:
            self.send_header("Allow", "GET, HEAD")
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def _end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # No page of another site may take anything from here.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()

    def _tell_news(self, path: str) -> None:
        """Write what the page at the path has to know, each time it changes, while somebody listens."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._end_headers()
        if self.command == "HEAD":
            return
        preview, told = self.server.preview, ""
        self.wfile.write(b"retry: 500\n\n")
        state = preview.state
        while not preview.is_over:
            version = self.server.answers.version_of(path)
            news = news_of(preview, state, address_of(path), version)
            # A line that says nothing finds out whether anybody is still there.
            self.wfile.write(f"data: {news}\n\n".encode() if news != told else b":\n\n")
            told = news
            state = preview.wait(state.number, _BREATH_SECONDS)

    def version_string(self) -> str:
        """Return who answers."""
        return "metodbank"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the signature of http.server)
        """Say nothing: the terminal is for what is wrong in the base."""
