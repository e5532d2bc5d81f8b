"""Statements that no linter has a rule for."""

import ast

import pytest

from tests.architecture.sources import Source, all_sources, package_sources, parse

# Each place catches everything because one bad item must not stop the others.
CATCH_ALL_PLACES = {"pipeline/attempt.py": 1, "read/worker.py": 1}


def called_name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def is_file_replace(call: ast.Call) -> bool:
    """Know ``path.replace(target)``: a method given one value and nothing else.

    A string's ``replace`` takes two values, a dataclass's takes keywords.
    """
    is_method = isinstance(call.func, ast.Attribute)
    return is_method and len(call.args) == 1 and not call.keywords


def discarded_results(tree: ast.Module) -> list[str]:
    """Give the statements that make a changed copy and drop it."""
    calls = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ]
    return [
        ast.unparse(call)
        for call in calls
        if called_name(call).startswith("with_")
        or (called_name(call) == "replace" and not is_file_replace(call))
    ]


def n_catch_alls(source: Source) -> int:
    handlers = (
        node for node in ast.walk(source.tree) if isinstance(node, ast.ExceptHandler)
    )
    return sum(catches_everything(handler) for handler in handlers)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return not names.isdisjoint({"Exception", "BaseException"})


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.name)
def test_no_changed_copy_is_dropped(source: Source) -> None:
    assert discarded_results(source.tree) == []


@pytest.mark.parametrize(
    ("statement", "is_discarded"),
    [
        ("replace(record, times=())", True),
        ("dataclasses.replace(record, times=())", True),
        ("text.replace('a', 'b')", True),
        ("record.with_times(times)", True),
        ("with_times(record, times)", True),
        ("new = replace(record, times=())", False),
        ("path.replace(target)", False),
        ("text.strip()", False),
    ],
)
def test_a_dropped_copy_is_known(statement: str, *, is_discarded: bool) -> None:
    assert bool(discarded_results(ast.parse(statement))) is is_discarded


def test_everything_is_caught_in_the_agreed_places_only() -> None:
    found = {source.package_path: n_catch_alls(source) for source in package_sources()}
    assert {name: n for name, n in found.items() if n} == CATCH_ALL_PLACES


@pytest.mark.parametrize(
    ("clause", "n"),
    [
        ("except Exception:", 1),
        ("except (ValueError, Exception) as error:", 1),
        ("except BaseException:", 1),
        ("except:", 1),
        ("except ValueError:", 0),
    ],
)
def test_a_catch_all_is_known(tmp_path, clause: str, n: int) -> None:
    path = tmp_path / "module.py"
    path.write_text(f"try:\n    work()\n{clause}\n    pass\n", encoding="utf-8")
    assert n_catch_alls(parse(path)) == n
