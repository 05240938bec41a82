"""TPL-5: active, linked or hidden content never reaches a colleague: refused with a reason, or left out."""

import re
from pathlib import Path

import pytest

from app.documents import package, template, word
from tests.documents.hostile.active import LEFT_OUT, OUTSIDE, REFUSED, Trick
from tests.documents.hostile.placements import in_body
from tests.properties.test_typed import Figure


def saved(trick: Trick, folder: Path) -> Path:
    path = folder / "paper.docx"
    path.write_bytes(package.pack(trick()))
    return path


def test_there_are_at_least_forty_tricks() -> None:
    assert len(REFUSED) >= 40


@pytest.mark.parametrize("name", REFUSED)
def test_a_trick_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    found = [str(mistake) for mistake in template.mistakes(saved(REFUSED[name], tmp_path))]
    assert found
    assert all(re.search(r"\.\)?$", sentence) for sentence in found), found


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_not_refused_is_left_out(name: str, tmp_path: Path) -> None:
    path = saved(LEFT_OUT[name], tmp_path)
    try:
        made = package.unpack(word.render(path, {}, title="Paper"))
    except template.TemplateMistakes:
        return
    assert not [part for part, data in made.items() if b"planted" in data]


def test_a_plain_template_is_neither(tmp_path: Path) -> None:
    """The control: without a trick the same file is a template and makes a paper."""
    assert template.mistakes(saved(lambda: in_body(""), tmp_path)) == []


def test_every_finished_file_links_to_nothing_outside(tmp_path: Path, figure: Figure) -> None:
    made = package.unpack(word.render(saved(lambda: in_body(""), tmp_path), {}, title="Paper"))
    assert not [name for name, part in made.items() if b"TargetMode" in part or OUTSIDE.encode() in part]
    figure(
        "Contained",
        "Word files with active, linked or hidden content refused or stripped",
        len(REFUSED) + len(LEFT_OUT),
    )
