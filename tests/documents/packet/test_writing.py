"""Files appear whole or not at all."""

import os
from pathlib import Path

import pytest

from app.documents import writing
from app.documents.errors import DocumentError
from app.documents.refusals import Occupied

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
