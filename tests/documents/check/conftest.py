"""What the tests of the check share: templates in a folder of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.engine import papers
from tests.documents.packet import small

Template = Callable[..., Path]


@pytest.fixture
def template(tmp_path: Path) -> Template:
    """A template in this test's own folder, by its paragraphs; a text alone is a `Body Text`."""

    def made(*rows: str | tuple[str, str], layout: str = "letter", name: str = "paper") -> Path:
        pairs = [(row, "Body Text") if isinstance(row, str) else row for row in rows]
        return papers.write(tmp_path / f"{name}.docx", pairs, layout)

    return made


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the small form and its templates; not to be changed."""
    return small.lay_out(tmp_path_factory.mktemp("small") / "root")
