"""Kept packets: sealed under a keyed name, bound to it, bounded, and never trusted when damaged."""

import os
import re
from pathlib import Path

import pytest

from app.store.locker import Locker
from app.store.results import MOST_DAYS, Results
from app.store.vault import AES_GCM, Key

FACT = b"Robin Sample, 12 Hidden Lane"


@pytest.fixture
def locker() -> Locker:
    return Locker(AES_GCM, Key.random(), "office")


@pytest.fixture
def results(tmp_path: Path, locker: Locker) -> Results:
    return Results(tmp_path / "results", locker)


def only(results: Results) -> Path:
    """The one file there is."""
    (path,) = results.folder.iterdir()
    return path


def test_what_is_kept_is_found_again_by_its_key_only(results: Results) -> None:
    results.put("a" * 64, FACT)
    assert results.get("a" * 64) == FACT
    assert results.get("b" * 64) is None


def test_neither_name_nor_content_of_the_file_tells_anything(results: Results) -> None:
    results.put("a" * 64, FACT)
    path = only(results)
    assert re.fullmatch("[0-9a-f]{64}", path.name)
    assert path.name != "a" * 64
    assert FACT[:5] not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_length_of_the_file_says_little(results: Results) -> None:
    results.put("a", FACT)
    short = only(results).stat().st_size
    results.put("a", FACT * 100)
    assert only(results).stat().st_size == short


@pytest.mark.parametrize("at", [0, 5, 20, -1])
def test_a_damaged_one_counts_as_none_and_is_made_anew(results: Results, at: int) -> None:
    results.put("a", FACT)
    data = bytearray(only(results).read_bytes())
    data[at] ^= 1
    only(results).write_bytes(data)
    assert results.get("a") is None
    results.put("a", FACT)
    assert results.get("a") == FACT


@pytest.mark.parametrize("size", [0, 1, 40])
def test_a_cut_one_counts_as_none(results: Results, size: int) -> None:
    results.put("a", FACT)
    only(results).write_bytes(only(results).read_bytes()[:size])
    assert results.get("a") is None


def test_one_in_the_place_of_another_is_refused(results: Results) -> None:
    results.put("a", FACT)
    path = only(results)
    results.put("b", b"somebody else")
    (other,) = set(results.folder.iterdir()) - {path}
    other.write_bytes(path.read_bytes())
    assert results.get("b") is None


def test_one_of_another_office_is_refused(results: Results, tmp_path: Path) -> None:
    results.put("a", FACT)
    stranger = Results(results.folder, Locker(AES_GCM, Key.random(), "office"))
    assert stranger.get("a") is None


def test_one_that_is_too_old_is_neither_found_nor_kept(results: Results, locker: Locker) -> None:
    results.put("a", FACT)
    later = Results(results.folder, locker, lambda: only(results).stat().st_mtime + MOST_DAYS * 86_400 + 1)
    assert later.get("a") is None
    later.trim()
    assert list(results.folder.iterdir()) == []


def test_the_oldest_go_when_there_is_no_room(results: Results) -> None:
    for age, key in enumerate("abc"):
        results.put(key, FACT)
        os.utime(results.folder / results._name(key), (1, results.clock() - age * 100))
    size = next(results.folder.iterdir()).stat().st_size
    results.trim(most_bytes=2 * size)
    assert [results.get(key) for key in "abc"] == [FACT, FACT, None]


def test_what_a_crash_left_half_written_goes(results: Results) -> None:
    results.put("a", FACT)
    half = results.folder / "x.1.half"
    half.write_bytes(b"half")
    os.utime(half, (1, results.clock() - 7_200))
    results.trim()
    assert not half.exists()
    assert results.get("a") == FACT


def test_a_closed_disk_is_no_reason_to_stop(locker: Locker, tmp_path: Path) -> None:
    (tmp_path / "results").write_text("no folder")
    results = Results(tmp_path / "results", locker)
    results.put("a", FACT)
    results.trim()
    assert results.get("a") is None
