"""Mail: a press release and what came with it."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

from onrecord.core.document import Document
from tests.unit.ingest.formats.files import SAID, pdf
from tests.unit.ingest.reading import read_all, read_one, refused_one


def letter(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Talks at the harbour: Zoë Quist"
    message["From"] = "Press Office <press@harbour.example>"
    message["Date"] = "Fri, 17 May 2024 08:00:00 +0200"
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message


def write(folder: Path, message: EmailMessage) -> Path:
    path = folder / "release.eml"
    path.write_bytes(message.as_bytes())
    return path


def test_plain_text_comes_before_html(tmp_path: Path) -> None:
    message = letter(plain=f"{SAID}\n\nHe left.\n", html="<p>Other</p>")
    doc = read_one(write(tmp_path, message))
    assert doc.text == f"{SAID}\n\nHe left.\n"
    assert doc.title == "Talks at the harbour: Zoë Quist"
    assert doc.byline == "Press Office <press@harbour.example>"
    assert doc.published == date(2024, 5, 17)


def test_html_alone_is_made_text(tmp_path: Path) -> None:
    html = f"<style>p {{}}</style><p>{SAID}</p><ul><li>One<li>Two</ul>"
    doc = read_one(write(tmp_path, letter(html=html)))
    assert doc.text == f"{SAID}\n\nOne\n\nTwo"


def test_articles_that_came_with_it_are_documents_too(tmp_path: Path) -> None:
    message = letter(plain=SAID)
    message.add_attachment(
        pdf(["He left."]), maintype="application", subtype="pdf", filename="b.pdf"
    )
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png"
    )
    first, second = read_all(write(tmp_path, message))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (second.name, second.text) == ("release.eml/b.pdf", "He left.")


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    refused = refused_one(write(tmp_path, letter(plain="\n")))
    assert refused.error.code == "empty-input"


def test_an_unknown_charset_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = b"Subject: x\r\nContent-Type: text/plain; charset=x-nobody\r\n\r\n"
    path.write_bytes(head + b"Ann met Bo.")
    assert read_one(path).text == "Ann met Bo."
