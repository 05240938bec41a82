"""Hot paths of WeasyPrint, replaced; the bytes of every document stay those of stock.

Each module in MODULES replaces a few functions of one known release of WeasyPrint. They are put in only if
that very release is installed and a rich document comes out byte by byte as from stock, in this process;
otherwise stock is used and the log says so once. The environment DRAFTWELL_SWIFT=0 turns all of it off.
"""

import logging
import os

import weasyprint

from app.documents.swift import (
    backgrounds,
    borders,
    cascade,
    cells,
    computed,
    flow,
    glyphs,
    lengths,
    pages,
    parsing,
    places,
    proof,
    reading,
    shaping,
    writing,
)
from app.documents.swift.turns import one_at_a_time

KNOWN = "70.0"
"""The release whose functions these replace; another may have changed what they answer."""

MODULES = (
    parsing,
    reading,
    cascade,
    computed,
    pages,
    flow,
    lengths,
    shaping,
    cells,
    glyphs,
    borders,
    backgrounds,
    writing,
)

_log = logging.getLogger(__name__)
_on: bool | None = None


@one_at_a_time
def engaged(on: bool | None = None) -> bool:
    """Put the replacements in, or with False every original back; answers whether they are in.

    Without an argument the first call of a process decides and later ones only ask.
    """
    global _on
    if on is None and _on is not None:
        return _on
    _on = False
    places.restore()
    if on is not False and os.environ.get("DRAFTWELL_SWIFT") != "0":
        _on = _proven()
    return _on


def _proven() -> bool:
    if weasyprint.__version__ != KNOWN:
        return _refused(f"WeasyPrint {weasyprint.__version__} is not {KNOWN}")
    try:
        stock = proof.rendered()
        places.put([swap for module in MODULES for swap in module.SWAPS])
        same = proof.rendered() == stock
    except Exception as wrong:  # whatever a replaced function may do, stock remains
        places.restore()
        return _refused(f"the proof ended in {type(wrong).__name__}")
    if not same:
        places.restore()
        return _refused("the proof did not give the bytes of stock")
    return True


def _refused(why: str) -> bool:
    _log.warning("PDFs are laid out by stock WeasyPrint, more slowly: %s.", why)
    return False
