"""A web site on this machine whose pages a test can change, and that notes requests."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What the site answers.

    Attributes:
        body: The body.
        status: The HTTP status.
        headers: Headers besides the length. One called ``ETag`` is compared with what
            the request bears.
    """

    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """Pages by path, and what was asked for.

    Attributes:
        address: Where it is, without a closing slash.
        pages: What it answers; 404 for every other path.
        asked: Path and time of each request, in order.
    """

    address: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, float]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def article(self, path: str, *sentences: str, **headers: str) -> str:
        """Put an article on the site; give its address."""
        paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
        body = f"<html><body><article><h1>{path}</h1>{paragraphs}</article>"
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Page(body, headers={"Content-Type": "text/html", **named})
        return self.address + path


@contextmanager
def hosting() -> Iterator[Site]:
    """Run a site."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, time.monotonic()))
            page = site.pages.get(self.path, Page(status=404))
            tag = page.headers.get("ETag")
            is_known = tag is not None and self.headers.get("If-None-Match") == tag
            self.send_response(304 if is_known else page.status)
            for name, value in page.headers.items():
                self.send_header(name, value.replace("SITE", site.address))
            body = b"" if is_known else page.body.replace("SITE", site.address).encode()
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
