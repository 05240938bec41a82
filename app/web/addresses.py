"""The addresses of pages: a draft's reference and numbers, never a word about what it is."""

import re

from app.casework.path import Spot

BACK = re.compile(r"c|a|v|p[1-9][0-9]{0,5}")
"""Where a change may lead back to: check page, attorney's choices, approval, the preview of a paper."""


def spot(ref: str, at: Spot | None, back: str = "") -> str:
    """The page of a question, or the check page when nothing is open."""
    if at is None:
        return f"/d/{ref}/c"
    query = f"?b={back}" if back else ""
    if at.item:
        return f"/d/{ref}/{at.number}/{at.item}{query}"
    return f"/d/{ref}/{at.number}{query}"


def back_to(ref: str, back: str) -> str | None:
    """The page a change leads back to, or None when the page did not say or said nonsense."""
    if not BACK.fullmatch(back):
        return None
    return f"/d/{ref}/p/{back[1:]}" if back.startswith("p") else f"/d/{ref}/{back}"
