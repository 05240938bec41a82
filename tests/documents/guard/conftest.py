"""A real letter of the small form, made once."""

from pathlib import Path

import pytest

from app.documents.paper import Made
from tests.documents.packet import small


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("guard") / "root")


@pytest.fixture(scope="session")
def made(small_root: Path) -> Made:
    draft = small.draft(small_root)
    paper = draft.plan.paper("letter")
    assert paper
    return draft.make(paper)


@pytest.fixture(scope="session")
def drafted_pdf(made: Made) -> bytes:
    return made.pdf
