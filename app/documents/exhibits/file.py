"""A file that was brought as an exhibit, after the upload guard has let it through."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class File:
    """A clean PDF for one item of the list of exhibits."""

    item: str
    """The item's lasting identity in the answers."""
    name: str
    """What the file was called where it came from."""
    pdf: bytes = field(repr=False)
    pages: int
    without_text: int = 0
    """How many of its pages hold no text that can be searched."""
