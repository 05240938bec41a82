"""The letters of exhibits, in the order of their list, and what the public record may say of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase

from app.law.parameters import Table
from app.law.reading import Answers, Items, text, yes

NEUTRAL_TITLE = "Confidential exhibit"
"""What everybody may read of an exhibit that is not for everybody."""


@dataclass(frozen=True)
class Exhibit:
    """One exhibit with its letter; `public` only if somebody said that everybody may see it."""

    letter: str
    title: str
    what: str
    public: bool
    file: str
    supports: str


@dataclass(frozen=True)
class ExhibitsResult:
    """The exhibits in their order, all of them and by who may see them."""

    items: tuple[Exhibit, ...]
    public_items: tuple[Exhibit, ...]
    confidential_items: tuple[Exhibit, ...]
    has_any: bool
    has_public: bool
    has_confidential: bool


def letter(number: int) -> str:
    """The letter of the nth exhibit, from 1 on: A to Z, then AA, AB, and so on."""
    found = ""
    while number > 0:
        number, left = divmod(number - 1, len(ascii_uppercase))
        found = ascii_uppercase[left] + found
    return found


def letters(*, table: Table, today: date, exhibits: Items | None = None) -> ExhibitsResult:
    """The exhibits as everybody may know them: of a confidential one only the letter and a neutral title."""
    return _result(map(_neutral, _lettered(exhibits)))


def letters_whole(*, table: Table, today: date, exhibits: Items | None = None) -> ExhibitsResult:
    """The exhibits with every title and file name, for papers that are not public."""
    return _result(_lettered(exhibits))


def _result(found: Iterator[Exhibit]) -> ExhibitsResult:
    items = tuple(found)
    public = tuple(each for each in items if each.public)
    confidential = tuple(each for each in items if not each.public)
    return ExhibitsResult(items, public, confidential, bool(items), bool(public), bool(confidential))


def _lettered(exhibits: Items | None) -> Iterator[Exhibit]:
    for number, item in enumerate(exhibits or (), 1):
        yield _exhibit(letter(number), item)


def _exhibit(letter: str, item: Answers) -> Exhibit:
    public = yes(item.get("exhibit_public")) is True
    title, what, file, supports = (
        text(item.get(name)) for name in ("exhibit_title", "exhibit_what", "exhibit_file", "exhibit_for")
    )
    return Exhibit(letter, title, what, public, file, supports)


def _neutral(exhibit: Exhibit) -> Exhibit:
    if exhibit.public:
        return exhibit
    return Exhibit(exhibit.letter, NEUTRAL_TITLE, "", False, "", "")
