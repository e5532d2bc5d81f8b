"""The shared scorers: run as they are, or lent their rules of what counts as right."""

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from onrecord.core import json_line


def run_scorer(
    scorer: Path, gold: Path, rows: Sequence[object]
) -> tuple[dict[str, float], tuple[str, ...]]:
    """Run a scorer and give its figures, and what it says about them.

    Args:
        scorer: Prints one JSON object of figures last.
        gold: What it compares with.
        rows: What it is to score, one JSON line each.

    Raises:
        subprocess.CalledProcessError: It failed; its words are on the terminal.
    """
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        lines = "".join(json_line(row) + "\n" for row in rows)
        predicted.write_text(lines, encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(predicted), "--json"]
        done = subprocess.run(  # noqa: S603 - the scorers that the caller named
            command, stdout=subprocess.PIPE, text=True, check=True
        )
    *said, last = done.stdout.splitlines()
    return json.loads(last), tuple(said)


def import_scorer(scorer: Path) -> ModuleType:
    """Import a scorer, to ask it what counts as right.

    Args:
        scorer: Its file; it may import those beside it.
    """
    with _beside(scorer.parent):
        return importlib.import_module(scorer.stem)


@contextmanager
def _beside(folder: Path) -> Iterator[None]:
    """Import from a folder for once: nothing is written there or kept loaded."""
    known, writes = set(sys.modules), sys.dont_write_bytecode
    sys.path.insert(0, str(folder))
    sys.dont_write_bytecode = True
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        sys.dont_write_bytecode = writes
        for name in set(sys.modules) - known:
            if Path(sys.modules[name].__file__ or "").parent == folder:
                del sys.modules[name]
