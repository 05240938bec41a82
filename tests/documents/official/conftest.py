"""Fills a form made for a test by a map written for it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from app.documents.layouts import Copy
from app.documents.official import filling, map_reading
from app.documents.official.filling import Filled
from app.documents.official.maps import Map
from tests.documents.official import forms

FILE = "templates/pdf/mo/small/paper.yaml"
HEAD = """title: Petition (AA-TEST)
for: court
revision: "(09-25)"
cites: [RSMo 455.073]
"""


def read(text: str, head: str = HEAD) -> Map:
    """A map from its text."""
    return map_reading.parsed((head + text).encode(), FILE, "paper")


Fill = Callable[..., Filled]


@pytest.fixture(scope="session")
def fill() -> Fill:
    """The form of some fields, filled by a map with some data."""

    def made(
        fields: str, *wanted: forms.Field, data: Mapping[str, Any], copy: Copy = "clean", **more: Any
    ) -> Filled:
        pdf = more.pop("pdf", None) or forms.form(*wanted, pages=more.pop("pages", 1))
        return filling.fill(read(fields, more.pop("head", HEAD)), pdf, data, copy, **more)

    return made
