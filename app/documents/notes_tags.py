"""The tags of margin notes in a PDF: each a note with a name of its own, as ISO 14289-1, 7.9, asks."""

from typing import Any

import pydyf

_LAID_OUT = "/Art"
"""What WeasyPrint makes of `notes_html.NOTE`; no twin has an element that becomes the same."""


def name(pdf: Any) -> None:
    """Tag every margin note of a file as a note."""
    number = 0
    for tag in pdf.objects:
        if isinstance(tag, dict) and tag.get("S") == _LAID_OUT:
            number += 1
            tag["S"], tag["ID"] = "/Note", pydyf.String(f"note-{number}")
