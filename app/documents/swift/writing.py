"""Numbers and texts become bytes by their exact type, and the page numbers of the tags are listed once.

Stock (pydyf) asks four `isinstance` questions for each of some thirty thousand values, and lists the
references of all pages anew for each element of the tag tree. The values written are the same.
"""

from typing import Any

import pydyf

_to_bytes = pydyf._to_bytes


def to_bytes(item: Any) -> Any:
    """The body of `_to_bytes`."""
    kind = type(item)
    if kind is bytes:
        return item
    if kind is str:
        return item.encode("ascii")
    if kind is int:
        return b"%d" % item
    if kind is float and not item.is_integer():
        return (b"%f" % item).rstrip(b"0")
    return _to_bytes(item)


def page_references(self: Any) -> tuple[bytes, ...]:
    """The body of `PDF.page_references`."""
    kept: tuple[int, tuple[bytes, ...]] | None = self.__dict__.get("_swift_pages")
    kids = self.pages["Kids"]
    if kept is None or kept[0] != len(kids):
        kept = self._swift_pages = (len(kids), tuple(b"%d 0 R" % number for number in kids[::3]))
    return kept[1]


SWAPS = (
    (pydyf, "_to_bytes", to_bytes),
    (pydyf.PDF, "page_references", property(page_references)),
)
