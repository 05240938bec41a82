"""The words an office profile may have, and what is wrong with the values behind them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import Field

from app.core.kinds import KINDS, Refused, Settings
from app.core.redactable import REDACTABLE
from app.core.shape import Shape, nearest
from app.core.wording import normalised, unprintable

FILE_NAMES = "{matter} {number} {title}"
"""How files are called unless the office says otherwise: `2026-0143 03 Demand letter`."""
PLACEHOLDERS = ("matter", "number", "title")
Path = tuple[int | str, ...]
_BRACES = re.compile(r"\{([^{}]*)\}")
_WEB = re.compile(r"https://[A-Za-z0-9.-]+(:\d+)?(/[!-~]*)?")


class LetterheadShape(Shape):
    """The head of a letter."""

    name: str = ""
    lines: list[str] = []


class AddressShape(Shape):
    """A postal address by its parts."""

    street: str = ""
    unit: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""


class AttorneyShape(Shape):
    """One attorney."""

    name: str
    bar_number: str = Field("", alias="bar number")
    email: str = ""
    phone: str = ""
    title: str = ""
    signature_block: list[str] = Field([], alias="signature block")


class PaymentShape(Shape):
    """To whom and where money is sent."""

    payee: str = ""
    address: AddressShape | None = None


class HotlineShape(Shape):
    """One telephone line that helps."""

    name: str
    phone: str
    about: str = ""


class RedactionShape(Shape):
    """The list of what public court papers leave out, as an attorney entered it."""

    entered_by: str = Field("", alias="entered by")
    on: str = ""
    items: list[str] = []


class OfficeShape(Shape):
    """The words at the top of an office profile; each may be absent."""

    office: str = ""
    letterhead: LetterheadShape = LetterheadShape()
    address: AddressShape | None = None
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""
    attorneys: list[AttorneyShape] = []
    payment: PaymentShape = PaymentShape()
    defaults: dict[str, Any] = {}
    exit_address: str = Field("", alias="exit address")
    hotlines: list[HotlineShape] = []
    file_names: str = Field("", alias="file names")
    redaction_list: RedactionShape | None = Field(None, alias="redaction list")


def faults(shape: OfficeShape) -> Iterator[tuple[Path, str]]:
    """Every value that cannot be used, by the path to it, with a sentence."""
    yield from _texts(shape.model_dump(by_alias=True), ())
    yield from _kinds(shape)
    yield from _attorneys(shape.attorneys)
    if shape.redaction_list:
        yield from _redactions(shape.redaction_list)
    if shape.exit_address and not _WEB.fullmatch(shape.exit_address):
        yield ("exit address",), "The exit address begins with https:// and is one plain web address."
    if shape.file_names:
        yield from _pattern(shape.file_names)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    elif isinstance(value, list):
        for at, part in enumerate(value):
            yield from _texts(part, (*path, at))
    elif isinstance(value, str):
        if problem := unprintable(value):
            yield path, problem
        elif "\n" in normalised(value) or len(value) > 300:
            yield path, "Write this on one line of at most 300 characters."


def _kinds(shape: OfficeShape) -> Iterator[tuple[Path, str]]:
    for path, kind, value in _typed(shape):
        if value:
            try:
                KINDS[kind].read(value, Settings())
            except Refused as refused:
                for problem in refused.problems:
                    yield (*path, problem.part) if problem.part else path, problem.sentence


def _typed(shape: OfficeShape) -> Iterator[tuple[Path, str, Any]]:
    yield ("phone",), "phone", shape.phone
    yield ("fax",), "phone", shape.fax
    yield ("email",), "email", shape.email
    yield ("address",), "address", shape.address and shape.address.model_dump()
    paid_at = shape.payment.address
    yield ("payment", "address"), "address", paid_at and paid_at.model_dump()
    for at, one in enumerate(shape.attorneys):
        yield ("attorneys", at, "phone"), "phone", one.phone
        yield ("attorneys", at, "email"), "email", one.email


def _attorneys(attorneys: list[AttorneyShape]) -> Iterator[tuple[Path, str]]:
    seen: dict[str, int] = {}
    for at, one in enumerate(attorneys):
        if not one.name.strip():
            yield ("attorneys", at, "name"), "Write the attorney's name."
        for value in filter(None, (one.bar_number.casefold(), one.name.casefold())):
            if seen.setdefault(value, at) != at:
                yield (
                    ("attorneys", at),
                    f"Two attorneys have {value[:40]} in common; a choice could not tell them apart.",
                )


def _redactions(shape: RedactionShape) -> Iterator[tuple[Path, str]]:
    top = "redaction list"
    if not (shape.entered_by or shape.on or shape.items):
        return
    if not shape.entered_by.strip():
        yield (top, "entered by"), "Write the name of the attorney who entered the list of redactions."
    try:
        date.fromisoformat(shape.on)
    except ValueError:
        yield (top, "on"), "Write the day on which the list was entered, like 2026-11-20."
    if not shape.items:
        yield (top, "items"), f"Name what is redacted; each item is one of: {', '.join(REDACTABLE)}."
    for at, item in enumerate(shape.items):
        if item not in REDACTABLE:
            hint = nearest(item, list(REDACTABLE)) or f"; it is one of: {', '.join(REDACTABLE)}"
            yield (top, "items", at), f"{item[:40]} is nothing that can be redacted{hint}."


def _pattern(pattern: str) -> Iterator[tuple[Path, str]]:
    named = _BRACES.findall(pattern)
    if strange := [name for name in named if name not in PLACEHOLDERS]:
        yield (
            ("file names",),
            f"{{{strange[0][:40]}}} is not part of a file name; use {{matter}}, {{number}} and {{title}}.",
        )
    rest = _BRACES.sub("", pattern)
    if not {"number", "title"} <= set(named) or set(rest) & set('{}/\\:*?"<>|'):
        yield (
            ("file names",),
            'A file name holds {number} and {title}, and none of / \\ : * ? " < > | around them.',
        )
