"""Line feeds, tabs, paragraph and page marks in filled text: docxtpl's own rule, only where one stands."""

import re

from docxtpl import DocxTemplate

_MARK = re.compile("[\t\n\a\f]")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_END = "</w:p>"
_DOCXTPL = DocxTemplate("")


def resolved(text: str) -> str:
    """The text as `DocxTemplate.resolve_listing` leaves it."""
    if not any(mark in text for mark in "\t\n\a\f"):
        return text
    pieces: list[str] = []
    done = place = 0
    while mark := _MARK.search(text, place):
        # docxtpl looks for paragraphs from the start: the one around a mark opens first after the last end.
        ended = text.rfind(_END, done, mark.start())
        found = _PARAGRAPH.search(text, ended + len(_END) if ended >= 0 else done)
        if found is None:
            break
        place = max(found.start(), mark.end())
        if found.start() <= mark.start():
            pieces += (text[done : found.start()], _DOCXTPL.resolve_listing(found[0]))
            done = place = found.end()
    return "".join((*pieces, text[done:]))
