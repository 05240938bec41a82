"""What is wrong with one Word template by itself: its text, its twin, and the blocks inside it."""

from collections.abc import Iterator
from pathlib import Path

from app.documents import blocks, template, twin
from app.documents.errors import DocumentError

Fault = tuple[str, str]
"""A place and a sentence."""


def template_faults(root: Path, path: Path) -> Iterator[Fault]:
    """Every fault of a template, with the command that mends it where there is one."""
    name = path.relative_to(root).as_posix()
    found = template.mistakes(path)
    yield from ((f"{name}: {mistake.place}:", mistake.sentence) for mistake in found)
    if found:
        return
    html = twin.twin_path(path)
    if not html.is_file():
        yield name, f"It has no HTML twin; run `draftwell twin {name}`."
    elif not twin.is_current(path, html):
        yield name, f"Its HTML twin is of another state of the Word file; run `draftwell twin {name}`."
    try:
        if not blocks.is_current(path, root / "templates/docx/_blocks"):
            yield name, f"A shared block or style in it is out of date; run `draftwell blocks {name}`."
    except DocumentError as error:
        yield name, str(error)
