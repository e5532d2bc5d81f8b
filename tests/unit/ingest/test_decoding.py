"""Which encoding is found, and that nothing else is changed."""

import codecs

import pytest

from onrecord.core.errors import EmptyInputError, EncodingError, NotTextError
from onrecord.ingest.decoding import decode, given_encoding
from onrecord.ingest.legacy import legacy_encoding
from onrecord.ingest.wide import wide_encoding
from tests.unit.ingest.samples import ELF, IDS, JPEG, LEGACY, NOISE, PDF, PNG, ZIP

WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
ODD = "A\r\nB\rC\u2028 é e\u0301 \u00ad\u200b\ufeff 🙂 \0 “no”\x0c"

each_legacy = pytest.mark.parametrize(
    ("encoding", "text"), [sample[1:] for sample in LEGACY], ids=IDS
)


@each_legacy
@pytest.mark.parametrize("times", [1, 30], ids=["sentence", "article"])
def test_legacy_encoding_is_found(encoding: str, text: str, times: int) -> None:
    long = f"{text} " * times
    assert decode(long.encode(encoding)).text == long


@pytest.mark.parametrize("text", [text for _, _, text in LEGACY], ids=IDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", *WIDE])
def test_unicode_is_found_with_and_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_nothing_but_the_mark_is_taken_off(encoding: str) -> None:
    decoded = decode(ODD.encode(encoding))
    assert decoded.text == ODD
    assert decoded.mark + ODD.encode(decoded.encoding) == ODD.encode(encoding)


def test_only_the_first_mark_is_no_text() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"no").text == "\ufeffno"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_unpaired_surrogates_stay(encoding: str) -> None:
    text = "before \ud83d after"
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else b""
    assert decode(mark + text.encode(encoding, "surrogatepass")).text == text


def test_plain_english_of_even_length_is_not_read_in_pairs() -> None:
    data = b"Bush hid the facts"
    assert wide_encoding(data) is not None, "read in pairs it is Chinese"
    assert decode(data).encoding == "utf-8"
    assert decode(data + b"\0\0").text == "Bush hid the facts\0\0"


def test_utf_16_mark_before_a_nul_is_not_utf_32() -> None:
    data = codecs.BOM_UTF16_LE + "\0no".encode("utf-16-le")
    assert decode(data).text == "\0no"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(PNG, "image/png", id="png"),
        pytest.param(JPEG, "image/jpeg", id="jpeg"),
        pytest.param(PDF, "application/pdf", id="pdf"),
        pytest.param(ZIP, "application/zip", id="docx"),
        pytest.param(ELF, "executable", id="program"),
        pytest.param(NOISE, "control characters", id="noise"),
        pytest.param(bytes(5000), "control characters", id="zeros"),
    ],
)
def test_bytes_that_are_no_text_are_refused_by_kind(data: bytes, kind: str) -> None:
    with pytest.raises(NotTextError, match=kind):
        decode(data)


@pytest.mark.parametrize(
    "start", ["MZ Media reports: ", "BM, says Ann. ", "II. Part. "]
)
def test_text_that_starts_like_a_program_is_text(start: str) -> None:
    text = start + "Café Brindlewick is closed."
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u200b\u00a0".encode()],
    ids=["nothing", "blanks", "mark", "wide-mark", "zero-width"],
)
def test_what_cannot_be_seen_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyInputError):
        decode(data)


def test_encoding_that_is_given_is_not_doubted() -> None:
    assert decode("é".encode(), encoding="cp1252").text == "Ã©"
    assert decode("no".encode("utf-16"), encoding="utf-16").text == "no"
    assert decode("no".encode("utf-8-sig"), encoding="UTF8").text == "no"
    assert decode("no".encode("utf-16-le"), encoding="utf-16").text == "no"


def test_encoding_that_is_given_and_broken_is_named() -> None:
    with pytest.raises(EncodingError, match=r"'ascii'.*--encoding"):
        decode("é".encode(), encoding="ascii")


def test_mark_of_the_other_byte_order_is_text() -> None:
    assert given_encoding(codecs.BOM_UTF16_BE, "utf-16-le") == ("utf-16-le", b"")


@pytest.mark.parametrize(
    ("hint", "data", "text"),
    [
        pytest.param("koi8-r", "да".encode("koi8_r"), "да", id="followed"),
        pytest.param("iso-8859-1", b"\x93no\x94", "“no”", id="as-the-web-means-it"),
        pytest.param("iso-8859-1", "“é”".encode(), "“é”", id="utf-8-wins"),
        pytest.param("utf-8", b"caf\xe9", "café", id="broken"),
        pytest.param("no-such-thing", b"caf\xe9", "café", id="unknown"),
    ],
)
def test_hint_helps_where_bytes_do_not_speak(hint: str, data: bytes, text: str) -> None:
    assert decode(data, hint=hint).text == text


def test_western_is_the_default() -> None:
    assert legacy_encoding(b"Zo\xeb") == "cp1252"
    assert legacy_encoding(b"D\xe9j\xe0 vu") == "cp1252"


def test_unassigned_bytes_still_give_text_or_a_refusal() -> None:
    data = b"No \x81\x8d\x8f\x90\x9d meeting was held, she said."
    assert "meeting was held" in decode(data).text
