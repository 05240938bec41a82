"""Files appear whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.documents import writing
from app.documents.errors import DocumentError
from app.documents.refusals import Occupied

ROOT = Path(__file__).resolve().parents[3]
FILES = {"manifest.json": b"{}", "1-court/01 Petition.pdf": b"%PDF"}


def test_files_are_written_below_their_folder(tmp_path: Path) -> None:
    writing.write(FILES, tmp_path / "deep" / "out")
    assert (tmp_path / "deep/out/1-court/01 Petition.pdf").read_bytes() == b"%PDF"


def test_nothing_is_left_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="No space left"):
        writing.write(FILES, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError, match="leads out"):
        writing.write({name: b"x"}, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_a_link_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(Occupied):
            writing.write(FILES, tmp_path / name)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DocumentError, match="cannot be written"):
        writing.write(FILES, tmp_path / "file" / "out")


def test_what_a_killed_run_has_left_beside_is_taken_away_by_the_next(tmp_path: Path) -> None:
    code = "from pathlib import Path; from app.documents import writing; import os, signal, sys; "
    code += (
        "(writing.staging(Path(sys.argv[1])) / 'facts').write_text('x'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "packet")], check=False, cwd=ROOT)
    assert len(list(tmp_path.iterdir())) == 1
    writing.write({"a.txt": b"a"}, tmp_path / "other")
    assert [each.name for each in tmp_path.iterdir()] == ["other"]


def test_what_a_run_that_goes_on_has_beside_stays(tmp_path: Path) -> None:
    going = writing.staging(tmp_path / "packet")
    writing.write({"a.txt": b"a"}, tmp_path / "other")
    assert going.is_dir()
