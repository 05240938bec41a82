"""Reads a CSV file as lines of cells; the encoding is told by the file itself or refused, never guessed."""

import csv
import io
from collections.abc import Iterator

from app.casework.archive import Unfit

SEPARATORS = ",;\t|"
ENCODINGS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
LIMIT_FIELD = 100_000


def lines(data: bytes) -> Iterator[list[str]]:
    """The cells of each line; raises Unfit with a sentence."""
    text = _decoded(data)
    if "\0" in text:
        raise Unfit("This file holds NUL characters, so it is no CSV file; save it again as CSV (UTF-8).")
    csv.field_size_limit(LIMIT_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Unfit(
            f"Line {reader.line_num} cannot be read as CSV ({error}); check its quotation marks."
        ) from error


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in ENCODINGS.items() if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unfit("This file is not in UTF-8; save it again as “CSV UTF-8”.") from error


def _separator(text: str) -> str:
    """The separator the headings stand between; headings are names, so they hold none themselves."""
    first = text.split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)
