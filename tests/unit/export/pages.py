"""A page as a browser's parser would see it, for tests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "hr", "input"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str | None]
    children: list["Node | str"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    @property
    def text(self) -> str:
        return "".join(
            child if isinstance(child, str) else child.text for child in self.children
        )

    def find(self, tag: str = "", **attributes: str) -> list["Node"]:
        """Find nodes by tag and by words in their attributes (class_ for class)."""
        wanted = {
            key.rstrip("_").replace("_", "-"): word for key, word in attributes.items()
        }
        return [
            node
            for node in self.walk()
            if tag in ("", node.tag)
            and all(
                word in (node.attributes.get(key) or "").split()
                for key, word in wanted.items()
            )
        ]

    def by_id(self, anchor: str) -> "Node":
        (node,) = (node for node in self.walk() if node.attributes.get("id") == anchor)
        return node


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice in {tag}"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"{tag} closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    """Parse a page; tags that do not nest raise."""
    # A browser takes CR and CRLF in a file for a line feed.
    builder = _Builder()
    builder.feed(page.replace("\r\n", "\n").replace("\r", "\n"))
    builder.close()
    assert builder.open == [builder.root], "something is not closed"
    return builder.root
