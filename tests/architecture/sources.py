"""The project's Python files, parsed once, for the tests beside this module."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "src" / "onrecord"
# Alembic writes these and runs them by itself.
MIGRATIONS = PACKAGE / "store" / "migrations"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file with its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(REPOSITORY).as_posix()

    @property
    def package_path(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()

    def functions(self) -> Iterator[FunctionNode]:
        for node in ast.walk(self.tree):
            if isinstance(node, FunctionNode):
                yield node

    def imports(self) -> Iterator[tuple[ast.stmt, str]]:
        """Give each import statement with the full name of what it loads."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield node, alias.name
            elif isinstance(node, ast.ImportFrom):
                yield node, "." * node.level + (node.module or "")


def parse(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, str(path)))


@cache
def package_sources() -> tuple[Source, ...]:
    """Give every module that is shipped."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return tuple(parse(path) for path in paths if MIGRATIONS not in path.parents)


@cache
def all_sources() -> tuple[Source, ...]:
    """Give every module that we wrote, shipped or not, but no test."""
    folders = (REPOSITORY / name for name in (".ci", "docs", "evals", "training"))
    paths = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return package_sources() + tuple(parse(path) for path in paths)
