"""The same answers give the same bytes, in another process, after other papers, whatever the hash seed."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from app.documents import package, pdf, word
from tests.documents.engine.papers import LETTER, PLEADING, with_twin

PROGRAM = """
import hashlib, sys
from pathlib import Path
from app.documents import pdf, word
from tests.documents.engine.papers import LETTER
docx = Path(sys.argv[1])
print(hashlib.sha256(word.render(docx, LETTER, title="T")).hexdigest())
print(hashlib.sha256(pdf.render(docx.with_suffix(".html"), LETTER, title="T").data).hexdigest())
"""


def hashes(docx: Path) -> list[str]:
    made = word.render(docx, LETTER, title="T"), pdf.render(docx.with_suffix(".html"), LETTER, title="T").data
    return [hashlib.sha256(data).hexdigest() for data in made]


def elsewhere(docx: Path, seed: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(docx)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LANG": "C"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_another_process_makes_the_same_bytes(letter: Path, pleading: Path) -> None:
    pdf.render(with_twin(pleading), PLEADING, title="Another paper first")
    with_twin(letter)
    assert hashes(letter) == elsewhere(letter, "1") == elsewhere(letter, "2")


def test_another_answer_makes_other_bytes(letter: Path) -> None:
    assert word.render(letter, {**LETTER, "days": 15}, title="T") != word.render(letter, LETTER, title="T")


def test_a_time_in_the_zip_would_be_noticed() -> None:
    assert package.pack({"a": b"x"}) == package.pack({"a": b"x"})
    assert b"\x00\x00\x21\x00" in package.pack({"a": b"x"})
