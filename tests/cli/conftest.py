"""A checkout of its own for the commands: a tiny form, its Word templates and twins, and ways to run them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from tests.cli.checkouts import FORMS, PAPERS, REPOSITORY, Process, Run, write_template


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the test form, its templates and everything they share; not to be changed."""
    root = tmp_path_factory.mktemp("checkout")
    for shared in ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office"):
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            shutil.copy(source, target)
    (root / "questionnaires/mo").mkdir(parents=True)
    for (form, name), (layout, lines) in PAPERS.items():
        shutil.copy(FORMS / f"questionnaires/{form}.yaml", root / "questionnaires/mo")
        write_template(root, name, layout, lines, form)
    return root


@pytest.fixture
def checkout(built: Path, tmp_path: Path) -> Path:
    """A copy of the checkout that a test may change."""
    return Path(shutil.copytree(built, tmp_path / "checkout"))


@pytest.fixture
def run(built: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in a checkout, as a person does; `at` says in which."""
    monkeypatch.setenv("DRAFTWELL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DRAFTWELL_KEY_FILE", str(tmp_path / "key" / "master.key"))

    def call(*words: str | Path, at: Path = built) -> Result:
        monkeypatch.chdir(at)
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="draftwell")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def draftwell(built: Path, tmp_path: Path) -> Process:
    """Run a command as a process of its own."""

    def call(*words: str | Path, at: Path = built, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(REPOSITORY),
            "DRAFTWELL_DATA": str(tmp_path / "data"),
            **more,
        }
        command = [sys.executable, "-m", "app.cli", *map(str, words)]
        return subprocess.run(
            command, cwd=at, capture_output=True, text=True, check=False, timeout=120, env=environment
        )

    return call
