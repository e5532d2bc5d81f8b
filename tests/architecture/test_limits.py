"""Length of files and functions, number of parameters, names of modules."""

import ast

import pytest

from tests.architecture.sources import FunctionNode, Source, all_sources

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
MAX_PARAMETERS = 6
MAX_POSITIONAL = 3
SHAPELESS_NAMES = {"utils", "util", "misc", "common", "manager", "helpers", "part2"}

each_source = pytest.mark.parametrize(
    "source", all_sources(), ids=lambda source: source.name
)


def code_lines(function: FunctionNode) -> int:
    """Count a function's lines without its docstring, which has no limit."""
    assert function.end_lineno is not None
    n_lines = function.end_lineno - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        assert docstring.end_lineno is not None
        n_lines -= docstring.end_lineno - docstring.lineno + 1
    return n_lines


def parameters(function: FunctionNode) -> tuple[list[str], list[str]]:
    """Give the positional and the keyword-only names, without self and cls."""
    arguments = function.args
    positional = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
    if positional[:1] in (["self"], ["cls"]):
        positional = positional[1:]
    return positional, [one.arg for one in arguments.kwonlyargs]


def is_command(source: Source) -> bool:
    """Click hands a command its options as parameters, however many there are."""
    return source.name.startswith("src/onrecord/cli/")


@each_source
def test_file_is_short(source: Source) -> None:
    assert len(source.text.splitlines()) <= MAX_FILE_LINES


@each_source
def test_functions_are_short(source: Source) -> None:
    long = {
        function.name: code_lines(function)
        for function in source.functions()
        if code_lines(function) > MAX_FUNCTION_LINES
    }
    assert long == {}


@each_source
def test_functions_take_few_parameters(source: Source) -> None:
    if is_command(source):
        return
    crowded = {}
    for function in source.functions():
        positional, keywords = parameters(function)
        n_parameters = len(positional) + len(keywords)
        if n_parameters > MAX_PARAMETERS or len(positional) > MAX_POSITIONAL:
            crowded[function.name] = (len(positional), len(keywords))
    assert crowded == {}


@each_source
def test_module_says_what_it_is(source: Source) -> None:
    assert ast.get_docstring(source.tree)


@each_source
def test_module_name_tells_something(source: Source) -> None:
    assert source.path.stem not in SHAPELESS_NAMES


@each_source
def test_module_is_not_named_after_a_library_it_imports(source: Source) -> None:
    roots = {name.partition(".")[0] for _, name in source.imports()}
    assert source.path.stem not in roots - {"onrecord"}
