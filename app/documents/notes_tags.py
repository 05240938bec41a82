"""The tags of margin notes in a PDF: each a note with a name of its own, as ISO 14289-1, 7.9, asks."""

import re
from typing import Any

import pydyf

_LAID_OUT = "/Art"
"""What WeasyPrint makes of `notes_html.NOTE`; no twin has an element that becomes the same."""
_HEADING = re.compile(r"/H[1-6]?")


def name(pdf: Any) -> None:
    """Tag every margin note of a file as a note, and let those of a heading follow it: it holds none."""
    number = 0
    for tag in pdf.objects:
        if isinstance(tag, dict) and tag.get("S") == _LAID_OUT:
            if _object(pdf, tag["P"])["S"] == "/Note":
                # A box around the lines of a note bears the name of its element.
                tag["S"] = "/NonStruct"
                continue
            number += 1
            tag["S"], tag["ID"] = "/Note", pydyf.String(f"note-{number}")
            _lift(pdf, tag)


def _lift(pdf: Any, note: Any) -> None:
    """Move the branch of a heading's tags that leads to a note behind the heading."""
    branch, above = note, _object(pdf, note["P"])
    while "P" in above:
        if _HEADING.fullmatch(str(above["S"])):
            outside = _object(pdf, above["P"])
            above["K"].remove(branch.reference)
            outside["K"].insert(outside["K"].index(above.reference) + 1, branch.reference)
            branch["P"] = outside.reference
            return
        branch, above = above, _object(pdf, above["P"])


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
