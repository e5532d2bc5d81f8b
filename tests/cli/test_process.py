"""What only a process of its own shows: pipes, locales, terminals, signals, time."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import Archive
from tests.cli.running import Command

SAID = "Ann Example said that she had met Zoë Bo. “Ja”, said Bo.\n"
ONRECORD = [sys.executable, "-m", "onrecord"]


def write(name: str, text: str = SAID) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_standard_input_is_read(onrecord_process: Command) -> None:
    result = onrecord_process("read", "-", "--format", "json", input=SAID.encode())
    assert result.code == 0
    assert json.loads(result.out)["doc"]["length"] == len(SAID)


@pytest.mark.parametrize(
    "environment",
    [
        pytest.param({"LC_ALL": "C"}, id="c"),
        pytest.param(
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            id="posix-without-pythons-remedies",
        ),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="ascii"),
    ],
)
def test_output_is_utf8_whatever_the_locale(
    onrecord_process: Command, environment: dict[str, str]
) -> None:
    write("rows.csv", "title,text\nZoë and Bo,Ann said no.\n")
    for form in ("json", "text"):
        result = onrecord_process(
            "read", "rows.csv", "--format", form, env=os.environ | environment
        )
        assert result.code == 0, result.err
        assert "Zoë and Bo" in result.out


def test_a_file_name_that_is_no_utf8(onrecord: Command) -> None:
    Path(os.fsdecode(b"caf\xe9.txt")).write_text(SAID, encoding="utf-8")
    result = onrecord("read", ".", "--format", "json")
    assert result.code == 0, result.err
    assert json.loads(result.out)["doc"]["name"] == "caf\udce9.txt"
    assert "caf\\udce9.txt" in onrecord("add", ".").out
    assert onrecord("list").code == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    for number in range(30):
        write(f"news/{number:02}.txt", SAID * 200 + str(number))
    with subprocess.Popen(
        [*ONRECORD, "read", "news", "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_once() -> None:
    write("a.txt")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ONRECORD, "read", "a.txt", "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let processes started here hear Ctrl-C, also where ours was told not to.

    A shell starts what it puts into the background with SIGINT ignored, and that is
    inherited; a handler of ours is not.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


# Of the trained reader as many as it takes until its worker processes read too.
EACH_READER = pytest.mark.parametrize(
    ("reader", "n_first"),
    [("rules", 3), pytest.param("onrecord", 60, marks=pytest.mark.models)],
)


@EACH_READER
@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_keeps_what_was_added_and_says_so(reader: str, n_first: int) -> None:
    for number in range(2000):
        write(f"news/{number:04}.txt", f"{number} {SAID}")
    with subprocess.Popen(
        [*ONRECORD, "add", "news", "--reader", reader, "--threads", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        added = [process.stdout.readline() for _ in range(n_first)]
        # As a terminal does it: to the process and to all that it started.
        os.killpg(process.pid, signal.SIGINT)
        added += process.stdout.readlines()
        said = process.stderr.read()
    assert process.returncode == 130
    assert f"Stopped. Until then: {len(added)} added" in said
    assert "Traceback" not in said
    with Archive.open("onrecord.db") as archive:
        assert len(added) <= len(list(archive.list())) <= len(added) + 1
        assert not any(check.findings for check in archive.verify())


@pytest.mark.models
def test_rows_stream_in_order_through_worker_processes() -> None:
    options = ("--reader", "onrecord", "--threads", "3", "--format", "json")
    rows = ({"text": f"{number} {SAID}"} for number in range(150))
    write("rows.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))
    with (
        Path("rows.jsonl").open("rb") as file,
        subprocess.Popen(
            [*ONRECORD, "read", "-", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        # The first record comes out before the last article goes in.
        lines = file.readlines()
        process.stdin.writelines(lines[:20])
        process.stdin.flush()
        first = process.stdout.readline()
        process.stdin.writelines(lines[20:])
        process.stdin.close()
        records = [first, *process.stdout.readlines()]
    lengths = [json.loads(record)["doc"]["length"] for record in records]
    assert lengths == [len(f"{number} {SAID}") for number in range(150)]
    assert process.returncode == 0


def on_terminal(*arguments: str, **environment: str) -> tuple[int, str]:
    """Run a command on a terminal; give its exit code and all that was drawn."""
    mine, its = pty.openpty()
    with subprocess.Popen(
        [*ONRECORD, *arguments],
        stdin=its,
        stdout=its,
        stderr=its,
        env=os.environ | {"TERM": "xterm-256color"} | environment,
    ) as process:
        os.close(its)
        drawn = b""
        while True:
            # Linux reports the other end's closing as an error.
            try:
                chunk = os.read(mine, 65536)
            except OSError:
                break
            if not chunk:
                break
            drawn += chunk
    os.close(mine)
    return process.returncode, drawn.decode()


def test_colour_on_a_terminal_only() -> None:
    write("a.txt")
    code, drawn = on_terminal("read", "a.txt")
    assert code == 0
    assert "\x1b[" in drawn
    code, drawn = on_terminal("read", "a.txt", NO_COLOR="1")
    assert code == 0
    assert "\x1b[" not in drawn


def test_a_bar_on_a_terminal_only(onrecord_process: Command) -> None:
    write("news/a.txt")
    write("news/b.txt", SAID + "More.")
    code, drawn = on_terminal("add", "news")
    assert code == 0
    assert "reading" in drawn
    assert "a.txt" in drawn
    result = onrecord_process("add", "news")
    assert "reading" not in result.err


def test_json_on_a_terminal_is_not_cut_by_a_bar() -> None:
    write("news/a.txt")
    write("news/b.txt", SAID + "More.")
    code, drawn = on_terminal("read", "news", "--format", "json")
    assert code == 0
    lines = drawn.replace("\r\n", "\n").splitlines()
    assert [json.loads(line)["doc"]["name"] for line in lines[:2]] == ["a.txt", "b.txt"]


def test_verbose_says_what_failed_without_the_article(
    onrecord_process: Command,
) -> None:
    write("a.txt")
    result = onrecord_process("-v", "read", "a.txt", "--format", "json")
    assert result.code == 0
    assert "Ann" not in result.err


def test_help_comes_at_once(onrecord_process: Command) -> None:
    times = []
    for _ in range(3):
        started = time.perf_counter()
        assert onrecord_process("--help").code == 0
        times.append(time.perf_counter() - started)
    # 0.12 s on a quiet machine.
    assert min(times) < 1.0


def test_help_imports_nothing_heavy(onrecord_process: Command) -> None:
    script = "import sys, onrecord.cli.main; print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    heavy = {"rich", "sqlalchemy", "alembic", "onnxruntime", "numpy", "trafilatura"}
    assert heavy.isdisjoint(done.stdout.splitlines())
