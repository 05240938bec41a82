"""The files of exhibits for `draftwell assemble`: found in a folder by name, let in by the upload guard."""

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
    exhibits = {item: each for item, each in listed.items(job.draft().interview).items() if each.file}
    place = folder or answers.parent / BESIDE
    if folder is not None and not place.is_dir():
        raise NotDone(f"{place} is no folder; name the one that holds the files of the exhibits.")
    if not exhibits and not place.is_dir():
        return ()
    if found := [*_mistakes(exhibits, place, answers)]:
        raise not_done(found)
    return tuple(_admitted(job, exhibits, place))


def _mistakes(exhibits: Mapping[str, Exhibit], place: Path, answers: Path) -> Iterator[str]:
    there = (
        {path.name for path in place.iterdir() if not path.name.startswith(".")} if place.is_dir() else set()
    )
    named = {each.file for each in exhibits.values()}
    for each in exhibits.values():
        if Path(each.file).name != each.file:
            yield f"{answers}: Exhibit {each.letter} names “{each.file}”; write the name of the file alone."
        elif each.file not in there or not (place / each.file).is_file():
            yield (
                f"{answers}: Exhibit {each.letter} names “{each.file}”, which is no file in {place}; put it"
                " there, correct the name, or leave it empty."
            )
    for name in sorted(there - named):
        yield f"{place / name}: no exhibit names this file; add it as `exhibit_file`, or move it away."


def _admitted(job: Job, exhibits: Mapping[str, Exhibit], place: Path) -> Iterator[File]:
    left = MOST_TOGETHER
    for item, each in exhibits.items():
        path = place / each.file
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        try:
            made = uploads.admitted(job, item, each.file, data)
        except NotAdmitted as refused:
            raise NotDone(f"{path}: {refused}") from refused
        left -= len(made.pdf)
        if left < 0:
            raise NotDone(
                f"{path}: the exhibits up to this one have more than {MOST_TOGETHER // 1_000_000} MB;"
                " scan them coarser, or leave the largest for filing by hand."
            )
        yield made
