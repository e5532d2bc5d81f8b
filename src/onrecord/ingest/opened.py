"""An input whose bytes can be read, wherever it came from."""

from dataclasses import dataclass
from io import BufferedReader

from onrecord.ingest.kinds import Format

__all__ = ["Opened"]


@dataclass(frozen=True, slots=True)
class Opened:
    """Bytes, and what is known of them before they are read.

    Attributes:
        name: Name of the document: the file's name, or the address.
        origin: Path or address as it was given; refusals name it.
        format: What its name or its server says it is.
        stream: The bytes, unpacked.
        url: Address that answered, after redirects, if it is a page.
        charset: Encoding that a server named, if any.
    """

    name: str
    origin: str
    format: Format
    stream: BufferedReader
    url: str | None = None
    charset: str | None = None
