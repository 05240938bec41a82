"""The form of court papers laid out once, and its packet made once."""

import shutil
from pathlib import Path

import pytest

from app.documents import assembly, reading
from app.documents.assembly import Packet
from app.documents.draft import Draft
from tests.documents.filing import court_form


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the form and its templates; not to be changed."""
    return court_form.lay_out(tmp_path_factory.mktemp("filing") / "root")


@pytest.fixture
def own_root(root: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(root, tmp_path / "root"))


@pytest.fixture(scope="session")
def draft(root: Path) -> Draft:
    """The example's draft, with a list of redactions entered."""
    return court_form.draft(root)


@pytest.fixture(scope="session")
def packet(draft: Draft) -> Packet:
    """Its packet."""
    return assembly.packet(draft)


@pytest.fixture(scope="session")
def words(packet: Packet) -> dict[str, str]:
    """The words of each paper, by its name."""
    return {made.paper.document: reading.words_of_docx(made.docx) for made in packet.papers}
