"""An archive of the envoy stories for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.query.opened import OpenArchive
from onrecord.store import Archive
from tests.unit.query.archives import open_stories


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the archive once; each test works on a copy."""
    path = tmp_path_factory.mktemp("stories") / "stories.db"
    with open_stories(path) as opened:
        opened.catch_up()
    return path


@pytest.fixture
def archive(stories: Path, tmp_path: Path) -> Iterator[OpenArchive]:
    path = shutil.copy(stories, tmp_path / "copy.db")
    with OpenArchive(Archive.open(str(path))) as opened:
        yield opened
