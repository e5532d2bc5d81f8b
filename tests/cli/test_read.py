"""``onrecord read``: every format, every input, and what is said of bad ones."""

import json
import socket
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import Command

SAID = 'Ann Example said that she had met Bo. "I was there," Bo said.\n'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4


def write(name: str, text: str | bytes = SAID) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def names(out: str) -> list[str]:
    return [json.loads(line)["doc"]["name"] for line in out.splitlines()]


class TestFormats:
    def test_text_is_what_you_get_without_asking(self, onrecord: Command) -> None:
        result = onrecord("read", write("a.txt"))
        assert (result.code, result.err) == (0, "")
        assert "a.txt" in result.out
        assert "she had met Bo" in result.out
        assert "\x1b" not in result.out

    def test_json_is_one_valid_record_a_line(self, onrecord: Command) -> None:
        result = onrecord("read", write("a.txt"), write("b.txt"), "--format", "json")
        assert result.code == 0
        assert names(result.out) == ["a.txt", "b.txt"]
        schema = json.loads(
            (resources.files("onrecord.core") / "record.schema.json").read_text()
        )
        for line in result.out.splitlines():
            jsonschema.validate(json.loads(line), schema)

    def test_html_is_one_page_for_all(self, onrecord: Command) -> None:
        write("a.txt", SAID)
        write("b.txt", SAID.replace("Bo", "Cy"))
        result = onrecord("read", "a.txt", "b.txt", "--output", "page.html")
        assert (result.code, result.out) == (0, "")
        page = Path("page.html").read_text(encoding="utf-8")
        assert page.lower().count("<!doctype html>") == 1
        assert "a.txt" in page
        assert "b.txt" in page

    def test_brat_goes_to_the_screen_for_one(self, onrecord: Command) -> None:
        result = onrecord("read", write("a.txt"), "--format", "brat")
        assert result.code == 0
        assert result.out.startswith("T1\t")

    def test_brat_goes_into_a_folder_for_several(self, onrecord: Command) -> None:
        sources = write("x/a.txt", SAID + "\r\n"), write("y/a.txt"), write("b c.md")
        result = onrecord("read", *sources, "--format", "brat", "--output", "out")
        assert result.code == 0
        written = sorted(path.name for path in Path("out").iterdir())
        assert written == [
            *("a-2.ann", "a-2.txt", "a.ann", "a.txt"),
            *("b_c.md.ann", "b_c.md.txt"),
        ]
        assert Path("out/a.txt").read_bytes() == (SAID + "\r\n").encode()

    def test_several_as_brat_on_one_screen_are_refused(self, onrecord: Command) -> None:
        result = onrecord("read", write("a.txt"), write("b.txt"), "--format", "brat")
        assert (result.code, result.out) == (2, "")
        assert "--output FOLDER" in result.err

    def test_the_file_name_chooses_the_format(self, onrecord: Command) -> None:
        onrecord("read", write("a.txt"), "-o", "a.jsonl")
        assert names(Path("a.jsonl").read_text()) == ["a.txt"]


