"""What is wrong with one Word template by itself: its text, its twin, and the blocks inside it."""

from collections.abc import Iterator
from pathlib import Path

from app.core.faults import Fault
from app.documents import blocks, same_words, spots, template, twin
from app.documents.errors import DocumentError

FOLDER = Path("templates/docx")


def of_folder(root: Path, name: str) -> Iterator[Fault]:
    """Every fault of the templates in one folder of `templates/docx`."""
    for path in sorted((root / FOLDER / name).glob("*.docx")):
        if not path.name.startswith("~"):
            yield from of_template(root, path)


def of_template(root: Path, path: Path) -> Iterator[Fault]:
    """Every fault of a template, with the command that mends it where there is one."""
    name = path.relative_to(root).as_posix()
    found = template.mistakes(path)
    yield from (fault_at(name, mistake.place, mistake.sentence, mistake.rule) for mistake in found)
    if found:
        return
    yield from _of_twin(name, path)
    try:
        if not blocks.is_current(path, root / FOLDER / "_blocks"):
            sentence = f"A shared block or style in it is out of date; run `draftwell blocks {name}`."
            yield fault_at(name, "", sentence, "stale block")
    except DocumentError as error:
        yield fault_at(name, "", str(error), "stale block")


def _of_twin(name: str, path: Path) -> Iterator[Fault]:
    html = twin.twin_path(path)
    if not html.is_file():
        yield fault_at(name, "", f"It has no HTML twin; run `draftwell twin {name}`.", "stale twin")
    elif not twin.is_current(path, html):
        sentence = f"Its HTML twin is of another state of the Word file; run `draftwell twin {name}`."
        yield fault_at(name, "", sentence, "stale twin")
    else:
        yield from (fault_at(name, "", each, "words differ") for each in same_words.faults(path, html))


def fault_at(file: str, place: str, sentence: str, rule: str) -> Fault:
    """A mistake in a Word file, at a place like `paragraph 3 (“Dear …”)` or at none in particular."""
    where = f"{file}: {place}" if place else file
    return Fault(rule, where, sentence, file=file, spot=spots.spot(place))
