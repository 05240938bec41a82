"""Kinds that take a name or an address by its parts; nothing is guessed from one line of text."""

import re
from typing import Any

from app.core.kinds.base import Field, Kind, Plain, Problem, Raw, Refused, Settings, parts_of
from app.core.values import Address as AddressValue
from app.core.values import Name as NameValue
from app.core.values import Value

ZIP = re.compile(r"\d{5}(-\d{4})?")
STATES = tuple(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY "
    "NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI AA AE AP".split()
)
NAME_PARTS = ("first", "middle", "last", "suffix")
ADDRESS_PARTS = ("street", "unit", "city", "state", "zip")


class Name(Kind):
    """A person's name: first, middle, last and suffix, printed in that order exactly as typed."""

    name = "name"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The name; one of first and last may be empty, since some people have one name."""
        texts = parts_of(
            raw, NAME_PARTS, "Give the name by its parts: first, middle, last, suffix.", limit=100
        )
        if not texts["first"] and not texts["last"]:
            raise Refused(Problem("first", "Write the name."))
        return NameValue(**texts)

    def raw(self, value: Any) -> Raw:
        """The parts that are there."""
        return {part: getattr(value, part) for part in NAME_PARTS if getattr(value, part)}

    def words(self, value: Any, settings: Settings) -> str:
        """The whole name."""
        return str(value.full)

    def plain(self, value: Any, settings: Settings) -> Plain:
        """The whole name and each part."""
        return {"full": value.full, **{part: getattr(value, part) for part in NAME_PARTS}}

    def gap(self, mark: str, settings: Settings) -> Plain:
        """The mark for the whole name and for first and last; nothing for the optional parts."""
        return {"full": mark, "first": mark, "middle": "", "last": mark, "suffix": ""}

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Four boxes."""
        return (
            Field("first", "First name"),
            Field("middle", "Middle name", optional=True),
            Field("last", "Last name"),
            Field("suffix", "Suffix, like Jr.", width=5, optional=True),
        )

    def schema(self, settings: Settings) -> dict[str, Any]:
        """An object with the four parts."""
        return _object(NAME_PARTS, ())

    def example(self, settings: Settings) -> Raw:
        """An invented name."""
        return {"first": "Robin", "middle": "Lee", "last": "Sample"}


class Address(Kind):
    """A United States postal address; where offered, it may be the Safe at Home substitute (RSMo 589.663)."""

    name = "address"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The address, with its state as two letters and its ZIP checked for shape."""
        known = (*ADDRESS_PARTS, "safe_at_home") if settings.safe_at_home else ADDRESS_PARTS
        texts = parts_of(
            raw, known, "Give the address by its parts: street, unit, city, state, zip.", limit=200
        )
        texts["state"] = texts["state"].upper()
        substitute = texts.pop("safe_at_home", "").casefold()
        problems = [*_missing(texts), *_misshapen(texts, substitute)]
        if problems:
            raise Refused(*problems)
        return AddressValue(**texts, safe_at_home=substitute in ("yes", "true"))

    def raw(self, value: Any) -> Raw:
        """The parts that are there."""
        parts = {part: getattr(value, part) for part in ADDRESS_PARTS if getattr(value, part)}
        return parts | ({"safe_at_home": "yes"} if value.safe_at_home else {})

    def words(self, value: Any, settings: Settings) -> str:
        """The address on one line."""
        return ", ".join(value.lines) + (" (Safe at Home)" if value.safe_at_home else "")

    def plain(self, value: Any, settings: Settings) -> Plain:
        """One line, the envelope's lines, and each part."""
        parts = {part: getattr(value, part) for part in ADDRESS_PARTS}
        return {"line": ", ".join(value.lines), "lines": list(value.lines), **parts}

    def gap(self, mark: str, settings: Settings) -> Plain:
        """The mark for the whole address."""
        return {"line": mark, "lines": [mark], **dict.fromkeys(ADDRESS_PARTS, mark), "unit": ""}

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Five boxes, and a check box where the Safe at Home substitute is offered."""
        offered = (Field("safe_at_home", "This is a Safe at Home address", "checkbox", optional=True),)
        return (
            Field("street", "Street, or PO box"),
            Field("unit", "Apartment or suite", width=10, optional=True),
            Field("city", "City"),
            Field("state", "State, two letters", width=2),
            Field("zip", "ZIP code", width=10),
            *(offered if settings.safe_at_home else ()),
        )

    def schema(self, settings: Settings) -> dict[str, Any]:
        """An object with the parts."""
        extra = ("safe_at_home",) if settings.safe_at_home else ()
        return _object((*ADDRESS_PARTS, *extra), ("street", "city", "state", "zip"))

    def example(self, settings: Settings) -> Raw:
        """An invented address."""
        return {"street": "100 Example Street", "city": "Kansas City", "state": "MO", "zip": "64106"}


def _missing(texts: dict[str, str]) -> list[Problem]:
    asked = {"street": "street or PO box", "city": "city", "state": "state", "zip": "ZIP code"}
    return [Problem(part, f"Write the {words}.") for part, words in asked.items() if not texts[part]]


def _misshapen(texts: dict[str, str], substitute: str) -> list[Problem]:
    problems = []
    if texts["state"] and texts["state"] not in STATES:
        problems.append(Problem("state", "Write the state with its two letters, like MO."))
    if texts["zip"] and not (texts["zip"].isascii() and ZIP.fullmatch(texts["zip"])):
        problems.append(Problem("zip", "Write a ZIP code with five digits, like 64106."))
    if substitute not in ("", "yes", "no", "true", "false"):
        problems.append(Problem("safe_at_home", "Write yes or no."))
    return problems


def _object(parts: tuple[str, ...], required: tuple[str, ...]) -> dict[str, Any]:
    text = {"type": ["string", "boolean"]} if "safe_at_home" in parts else {"type": "string"}
    properties = {part: text if part == "safe_at_home" else {"type": "string"} for part in parts}
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }
