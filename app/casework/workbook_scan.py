"""Looks through a worksheet's XML for what a reader of values hides: formulas, errors, far-off cells."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass
class Scan:
    """What one worksheet holds: its furthest filled row and column, its formulas and its error values."""

    rows: int = 0
    columns: int = 0
    formulas: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)


def scan(content: bytes) -> Scan:
    """Read a worksheet part; raises ExpatError when it is no XML, ValueError for a cell without a place."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.Parse(content, True)
    return reading.found


def sheet_parts(workbook: bytes, relations: bytes) -> dict[str, str]:
    """The name of each worksheet with the archive part it stands in, in the order of the tabs."""
    targets = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for name, attributes in _elements(relations)
        if name.endswith(" Relationship")
    }
    found = {}
    for name, attributes in _elements(workbook):
        if name.rpartition(" ")[2] == "sheet":
            relation = next((attributes[key] for key in RELATIONS if key in attributes), "")
            found[attributes.get("name", "")] = _part(targets.get(relation, ""))
    return found


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _elements(content: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, attributes: found.append((name, attributes))
    parser.Parse(content, True)
    return found


class _Reading:
    """Where the parser stands in a worksheet."""

    def __init__(self) -> None:
        self.found = Scan()
        self.row = 0
        self.column = 0
        self.kind = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # By its bare name, whatever namespace it claims: the reader of values looks no closer either.
        element = name.rpartition(" ")[2]
        if element == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif element == "c":
            self._cell(attributes)
        elif element in ("v", "is"):
            self._filled()
        elif element == "f":
            self._filled()
            self.found.formulas.append((self.row, self.column))

    def _cell(self, attributes: dict[str, str]) -> None:
        self.kind = attributes.get("t", "")
        self.column += 1
        reference = attributes.get("r")
        if reference is None:
            return
        match = REFERENCE.fullmatch(reference)
        if match is None:
            raise ValueError(f"{reference!r} is not a cell")
        self.column, self.row = _number(match[1]), int(match[2])

    def _filled(self) -> None:
        self.found.rows = max(self.found.rows, self.row)
        self.found.columns = max(self.found.columns, self.column)
        if self.kind == "e":
            self.found.errors.append((self.row, self.column))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters_of(number: int) -> str:
    """The letters a spreadsheet shows above a column: 1 is A, 28 is AB."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
