"""The levels of a PDF's tagged headings: a template may begin with its second level, the tags not."""

import re
from collections.abc import Collection
from typing import Any

_HEADING = re.compile(r"/H([1-6])")


def level(pdf: Any, begins: Collection[bytes] = ()) -> None:
    """Let levels go down one at a time and from the first on: ISO 14289-1, 7.4.2; `begins` are pages.

    On each of these pages another paper begins, and so do its levels.
    """
    above: list[int] = []
    page = None
    # WeasyPrint adds the tags to the file in the order in which they are read.
    for tag in pdf.objects:
        found = _HEADING.fullmatch(str(tag.get("S", ""))) if isinstance(tag, dict) else None
        if not found:
            continue
        if tag["Pg"] != page and tag["Pg"] in begins:
            above.clear()
        page, asked = tag["Pg"], int(found[1])
        while above and above[-1] >= asked:
            above.pop()
        above.append(asked)
        tag["S"] = f"/H{len(above)}"
