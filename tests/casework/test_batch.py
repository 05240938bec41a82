"""What the manifest of a batch says of every row."""

import csv
from pathlib import Path

from app.casework import batch_manifest
from app.casework.batch_manifest import Outcome


def test_the_manifest_holds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    batch_manifest.write(path, [Outcome("A1", False, reason="=1+1"), Outcome("B", True, 3, ("-Letter",))])
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["reason"] for line in lines] == ["'=1+1", ""]
    assert lines[1]["held_back"] == "'-Letter"
    assert lines[1]["folder"] == "B"
