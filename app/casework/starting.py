"""Begins a form: its questionnaire, a Word template with its twin, and a situation with golden words."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.casework import checking, starting_words
from app.core import examples, forms, office
from app.core.questionnaire import Form
from app.core.shape import nearest
from app.core.wording import unprintable
from app.documents import (
    assembly,
    blocks,
    letter_reading,
    letter_tags,
    letter_template,
    reading,
    twin,
)
from app.documents.draft import Draft
from app.law.catalogue import CALCULATIONS

STARTER = "templates/docx/_new"
SHARED = (
    "questionnaires/shared", "templates/docx/_base.docx", "templates/docx/_blocks", "templates/docx/_office",
    "templates/docx/_court", "templates/html/_layout", "templates/html/_office", "templates/html/_court",
)  # fmt: skip
"""What a form needs beside its own files, to be read, checked and printed."""
PROFILE = "office.example.yaml"


class NotBegun(Exception):
    """A form cannot be begun; `str` says why, a sentence a line, and nothing was written."""


@dataclass(frozen=True)
class Begun:
    """A form that was begun: its files by their names, and what its author should know."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def begin(root: Path, name: str, title: str, today: date, letter: bytes | None = None) -> Begun:
    """Write the files of a new form, all or none; raises NotBegun, or BrokenDocument for a letter."""
    _check_name(root, name)
    title = title or name.rpartition("/")[2].replace("_", " ").capitalize()
    _check_title(title)
    begun = (
        _starter(root, name, title, today)
        if letter is None
        else _from_letter(root, name, title, today, letter)
    )
    with _beside(root, name, begun.files) as place:
        files = {**begun.files, **_proved(place, root, name, today)}
    _write(root, files)
    return Begun(files, begun.notes)


def _check_name(root: Path, name: str) -> None:
    if not forms.NAME.fullmatch(name) or name.startswith("shared/"):
        raise NotBegun(f"“{name[:60]}” cannot name a form; write one like mo/first_letter, in small letters.")
    there = [path for path in _places(name) if (root / path).exists()]
    if there:
        raise NotBegun(f"{there[0]} is there already{nearest(name, forms.names(root))}; choose another name.")


def _check_title(title: str) -> None:
    if len(title) > 200 or unprintable(title) or any(sign in "\n\t" for sign in title):
        raise NotBegun("Write the title on one line, in letters that print, of at most 200 signs.")


def _places(name: str) -> tuple[str, ...]:
    return (
        f"questionnaires/{name}.yaml", f"templates/docx/{name}", f"templates/html/{name}",
        f"tests/situations/{name}", f"tests/golden/{name}",
    )  # fmt: skip


def _starter(root: Path, name: str, title: str, today: date) -> Begun:
    text = (root / STARTER / "form.yaml").read_text("utf-8")
    content = starting_words.filled(text, name, title, today)
    word = (root / STARTER / "letter.docx").read_bytes()
    return Begun(
        {f"questionnaires/{name}.yaml": content.encode(), f"templates/docx/{name}/letter.docx": word}
    )


def _from_letter(root: Path, name: str, title: str, today: date, data: bytes) -> Begun:
    letter = letter_reading.read(data)
    lines, found = letter_tags.tagged(letter)
    lines = [line for line in lines if line.words or line.style == "Signature rule"]
    if not lines:
        raise NotBegun("The letter holds no words that could be brought over.")
    text = starting_words.questionnaire(name, title, today, found)
    word = letter_template.made(lines, title, root / "templates/docx")
    files = {f"questionnaires/{name}.yaml": text.encode(), f"templates/docx/{name}/letter.docx": word}
    return Begun(files, tuple(starting_words.told(found, letter.dropped)))


@contextmanager
def _beside(root: Path, name: str, files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with the new form alone and all that forms share, to try it in."""
    with tempfile.TemporaryDirectory(prefix="new-form-") as folder:
        place = Path(folder)
        for shared in SHARED:
            if (root / shared).exists():
                (place / shared).parent.mkdir(parents=True, exist_ok=True)
                copy = shutil.copytree if (root / shared).is_dir() else shutil.copy
                copy(root / shared, place / shared)
        for path, data in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(data)
        yield place


def _proved(place: Path, root: Path, name: str, today: date) -> dict[str, bytes]:
    """The twin, the situation and its golden words, once the form is clean and its example prints."""
    docx = place / f"templates/docx/{name}/letter.docx"
    blocks.bring_up_to_date(docx, place / "templates/docx/_blocks")
    html = twin.twin_path(docx)
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(twin.twin_of(docx), "utf-8")
    wrong = [fault for fault in checking.form_faults(place, name, today) if fault.level == "mistake"]
    if wrong:
        raise NotBegun("\n".join(map(str, wrong)))
    return {
        f"templates/docx/{name}/letter.docx": docx.read_bytes(),
        f"templates/html/{name}/letter.html": html.read_bytes(),
        **_story(place, root, forms.load_form(place, name, CALCULATIONS), today),
    }


def _story(place: Path, root: Path, form: Form, today: date) -> dict[str, bytes]:
    profile = office.load_office(root / PROFILE) if (root / PROFILE).is_file() else office.EMPTY
    given = examples.example(form, today)
    draft = Draft(form, place, given, profile, today)
    papers = {each.paper.document: each for each in assembly.packet(draft).papers}
    text = starting_words.situation(
        (root / STARTER / "situation.yaml").read_text("utf-8"), examples.as_file(form, given), draft, today
    )
    made = {f"tests/situations/{form.name}/example.yaml": text.encode()}
    for spec in form.documents:
        words = reading.words_of_docx(papers[spec.name].docx).replace("\u00a0", " ")
        made[f"tests/golden/{form.name}/example/{spec.name}.txt"] = f"{words}\n".encode()
    return made


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    """Write every file where none is; on any failure take away what was written and say why."""
    done: list[Path] = []
    try:
        for name, data in sorted(files.items()):
            path = root / name
            for folder in reversed(path.parents):
                if not folder.exists():
                    folder.mkdir()
                    done.append(folder)
            with path.open("xb") as file:
                done.append(path)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    except BaseException as error:
        _take_away(done)
        if isinstance(error, OSError):
            raise NotBegun(f"{root / name}: {error.strerror}; nothing was written.") from error
        raise


def _take_away(made: Sequence[Path]) -> None:
    """What was made, the last first; a folder that somebody else has put a file into stays."""
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
