"""The page layouts: paper, margins, and what stands above and below the text, in Word and PDF alike."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Copy = Literal["review", "clean"]

DRAFT_MARK = "DRAFT – for attorney review – do not send"
"""What stands above every page of a review copy."""


@dataclass(frozen=True)
class Layout:
    """A page: sizes in inches, what stands above the text of every copy, and whether a court will read it."""

    name: str
    width: float = 8.5
    height: float = 11
    margin: float = 1
    running_head: str = ""
    court: bool = False
    """On court papers nothing but the number may stand in the bottom margin (Rule 55.02(b)(2))."""

    @property
    def text_width(self) -> float:
        """Inches between the margins."""
        return self.width - 2 * self.margin


LAYOUTS: dict[str, Layout] = {
    layout.name: layout
    for layout in (
        Layout("letter"),
        Layout("pleading", court=True),
        Layout("sheet"),
        Layout("landscape", width=11, height=8.5, margin=0.8),
        Layout("memo", running_head="PRIVILEGED – ATTORNEY WORK PRODUCT"),
    )
}
"""Every layout a template may name as its Word property “Category”."""


def folder_of(twin: Path | None = None) -> Path:
    """The layouts beside a twin, as its edition keeps them; this version's own where there are none."""
    for above in twin.parents if twin else ():
        if (above / "_layout" / "page.html").is_file():
            return above / "_layout"
    return bundle() / "html" / "_layout"


def bundle() -> Path:
    """The folder `templates/` of this checkout or, outside one, of the installed package."""
    checkout = Path(__file__).resolve().parents[2] / "templates"
    return checkout if checkout.is_dir() else Path(__file__).resolve().parents[1] / "_forms" / "templates"
