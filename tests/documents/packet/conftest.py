"""The small form laid out once, and a copy for tests that change a template."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents.assembly import Draft
from tests.documents.packet import small

DraftOf = Callable[..., Draft]


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small form and its templates; not to be changed."""
    return small.lay_out(tmp_path_factory.mktemp("small") / "root")


@pytest.fixture
def own_root(root: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(root, tmp_path / "root"))


@pytest.fixture
def drafted(root: Path) -> DraftOf:
    """A draft of the small form with changed answers."""

    def build(**changed: str | None) -> Draft:
        return small.draft(root, **changed)

    return build
