"""`draftwell assemble --exhibits --efile`: files by name, or sentences and nothing written."""

import json
import unicodedata
from pathlib import Path

import pytest
import yaml

from tests.cli.checkouts import Run
from tests.documents.exhibits import foreign, small

DAY = ("--today", "2026-11-24")
BIRTH = {"exhibit_title": "Birth certificate", "exhibit_file": "birth.pdf", "exhibit_public": "yes"}
PHOTO = {"exhibit_title": "Photo of the door", "exhibit_file": "door.jpg", "exhibit_public": "no"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.lay_out(tmp_path_factory.mktemp("checkout") / "root")


def answered(folder: Path, *exhibits: dict[str, str]) -> Path:
    """An answer file with exhibits."""
    rest = {"exhibit_what": "", "exhibit_for": ""}
    answers = {
        "client_name": {"first": "Dana", "last": "Marsh"}, "home": "", "fear": "",
        "exhibits": [{**rest, **each} for each in exhibits],
    }  # fmt: skip
    path = folder / "answers.yaml"
    path.write_text(yaml.safe_dump(answers), "utf-8")
    return path


def put(folder: Path, **files: bytes) -> Path:
    """A folder with files; `_` in a name stands for the dot."""
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return folder


def refused(
    run: Run, root: Path, tmp_path: Path, *exhibits: dict[str, str], more: tuple[object, ...] = ()
) -> str:
    """What assemble says when it refuses; fails if anything was written."""
    out = tmp_path / "packet"
    result = run("assemble", small.NAME, answered(tmp_path, *exhibits), "--out", out, *DAY, *more, at=root)
    assert (result.exit_code, result.stdout, out.exists()) == (2, "", False)
    assert "Traceback" not in result.stderr
    return result.stderr


def test_files_in_the_folder_beside_the_answers_become_exhibits(run: Run, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "exhibits", birth_pdf=foreign.pdf(), door_jpg=foreign.turned_jpeg())
    out = tmp_path / "packet"
    result = run("assemble", small.NAME, answered(tmp_path, BIRTH, PHOTO), "--out", out, *DAY, at=root)
    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in (out / "1-court").iterdir() if "Exhibit" in path.name)
    assert names == ["03 Exhibit A, Birth certificate.pdf", "04 Exhibit B (confidential).pdf"]
    assert "no text that can be searched" in result.stderr
    assert not (out / "efile").exists()


def test_another_folder_may_be_named(run: Run, root: Path, tmp_path: Path) -> None:
    scans = put(tmp_path / "scans", birth_pdf=foreign.pdf())
    out = tmp_path / "packet"
    file = answered(tmp_path, BIRTH)
    result = run("assemble", small.NAME, file, "--out", out, "--exhibits", scans, *DAY, at=root)
    assert result.exit_code == 0, result.stderr


def test_the_filing_set_has_one_pdf_a_paper_and_says_it_is_a_rehearsal(
    run: Run, root: Path, tmp_path: Path
) -> None:
    put(tmp_path / "exhibits", birth_pdf=foreign.pdf(), door_jpg=foreign.picture())
    out = tmp_path / "packet"
    file = answered(tmp_path, BIRTH, PHOTO)
    result = run("assemble", small.NAME, file, "--out", out, "--efile", *DAY, at=root)
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (out / "efile").iterdir()) == [
        "01 Petition.pdf", "02 Index of exhibits.pdf", "03 Exhibit A, Birth certificate.pdf",
        "04 Confidential - Exhibit B.pdf", "manifest.json",
    ]  # fmt: skip
    told = json.loads((out / "efile/manifest.json").read_text())
    assert (told["rehearsal"], told["size limit"]["confirmed"]) == (True, False)
    assert [each["problems"] for each in told["files"]] == [
        [], [], [], ["no searchable text (Rule 55.02(b)): page 2"],
    ]  # fmt: skip
    assert "rehearsal" in result.stderr
    assert "efile/04 Confidential - Exhibit B.pdf: no searchable text" in result.stderr


def test_a_missing_file_and_one_nobody_names_are_both_told(run: Run, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "exhibits", other_pdf=foreign.pdf())
    said = refused(run, root, tmp_path, BIRTH).splitlines()
    assert len(said) == 2
    assert "Exhibit A names “birth.pdf”, which is no file" in said[0]
    assert "other.pdf: no exhibit names this file" in said[1]


def test_a_name_in_other_letters_is_told_once_with_the_right_one(
    run: Run, root: Path, tmp_path: Path
) -> None:
    put(tmp_path / "exhibits", BIRTH_PDF=foreign.pdf())
    (said,) = refused(run, root, tmp_path, BIRTH).splitlines()
    assert "names “birth.pdf”, which is no file in" in said
    assert "did you mean “BIRTH.PDF”?" in said


def test_a_file_the_guard_refuses_ends_it_with_its_sentence(run: Run, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "exhibits", birth_pdf=foreign.pdf(change=foreign.field))
    said = refused(run, root, tmp_path, BIRTH)
    assert "birth.pdf: This PDF holds comments, marks or fields" in said


def test_a_name_that_leads_out_of_the_folder_is_refused(run: Run, root: Path, tmp_path: Path) -> None:
    put(tmp_path / "exhibits")
    (tmp_path / "birth.pdf").write_bytes(foreign.pdf())
    said = refused(run, root, tmp_path, {**BIRTH, "exhibit_file": "../birth.pdf"})
    assert "write the name of the file alone" in said


def test_a_folder_that_is_not_there_is_refused(run: Run, root: Path, tmp_path: Path) -> None:
    said = refused(run, root, tmp_path, BIRTH, more=("--exhibits", tmp_path / "nowhere"))
    assert "nowhere is no folder" in said


def test_names_that_a_system_spells_otherwise_are_the_same(run: Run, root: Path, tmp_path: Path) -> None:
    folder = put(tmp_path / "exhibits")
    (folder / unicodedata.normalize("NFD", "zoë.pdf")).write_bytes(foreign.pdf())
    (folder / "Thumbs.db").write_bytes(b"x")
    file = answered(tmp_path, {**BIRTH, "exhibit_file": "zoë.pdf"})
    result = run("assemble", small.NAME, file, "--out", tmp_path / "packet", *DAY, at=root)
    assert result.exit_code == 0, result.stderr
