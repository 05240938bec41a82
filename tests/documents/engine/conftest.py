"""What the tests of the engine share: templates in a folder of their own, two papers rendered once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents import pdf, word
from tests.documents.engine import papers

Template = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Template:
    """A template in this test's own folder, by its paragraphs."""

    def made(*rows: tuple[str, str], layout: str = "letter", name: str = "paper") -> Path:
        return papers.write(tmp_path / f"{name}.docx", rows, layout)

    return made


@pytest.fixture(scope="session")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.letter(tmp_path_factory.mktemp("letter"))


@pytest.fixture(scope="session")
def pleading(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.pleading(tmp_path_factory.mktemp("pleading"))


@pytest.fixture(scope="session")
def letter_docx(letter: Path) -> bytes:
    return word.render(letter, papers.LETTER, title="Demand letter")


@pytest.fixture(scope="session")
def letter_pdf(letter: Path) -> pdf.Pdf:
    return pdf.render(papers.with_twin(letter), papers.LETTER, title="Demand letter")


@pytest.fixture(scope="session")
def pleading_pdf(pleading: Path) -> pdf.Pdf:
    return pdf.render(papers.with_twin(pleading), papers.PLEADING, title="Petition", copy="clean")
