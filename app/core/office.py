"""The office profile, read from `office.yaml`: what a law office puts on its papers, and its defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.core.loader import Node, Pairs, Row, Text, load
from app.core.office_shape import (
    FILE_NAMES,
    AddressShape,
    AttorneyShape,
    OfficeShape,
    RedactionShape,
    faults,
)
from app.core.places import Mistake, Mistakes, Place
from app.core.shape import fit, place_of
from app.core.values import Address


@dataclass(frozen=True)
class Attorney:
    """An attorney of the office as papers name and sign for them; "" is not known."""

    name: str
    bar_number: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    signature: tuple[str, ...] = ()
    """The lines under the signature, or none: then they are made of the parts above."""


@dataclass(frozen=True)
class Hotline:
    """A telephone line that helps, as the safety note and the client's sheet print it."""

    name: str
    phone: str
    about: str = ""


@dataclass(frozen=True)
class RedactionList:
    """What the office redacts in public court papers, with the attorney who entered it and the day."""

    entered_by: str
    on: date
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """A law office; every value that is absent prints as a marked gap, fax and website as nothing."""

    name: str = ""
    letterhead_name: str = ""
    letterhead_lines: tuple[str, ...] = ()
    address: Address | None = None
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""
    attorneys: tuple[Attorney, ...] = ()
    payee: str = ""
    payment_address: Address | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict)
    exit_address: str = ""
    hotlines: tuple[Hotline, ...] = ()
    file_names: str = FILE_NAMES
    redaction_list: RedactionList | None = None

    def attorney(self, wanted: str) -> Attorney | None:
        """The attorney with this bar number or name, or None."""
        folded = " ".join(wanted.casefold().split())
        known = [one for one in self.attorneys if folded in (one.bar_number.casefold(), one.name.casefold())]
        return known[0] if folded and known else None

    def default(self, name: str) -> Any:
        """The office's answer to an attorney's choice as its kind reads it, or None."""
        return self.defaults.get(name) if name else None


EMPTY = Office()
"""An office that has not said anything yet: all gaps."""


def load_office(path: Path, shown: str | None = None) -> Office:
    """The profile in a file; raises Mistakes with the place of every fault."""
    return read(load(path, shown))


def read(node: Node) -> Office:
    """The profile in the nodes of a file; raises Mistakes with the place of every fault."""
    shape = fit(OfficeShape, node)
    if isinstance(shape, list):
        raise Mistakes(shape)
    wrong = [Mistake(place_of(node, path), sentence) for path, sentence in faults(shape)]
    if wrong:
        raise Mistakes(wrong)
    return _built(shape)


def from_fields(content: Mapping[str, Any], shown: str = "office profile") -> Office:
    """The profile in a plain mapping of the file's shape; raises Mistakes whose places name the field."""
    return read(_node(content, Place(shown)))


def as_file(office: Office) -> dict[str, Any]:
    """The profile as a plain mapping of the file's shape, without what is absent; read by `from_fields`."""
    content: dict[str, Any] = {
        "office": office.name,
        "letterhead": {"name": office.letterhead_name, "lines": list(office.letterhead_lines)},
        "address": _address_out(office.address), "phone": office.phone, "fax": office.fax,
        "email": office.email, "website": office.website,
        "attorneys": [_attorney_out(one) for one in office.attorneys],
        "payment": {"payee": office.payee, "address": _address_out(office.payment_address)},
        "defaults": dict(office.defaults), "exit address": office.exit_address,
        "hotlines": [{"name": one.name, "phone": one.phone, "about": one.about} for one in office.hotlines],
        "file names": office.file_names, "redaction list": _redaction_out(office.redaction_list),
    }  # fmt: skip
    pruned: dict[str, Any] = _pruned(content)
    return pruned


def _built(shape: OfficeShape) -> Office:
    return Office(
        name=shape.office, letterhead_name=shape.letterhead.name,
        letterhead_lines=tuple(shape.letterhead.lines), address=_address(shape.address), phone=shape.phone,
        fax=shape.fax, email=shape.email, website=shape.website,
        attorneys=tuple(_attorney(one) for one in shape.attorneys), payee=shape.payment.payee,
        payment_address=_address(shape.payment.address), defaults=shape.defaults,
        exit_address=shape.exit_address,
        hotlines=tuple(Hotline(one.name, one.phone, one.about) for one in shape.hotlines),
        file_names=shape.file_names or FILE_NAMES, redaction_list=_redaction(shape.redaction_list),
    )  # fmt: skip


def _address(shape: AddressShape | None) -> Address | None:
    return Address(shape.street, shape.unit, shape.city, shape.state, shape.zip) if shape else None


def _attorney(shape: AttorneyShape) -> Attorney:
    return Attorney(
        shape.name, shape.bar_number, shape.email, shape.phone, shape.title, tuple(shape.signature_block)
    )


def _redaction(shape: RedactionShape | None) -> RedactionList | None:
    if shape is None or not shape.entered_by:
        return None
    return RedactionList(shape.entered_by, date.fromisoformat(shape.on), tuple(shape.items))


def _redaction_out(kept: RedactionList | None) -> dict[str, Any]:
    if kept is None:
        return {}
    return {"entered by": kept.entered_by, "on": kept.on.isoformat(), "items": list(kept.items)}


def _address_out(address: Address | None) -> dict[str, str]:
    parts = ("street", "unit", "city", "state", "zip")
    return {part: getattr(address, part) for part in parts} if address else {}


def _attorney_out(one: Attorney) -> dict[str, Any]:
    return {
        "name": one.name, "bar number": one.bar_number, "email": one.email, "phone": one.phone,
        "title": one.title, "signature block": list(one.signature),
    }  # fmt: skip


def _pruned(value: Any) -> Any:
    if isinstance(value, Mapping):
        kept = {key: _pruned(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in ("", {}, [], None)}
    return [_pruned(part) for part in value] if isinstance(value, list) else value


def _node(value: Any, place: Place) -> Node:
    """A plain value as nodes; the place of each names the field the way the file would reach it."""
    if isinstance(value, Mapping):
        inner = {str(key): Place(f"{place.file}: {key}") for key in value}
        return Pairs(
            tuple(
                (Text(str(key), inner[str(key)]), _node(part, inner[str(key)])) for key, part in value.items()
            ),
            place,
        )
    if isinstance(value, list | tuple):
        return Row(tuple(_node(part, Place(f"{place.file} {at}")) for at, part in enumerate(value, 1)), place)
    return Text("" if value is None else str(value), place)
