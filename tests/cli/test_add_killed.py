"""Killed at any moment and started again, ``add`` leaves the archive of a whole run."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import Command
from tests.unit.ingest.copies.stories import story

N_ARTICLES = 60
N_KILLS = 6
# Times differ from run to run, and so does what hashes or counts by them.
_TIMES = {"added_at", "read_at", "seen_at", "visited_at"}


def write_articles(path: Path) -> None:
    rows = []
    for number in range(N_ARTICLES):
        # Every third is a copy of one before it, every tenth a new version of a page.
        is_copy = number % 3 == 2
        lead = number - 6 if number % 7 == 6 else number
        text = story(lead - 2, 6) if is_copy else story(lead, 6)
        page = number - 1 if number % 10 == 9 else number
        rows.append(
            {
                "name": f"{number}",
                # Every seventh text is that of an earlier page, word for word.
                "text": f"A lead of its own, number {lead}.\n\n{text}",
                "url": f"https://post.example/{page}",
                "published": f"2024-05-{number % 28 + 1:02}",
            }
        )
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Give everything that an archive holds but for the times."""
    connection = sqlite3.connect(path)
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    held = {}
    for (table,) in tables:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        names = ", ".join(name for name in columns if name not in _TIMES)
        query = f"SELECT {names} FROM {table} ORDER BY {names}"  # noqa: S608
        held[table] = connection.execute(query).fetchall()
    connection.close()
    return held


@pytest.mark.slow
def test_a_killed_run_started_again_gives_the_same_archive(
    onrecord: Command, workplace: Path
) -> None:
    write_articles(workplace / "rows.jsonl")
    onrecord("add", "rows.jsonl", "--archive", "whole.db")
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    command = [sys.executable, "-m", "onrecord", "add", "rows.jsonl"]
    for _ in range(N_KILLS):
        with subprocess.Popen(
            [*command, "--archive", "killed.db"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as adding:
            assert adding.stdout is not None
            # From the first line on it is writing; before that it only starts up.
            adding.stdout.readline()
            time.sleep(chance.uniform(0, 0.25))
            adding.send_signal(signal.SIGKILL)
        assert onrecord("verify", "--archive", "killed.db").code == 0
    result = onrecord("add", "rows.jsonl", "--archive", "killed.db")
    assert result.code == 0
    assert content(Path("killed.db")) == content(Path("whole.db")), f"seed {seed}"
    assert onrecord("verify", "--archive", "killed.db").code == 0
