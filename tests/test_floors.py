"""The floors of the house: the import contracts of pyproject.toml hold, and would notice if they did not."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = Path(sys.executable).parent / "lint-imports"

HOUSE = ("web", "cli", "commands", "config", "casework", "documents", "store", "law", "core")
UPWARD = [
    ("core", "import app.law"),
    ("law", "import app.documents"),
    ("documents", "import app.store"),
    ("store", "import app.documents"),
    ("casework", "import app.web"),
    ("commands", "import app.web"),
    ("core", "import sqlite3"),
    ("law", "import sqlalchemy"),
    ("documents", "import flask"),
    ("casework", "import flask"),
]


def judge(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says about the house standing in a folder, under this repository's contracts."""
    command = [LINT, "--no-cache", "--config", ROOT / "pyproject.toml"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(folder)}
    )


def build(folder: Path, planted: dict[str, str]) -> None:
    """An empty house of the same floors, with the given lines planted in some of its rooms."""
    for room in HOUSE:
        package = folder / "app" / room
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(planted.get(room, ""))
    (folder / "app" / "__init__.py").touch()


def test_imports_point_down_only() -> None:
    result = judge(ROOT)
    assert result.returncode == 0, result.stdout


def test_an_empty_house_keeps_the_contracts(tmp_path: Path) -> None:
    build(tmp_path, {})
    result = judge(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("room", "line"), UPWARD)
def test_a_planted_upward_import_is_noticed(tmp_path: Path, room: str, line: str) -> None:
    build(tmp_path, {room: line})
    result = judge(tmp_path)
    assert "BROKEN" in result.stdout, result.stdout + result.stderr


def test_a_new_room_must_be_given_a_floor(tmp_path: Path) -> None:
    build(tmp_path, {})
    (tmp_path / "app" / "annex.py").touch()
    assert "app.annex" in judge(tmp_path).stdout
