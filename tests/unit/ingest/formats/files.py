"""Small files of every kind, made here."""

import gzip
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx

SAID = "Mayor Odo Farrant said on Monday that he had met the envoy twice in May."
PAGE = f"<html><body><article><h1>Talks</h1><p>{SAID}</p></article></body></html>"


def pdf(*pages: Sequence[str], info: str = "") -> bytes:
    """Write a PDF file whose pages hold these lines; a blank one ends a paragraph."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    page = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        content = f"BT /F1 11 Tf 14 TL 60 740 Td {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {page} /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    out = BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    out.write(f"trailer {trailer}\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def word_file(path: Path, *paragraphs: str, author: str = "", title: str = "") -> Path:
    """Write a DOCX file with a table at its end."""
    content = docx.Document()
    content.core_properties.author, content.core_properties.title = author, title
    for paragraph in paragraphs:
        content.add_paragraph(paragraph)
    cells = content.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "12 March", "Rehn"
    content.save(str(path))
    return path


def warc(path: Path, *answers: tuple[str, str, str, bytes]) -> Path:
    """Write a packed WARC file of addresses, statuses, media types and bodies."""
    path.write_bytes(b"".join(gzip.compress(_record(*answer)) for answer in answers))
    return path


def _record(*answer: str | bytes) -> bytes:
    address, status, media_type, body = answer
    assert isinstance(body, bytes)
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def wacz(path: Path, *archives: Path) -> Path:
    """Pack WARC files into a WACZ file."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("datapackage.json", "{}")
        for archive in archives:
            package.write(archive, f"archive/{archive.name}")
    return path
