"""The pages behind a filled form on which values go on that found no room in their fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import pdf
from app.documents.environment import fill
from app.documents.filters import in_html
from app.documents.layouts import LAYOUTS, Copy, folder_of

_BODY = """<h1 class="pleading-title">Addendum to {{ title }}</h1>
{% for line in heading %}<p class="certificate-text">{{ line }}</p>
{% endfor %}{% for part in parts %}<h2 class="section-heading">{{ part.head }}</h2>
{% for line in part.lines %}<p class="certificate-text">{{ line }}</p>
{% endfor %}{% endfor %}"""


@dataclass(frozen=True)
class Continued:
    """One item of the form that goes on: its name there, and the words that are left, by paragraph."""

    item: str
    lines: tuple[str, ...]

    @property
    def head(self) -> str:
        """The heading above it."""
        return f"Continuation of item {self.item}"


def pages(
    title: str, heading: Sequence[str], parts: Sequence[Continued], copy: Copy, folder: Path | None
) -> bytes:
    """The addendum as a PDF of its own, set like a pleading; `folder` holds the layouts."""
    data = {"title": title, "heading": list(heading),
            "parts": [{"head": part.head, "lines": list(part.lines)} for part in parts]}  # fmt: skip
    body = fill(_BODY, data, in_html)
    body = body.replace(GAP_OPEN, '<span class="gap">[').replace(GAP_CLOSE, "]</span>")
    skeleton = ((folder or folder_of()) / "page.html").read_text(encoding="utf-8")
    page = fill(skeleton, {"language": "en-US", "title": f"Addendum to {title}", "body": Markup(body)})
    return pdf.laid_out(page, LAYOUTS["pleading"], copy, folder).data
