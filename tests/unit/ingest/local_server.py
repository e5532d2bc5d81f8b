"""A real HTTP server on this machine, for the tests of fetching."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = """<!doctype html><html lang="en"><head><title>Harbour talks</title>
<meta property="og:site_name" content="The Brindlewick Post">
<meta name="author" content="Ann Teal">
<meta property="article:published_time" content="2017-03-12T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour talks</h1>
<p>Mayor Odo Farrant said on Monday that he had met the envoy twice in May.</p>
<p>“There were no deals,” he said. The café owner Zoë Quist denied it.</p>
</article><footer>All rights reserved</footer></body></html>"""
DRIP_S = 0.05

# path: status, headers, body
PAGES: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/article": (200, {"Content-Type": "text/html; charset=utf-8"}, ARTICLE.encode()),
    "/latin": (
        200,
        {"Content-Type": "text/html; charset=iso-8859-1"},
        ARTICLE.encode("cp1252"),
    ),
    "/packed": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        gzip.compress(ARTICLE.encode()),
    ),
    "/bomb": (
        200,
        {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
        gzip.compress(b"no " * 1_000_000),
    ),
    "/broken-packing": (
        200,
        {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        b"this is no gzip",
    ),
    "/strange-packing": (200, {"Content-Encoding": "br"}, b"???"),
    "/plain.txt": (200, {"Content-Type": "text/plain"}, b"He said\r\nno.\r\n"),
    "/rows.jsonl": (200, {}, b'{"text": "One."}\n{"text": "Two."}\n'),
    "/data": (200, {"Content-Type": "text/csv"}, b"text\nOne.\n"),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(40)),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, b"<rss/>"),
    "/untyped": (200, {}, ARTICLE.encode()),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/gone": (404, {}, b"not here"),
    "/forbidden": (403, {}, b"no"),
    "/moved": (301, {"Location": "/article#top"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/inward": (302, {"Location": "http://127.0.0.2:9/"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/to-nowhere": (302, {"Location": "http://["}, b""),
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        # Those who were sent away close the line; that is what is tested.
        with suppress(ConnectionError):
            self._answer(self.path.partition("?")[0])

    def _answer(self, path: str) -> None:
        if path == "/silent":
            self.server.stopped.wait(30)  # type: ignore[attr-defined]
        elif path == "/drip-head":
            self._drip(b"HTTP/1.0 200 OK\r\nX-Slow: " + b"x" * 10_000)
        elif path == "/drip-body":
            self._drip(b"HTTP/1.0 200 OK\r\n\r\n" + b"x" * 10_000)
        elif path == "/endless":
            self.send_response(200)
            self.end_headers()
            while not self.server.stopped.is_set():  # type: ignore[attr-defined]
                self.wfile.write(b"no " * 10_000)
        elif path == "/cut":
            self.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 1000\r\n\r\nno")
        elif path == "/garbage":
            self.wfile.write(b"\0\1\2 this is not HTTP\r\n\r\n")
        elif path == "/echo-host":
            self._send(
                200, {"Content-Type": "text/plain"}, self.headers["Host"].encode()
            )
        else:
            self._send(*PAGES.get(path, (404, {}, b"")))

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self, data: bytes) -> None:
        for byte in data:
            if self.server.stopped.is_set():  # type: ignore[attr-defined]
                return
            self.wfile.write(bytes([byte]))
            time.sleep(DRIP_S)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.stopped = threading.Event()


@contextmanager
def serving() -> Iterator[str]:
    """Run the server; give its address without a path."""
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
