"""The words the map of an official form may have."""

from typing import Any, Literal

from pydantic import Field

from app.core.shape import Several, Shape


class FieldShape(Shape):
    """The words one field of a map may have."""

    name: str = ""
    at: Several
    item: str = ""
    value: Several = []
    join: str = " "
    on: str | dict[str, str] = {}
    most: str = ""
    overflow: Literal["addendum"] | None = None


class MapShape(Shape):
    """The words a map may have at its top."""

    title: str
    audience: Literal["court", "other side", "client", "office only"] = Field(alias="for")
    filing: Literal["public", "confidential", "vault"] = "public"
    revision: str = ""
    sha256: str = ""
    when: Any = None
    after: str = ""
    cites: Several
    reveals: Several = []
    heading: Several = []
    fields: list[FieldShape]
    left_empty: Several = Field([], alias="left empty")
