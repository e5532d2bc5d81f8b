"""What is installed: few requirements, plain versions, and all of our files."""

import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import onrecord
from tests.architecture.sources import PACKAGE

# PyTorch and its like are for making the weights, not for using them.
TOO_HEAVY = {"torch", "transformers", "tensorflow", "spacy", "ray", "onnx"}


def distribution(requirement: str) -> str:
    """Give a requirement's distribution name in its canonical form.

    Source:
        Python Packaging User Guide, "Name normalization" (PEP 503).
    """
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match.group()).lower()


@pytest.fixture(scope="module")
def project(repository: Path) -> dict:
    text = (repository / "pyproject.toml").read_text("utf-8")
    return tomllib.loads(text)["project"]


@pytest.fixture(scope="module")
def constraints(repository: Path) -> list[str]:
    lines = (repository / "constraints.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def test_version_is_the_same_everywhere(project: dict, repository: Path) -> None:
    assert project["version"] == onrecord.__version__
    changelog = (repository / "CHANGELOG.md").read_text("utf-8")
    assert re.search(
        rf"^## \[(Unreleased|{re.escape(onrecord.__version__)})\]", changelog, re.M
    )


def test_using_onrecord_needs_nothing_heavy(project: dict) -> None:
    assert TOO_HEAVY.isdisjoint(map(distribution, project["dependencies"]))


def test_constraints_hold_names_and_versions_only(constraints: list[str]) -> None:
    pattern = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*")
    assert [line for line in constraints if not pattern.fullmatch(line)] == []


def test_every_requirement_is_constrained(
    project: dict, constraints: list[str]
) -> None:
    extras = project["optional-dependencies"].values()
    wanted = project["dependencies"] + [name for extra in extras for name in extra]
    assert set(map(distribution, wanted)) <= set(map(distribution, constraints))


def test_wheel_holds_every_file_of_the_package(
    repository: Path, tmp_path: Path
) -> None:
    builder = WheelBuilder(str(repository))
    (wheel,) = builder.build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    present = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "onrecord/py.typed" in packed
    assert present - packed == set()