class TestOptions:
    def test_published(self, onrecord: Command) -> None:
        result = onrecord(
            *("read", write("a.txt"), "--format", "json"),
            *("--published", "17 May 2024"),
        )
        assert json.loads(result.out)["doc"]["published"] == "2024-05-17"

    def test_map(self, onrecord: Command) -> None:
        write("rows.csv", "body,head\nAnn said no.,A title\n")
        result = onrecord(
            *("read", "rows.csv", "--map", "text=body", "--map", "title=head"),
            *("--format", "json"),
        )
        doc = json.loads(result.out)["doc"]
        assert (doc["title"], doc["length"]) == ("A title", len("Ann said no."))

    def test_encoding(self, onrecord: Command) -> None:
        write("a.txt", "Жан said no.".encode("koi8-r"))
        result = onrecord("read", "a.txt", "--encoding", "koi8-r", "--format", "json")
        assert json.loads(result.out)["doc"]["length"] == len("Жан said no.")

    @pytest.mark.parametrize(
        ("option", "value", "hint"),
        [
            ("--published", "03/04/2024", "2024-05-17"),
            ("--published", "May 2024", "2024-05-17"),
            ("--max-size", "huge", "50MB"),
            ("--timeout", "0", "above 0"),
            ("--threads", "-3", "above 0"),
            ("--map", "body", "FIELD=COLUMN"),
            ("--map", "txet=body", "text"),
            ("--encoding", "klingon", "utf-8"),
            ("--reader", "nobody", "rules"),
            ("--format", "pdf", "html"),
        ],
    )
    def test_a_bad_value_is_misuse(
        self, onrecord: Command, option: str, *, value: str, hint: str
    ) -> None:
        result = onrecord("read", write("a.txt"), option, value)
        assert (result.code, result.out) == (2, "")
        assert value in result.err
        assert hint in result.err

    def test_a_bad_setting_is_misuse(
        self, onrecord: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ONRECORD_THREADS", "all")
        result = onrecord("read", write("a.txt"))
        assert result.code == 2
        assert "ONRECORD_THREADS" in result.err

    def test_a_setting_counts_and_an_option_wins(
        self, onrecord: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ONRECORD_MAX_SIZE", "5B")
        assert onrecord("read", write("a.txt")).code == 1
        assert onrecord("read", write("a.txt"), "--max-size", "1KB").code == 0

    def test_no_source_is_misuse(self, onrecord: Command) -> None:
        result = onrecord("read")
        assert result.code == 2
        assert "SOURCE" in result.err


BAD = {
    "empty": ("bad.txt", b"", "empty"),
    "blank": ("bad.txt", b" \n\t\n", "empty|blank|nothing"),
    "png-named-txt": ("bad.txt", PNG, "PNG|image|not text|no text"),
    "one-line-of-20-mb": ("bad.txt", b"word " * 4_000_000, "--max-size"),
    "page-without-article": (
        "bad.html",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "article",
    ),
}


class TestBadInput:
    @pytest.mark.parametrize(
        ("name", "content", "reason"), BAD.values(), ids=BAD.keys()
    )
    def test_is_named_and_the_rest_goes_on(
        self, onrecord: Command, name: str, *, content: bytes, reason: str
    ) -> None:
        bad = write(f"news/{name}", content)
        write("news/a.txt")
        write("news/z.txt", SAID + "More.")
        result = onrecord("read", "news", "--format", "json")
        assert result.code == 3
        assert names(result.out) == ["a.txt", "z.txt"]
        assert f"Refused: {bad}" in result.err
        assert any(word in result.err for word in reason.split("|"))
        assert "2 read, 1 refused." in result.err
        assert "Traceback" not in result.err

    @pytest.mark.parametrize(
        ("name", "content", "reason"), BAD.values(), ids=BAD.keys()
    )
    def test_alone_is_failure(
        self, onrecord: Command, name: str, *, content: bytes, reason: str
    ) -> None:
        result = onrecord("read", write(name, content), "-o", "out.json")
        assert (result.code, result.out) == (1, "")
        assert any(word in result.err for word in reason.split("|"))
        assert not Path("out.json").exists()

    def test_a_missing_file(self, onrecord: Command) -> None:
        result = onrecord("read", "missing.txt", write("a.txt"), "--format", "json")
        assert result.code == 3
        assert "Refused: missing.txt is not there" in result.err
        assert names(result.out) == ["a.txt"]

    def test_an_empty_folder(self, onrecord: Command) -> None:
        Path("empty").mkdir()
        result = onrecord("read", "empty")
        assert result.code == 1
        assert "Refused: empty is a folder without files" in result.err

    def test_an_address_that_nobody_answers(self, onrecord: Command) -> None:
        address = "http://127.0.0.1:9/article.html"
        result = onrecord(
            "read", address, write("a.txt"), "--allow-private", "--format", "json"
        )
        assert result.code == 3
        assert f"Refused: {address}" in result.err
        assert names(result.out) == ["a.txt"]

    def test_an_address_that_times_out(self, onrecord: Command) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            address = f"http://127.0.0.1:{silent.getsockname()[1]}/article.html"
            result = onrecord(
                *("read", address, write("a.txt"), "--allow-private"),
                *("--timeout", "0.3", "--format", "json"),
            )
        assert result.code == 3
        assert "did not answer in full within 0.3 s" in result.err
        assert "--timeout" in result.err
        assert names(result.out) == ["a.txt"]

    def test_one_file_of_a_folder_cannot_be_read(self, onrecord: Command) -> None:
        write("news/a.txt")
        Path("news/b.txt").symlink_to("nowhere")
        write("news/c.txt")
        result = onrecord("read", "news", "--format", "json")
        assert result.code == 3
        assert "Refused: news/b.txt is a link to 'nowhere'" in result.err
        assert names(result.out) == ["a.txt", "c.txt"]

    def test_the_size_limit_can_be_raised(self, onrecord: Command) -> None:
        write("long.txt", "word " * 2000)
        result = onrecord("read", "long.txt", "--max-size", "9KB", "--format", "json")
        assert (result.code, result.out) == (1, "")
        result = onrecord("read", "long.txt", "--max-size", "11KB", "--format", "json")
        assert result.code == 0
        assert json.loads(result.out)["doc"]["length"] == 10_000

    def test_a_name_cannot_steer_the_terminal(self, onrecord: Command) -> None:
        result = onrecord("read", write("a\x1b[31m.txt", b""))
        assert result.code == 1
        assert "\x1b" not in result.err


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(SAID.encode("utf-16"), SAID, id="utf-16"),
        pytest.param(
            "“Café closed”, Zoë said.".encode("cp1252"),
            "“Café closed”, Zoë said.",
            id="windows-1252",
        ),
        pytest.param(
            "🙂🙃 قال لا שלום".encode(), "🙂🙃 قال لا שלום", id="emoji-and-rtl"
        ),
        pytest.param(
            b'"Not closed, Ann said.', '"Not closed, Ann said.', id="unclosed"
        ),
        pytest.param(
            "“She said \u2018he told me “no”\u2019,” Bo said.".encode(),
            "“She said \u2018he told me “no”\u2019,” Bo said.",
            id="nested",
        ),
        pytest.param(
            b'"One, Ann said.\n\n"Two.\n\n"Three."\n',
            '"One, Ann said.\n\n"Two.\n\n"Three."\n',
            id="over-paragraphs",
        ),
        pytest.param(
            b"Ann said\0 no. \xed\xa0\xbd", "Ann said\0 no. \ud83d", id="nul-surrogate"
        ),
    ],
)
def test_odd_text_is_read(onrecord: Command, content: bytes, text: str) -> None:
    result = onrecord("read", write("odd.txt", content), "--format", "json")
    assert result.code == 0, result.err
    assert json.loads(result.out)["doc"]["length"] == len(text)
    # The other views take it as well.
    for form in ("text", "html", "brat"):
        assert onrecord("read", "odd.txt", "--format", form).code == 0


class TestOutput:
    @pytest.mark.parametrize(
        ("output", "reason"),
        [
            ("no/such/a.json", "no folder 'no/such'"),
            ("folder", "is a folder"),
            ("a.txt", "one of the sources"),
        ],
    )
    def test_a_bad_place_is_misuse(
        self, onrecord: Command, output: str, reason: str
    ) -> None:
        Path("folder").mkdir()
        write("a.txt")
        result = onrecord("read", "a.txt", "--output", output)
        assert result.code == 2
        assert reason in result.err
        assert Path("a.txt").read_text() == SAID

    def test_brat_into_a_file_is_misuse(self, onrecord: Command) -> None:
        write("taken")
        result = onrecord("read", write("a.txt"), "--format", "brat", "-o", "taken")
        assert result.code == 2
        assert "name a folder" in result.err

    def test_an_older_file_survives_a_run_without_records(
        self, onrecord: Command
    ) -> None:
        write("out.json", "older\n")
        assert onrecord("read", "missing.txt", "-o", "out.json").code == 1
        assert Path("out.json").read_text() == "older\n"
