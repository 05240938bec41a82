"""What the tests of the replaced hot paths share: a paper laid out by stock and with them."""

from collections.abc import Callable, Iterator

import pytest

from app.documents import pdf, swift
from app.documents.layouts import LAYOUTS, Copy

Both = Callable[..., tuple[bytes, bytes]]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave the process with the hot paths replaced, as it is by default."""
    yield
    swift.engaged(True)


@pytest.fixture
def both() -> Both:
    """A function that lays a page out twice: by stock, then with the hot paths replaced."""

    def laid_out(page: str, layout: str, copy: Copy = "review") -> tuple[bytes, bytes]:
        swift.engaged(False)
        stock = pdf.laid_out(page, LAYOUTS[layout], copy).data
        assert swift.engaged(True)
        return stock, pdf.laid_out(page, LAYOUTS[layout], copy).data

    return laid_out
