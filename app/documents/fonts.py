"""The faces of the PDF: Liberation Serif and Sans, complete, never another that happens to be installed."""

import os
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from weasyprint.text import ffi
from weasyprint.text.fonts import FontConfiguration

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.errors import FontsMissing
from app.documents.layouts import bundle

SERIF = "Liberation Serif"
"""Metric-compatible with Times New Roman, which the Word files name."""

# Two releases of one family may lie side by side; only one folder is used, the newer release's.
_FOLDERS = {
    "liberation2.conf": Path("/usr/share/fonts/truetype/liberation2"),
    "liberation.conf": Path("/usr/share/fonts/truetype/liberation"),
}
_FACES = tuple(
    f"Liberation{family}-{cut}.ttf"
    for family in ("Serif", "Sans")
    for cut in ("Regular", "Bold", "Italic", "BoldItalic")
)


# Blanks of every kind and the marks of a gap are never drawn as such.
_UNDRAWN = frozenset(f"\n\t\u00a0\u202f\u2009{GAP_OPEN}{GAP_CLOSE}")


@lru_cache(maxsize=1)
def configuration() -> FontConfiguration:
    """This process's font configuration, which knows our faces only; raises FontsMissing without them."""
    os.environ["FONTCONFIG_FILE"] = str(bundle() / "fonts" / _settings())
    return FontConfiguration()


def files() -> tuple[Path, ...]:
    """The files of our faces; raises FontsMissing without them."""
    return tuple(_FOLDERS[_settings()] / face for face in _FACES)


def warnings() -> tuple[str, ...]:
    """What slows the making of PDFs on this machine, each as one sentence; empty where nothing does."""
    if ffi.harfbuzz_subset is not None:
        return ()
    return (
        "A library is missing without which every PDF takes about twice the time;"
        " run: apt-get install libharfbuzz-subset0",
    )


def missing(text: str) -> set[str]:
    """The characters of a text that our serif face cannot draw: in the PDF each would be an empty box."""
    return set(text) - drawn()


@lru_cache(maxsize=1)
def drawn() -> frozenset[str]:
    """Every character that the serif face has, in all its cuts, and those that take no drawing."""
    return _UNDRAWN | frozenset(map(chr, glyphs()))


@lru_cache(maxsize=1)
def glyphs() -> dict[int, str]:
    """The glyph of every character the serif face has, by code point."""
    folder = _FOLDERS[_settings()]
    with TTFont(folder / "LiberationSerif-Regular.ttf", lazy=True) as face:
        return dict(face.getBestCmap())


def _settings() -> str:
    for name, folder in _FOLDERS.items():
        if all((folder / face).is_file() for face in _FACES):
            return name
    raise FontsMissing("The faces for PDFs are not installed; run: apt-get install fonts-liberation2")
