"""Lines of a file that may be larger than memory, each decoded by itself."""

import codecs
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from io import BufferedReader, TextIOWrapper

from onrecord.core.errors import EmptyInputError, EncodingError, InputError
from onrecord.ingest.decoding import decode, given_encoding
from onrecord.ingest.files import guarded, too_large
from onrecord.ingest.options import IngestOptions

__all__ = ["Line", "read_lines"]

_PEEK_BYTES = 8192
_SKIP_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or why it could not be had.

    Attributes:
        number: Counting from 1, blank lines included.
        text: The line with its line end; empty when there is an error.
        error: Why there is no text.
    """

    number: int
    text: str
    error: InputError | None = None


def read_lines(
    stream: BufferedReader, options: IngestOptions
) -> Generator[Line, None, None]:
    """Give the lines of a stream one at a time.

    Only a line feed ends a line. A line over the size limit, or one whose bytes cannot
    be decoded, is given with its error, and the next one follows.

    Args:
        stream: Bytes; never more than one line of them is held.
        options: Size limit and encoding.

    Yields:
        Each line, the last one even without a line end.

    Raises:
        EmptyInputError: There is no line, or nothing that can be seen at its start.
        NotTextError: The stream starts like an image, a program or the like.
        InputError: It cannot be read on.
    """
    head = guarded(lambda: stream.peek(_PEEK_BYTES))
    if not head:
        raise EmptyInputError("is empty (0 bytes); give a file that holds rows")
    encoding, mark = _encoding_of(head, options.encoding)
    guarded(lambda: stream.read(len(mark)))
    if encoding.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(stream, encoding, options.max_bytes)
    else:
        yield from _narrow_lines(stream, encoding, options)


def _encoding_of(head: bytes, given: str | None) -> tuple[str, bytes]:
    if given is not None:
        return given_encoding(head, given)
    try:
        # The head may end within a character; the incremental decoder waits for more.
        whole = codecs.getincrementaldecoder("utf-8")().decode(head).encode()
    except UnicodeError:
        # A whole line cuts no character; nor does a multiple of four in UTF-16 and -32.
        line_end = 0 if b"\0" in head else head.rfind(b"\n") + 1
        whole = head[: line_end or len(head) // 4 * 4] or head
    decoded = decode(whole)
    return decoded.encoding, decoded.mark


def _narrow_lines(
    stream: BufferedReader, encoding: str, options: IngestOptions
) -> Iterator[Line]:
    number = 0
    while raw := guarded(lambda: stream.readline(options.max_bytes + 1)):
        number += 1
        if len(raw) > options.max_bytes and not raw.endswith(b"\n"):
            _skip_line(stream)
            yield Line(number, "", too_large(options.max_bytes))
            continue
        try:
            yield Line(number, _decoded(raw, encoding, options.encoding))
        except InputError as error:
            yield Line(number, "", error)


def _decoded(raw: bytes, encoding: str, given: str | None) -> str:
    # UTF-8 first even in a file that is none: one stray byte in its head must not
    # garble every other line.
    tries = [("utf-8", "strict"), ("utf-8", "surrogatepass"), (encoding, "strict")]
    for name, errors in tries if given is None else tries[2:]:
        try:
            return raw.decode(name, errors)
        except UnicodeError:
            continue
    return decode(raw, encoding=given).text


def _skip_line(stream: BufferedReader) -> None:
    while raw := guarded(lambda: stream.readline(_SKIP_BYTES)):
        if raw.endswith(b"\n"):
            return


def _wide_lines(
    stream: BufferedReader, encoding: str, max_bytes: int
) -> Iterator[Line]:
    text = TextIOWrapper(stream, encoding, errors="surrogatepass", newline="\n")
    try:
        yield from _text_lines(text, max_bytes // 2)
    except UnicodeError as error:
        raise EncodingError(
            f"is not {encoding!r} from here on; repair the file or name its encoding "
            "with --encoding"
        ) from error
    finally:
        # The stream is the caller's to close.
        text.detach()


def _text_lines(text: TextIOWrapper, max_chars: int) -> Iterator[Line]:
    number = 0
    while line := text.readline(max_chars + 1):
        number += 1
        if len(line) <= max_chars or line.endswith("\n"):
            yield Line(number, line)
            continue
        while (rest := text.readline(_SKIP_BYTES)) and not rest.endswith("\n"):
            pass
        yield Line(number, "", too_large(max_chars * 2))
