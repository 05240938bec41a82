"""The files of exhibits for `draftwell assemble`: found in a folder by name, let in by the upload guard."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.casework import uploads
from app.commands.saying import NotDone, not_done
from app.documents.box import Job
from app.documents.exhibits import listed
from app.documents.exhibits.file import File
from app.documents.exhibits.limits import MOST_BYTES, MOST_TOGETHER
from app.documents.exhibits.refusals import NotAdmitted
from app.law.exhibits import Exhibit

BESIDE = "exhibits"
"""The folder that is looked for beside the answers file."""


def brought(job: Job, folder: Path | None, answers: Path) -> tuple[File, ...]:
    """The clean file of every exhibit that names one; raises NotDone with every mistake there is."""
    draft = job.draft()
    exhibits = {item: each for item, each in listed.items(draft.interview).items() if each.file}
    place = folder or answers.parent / BESIDE
    if folder is not None and not place.is_dir():
        raise NotDone(f"{place} is no folder; name the one that holds the files of the exhibits.")
    if draft.form.question(listed.LIST) is None:
        if folder is not None:
            raise NotDone(f"{job.form} has no list of exhibits; leave `--exhibits` out.")
        return ()
    there = _files(place)
    if found := [*_mistakes(exhibits, there, place, answers)]:
        raise not_done(found)
    paths = {item: there[_composed(each.file)] for item, each in exhibits.items()}
    return _admitted(job, paths)


def _files(place: Path) -> dict[str, Path]:
    """What lies in the folder by its name in one spelling; systems write accents in two."""
    inside = sorted(place.iterdir()) if place.is_dir() else []
    return {_composed(path.name): path for path in inside if not _of_the_system(path.name)}


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _of_the_system(name: str) -> bool:
    return name.startswith(".") or name.lower() in ("thumbs.db", "desktop.ini")


def _mistakes(
    exhibits: Mapping[str, Exhibit], there: Mapping[str, Path], place: Path, answers: Path
) -> Iterator[str]:
    for each in exhibits.values():
        path = there.get(_composed(each.file))
        if Path(each.file).name != each.file:
            yield f"{answers}: Exhibit {each.letter} names “{each.file}”; write the name of the file alone."
        elif path is None or not path.is_file():
            yield (
                f"{answers}: Exhibit {each.letter} names “{each.file}”, which is no file in {place};"
                f" {_like(each.file, there)}put it there, correct the name, or take the exhibit off the list."
            )
    named = {_composed(each.file) for each in exhibits.values()}
    # One that differs in capital letters alone was told with its exhibit.
    told = {name.casefold() for name in named if name not in there}
    for name, path in there.items():
        if name not in named and name.casefold() not in told:
            yield f"{path}: no exhibit names this file; add it as `exhibit_file`, or move it away."


def _like(name: str, there: Mapping[str, Path]) -> str:
    """Names a file whose name differs in capital letters alone."""
    found = [other for other in there if other.casefold() == _composed(name).casefold()]
    return f"did you mean “{found[0]}”? If not, " if found else ""


def _admitted(job: Job, paths: Mapping[str, Path]) -> tuple[File, ...]:
    """Every file, let in; raises NotDone with what is wrong with any of them."""
    made: list[File] = []
    wrong: list[str] = []
    left = MOST_TOGETHER
    for item, path in paths.items():
        try:
            file = uploads.admitted(job, item, path.name, _read(path))
        except NotAdmitted as refused:
            wrong.append(f"{path}: {refused}")
            continue
        except OSError as error:
            wrong.append(f"{path}: this file cannot be read ({error.strerror}).")
            continue
        made.append(file)
        left -= len(file.pdf)
        if left < 0:
            wrong.append(
                f"{path}: the exhibits up to this one have more than {MOST_TOGETHER // 1_000_000} MB;"
                " scan them coarser, or leave the largest for filing by hand."
            )
            break
    if wrong:
        raise not_done(wrong)
    return tuple(made)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
