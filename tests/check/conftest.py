"""A checkout of the form that faults are planted in, made once and copied for each."""

import shutil
from pathlib import Path

import pytest

from tests.check import seeding
from tests.cli.checkouts import REPOSITORY

SHARED = ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office")


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form without a fault; not to be changed."""
    root = tmp_path_factory.mktemp("seeded")
    for shared in SHARED:
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (root / seeding.FILE).parent.mkdir(parents=True)
    shutil.copy(Path(__file__).parent / "seeded.yaml", root / seeding.FILE)
    for document, (_, lines) in seeding.PAPERS.items():
        seeding.write(root, document, lines)
    return root


@pytest.fixture
def checkout(clean: Path, tmp_path: Path) -> Path:
    """A copy in which a fault may be planted."""
    return Path(shutil.copytree(clean, tmp_path / "seeded"))
