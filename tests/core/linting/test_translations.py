"""A language that has begun has every wording of a form, of the state it was translated from."""

from pathlib import Path

import pytest

from app.core import forms
from app.core.linting import translations

FORM = """form: mo/tiny
title: Tiny
authority: RSMo 1.010
sections:
  - include: shared/who
  - section: One
    keep: open
    who: {ask: "Who are you, {name}?", kind: choose one, from: {me: Me}}
  - section: Ours
    keep: open
    answered by: attorney
    track: {ask: Which?, kind: text}
"""
SHARED = """shared: who
sections:
  - section: You
    keep: open
    name: {ask: Your name?, kind: text}
"""
SPANISH = """language: es
form: mo/tiny
wording:
  title: {english: Tiny, says: Pequeño}
  section One: {english: One, says: Uno}
  who.ask: {english: "Who are you, {name}?", says: "¿Quién es usted, {name}?"}
  who.choices.me: {english: Me, says: Yo}
"""
SPANISH_SHARED = """language: es
shared: who
wording:
  section You: {english: You, says: Usted}
  name.ask: {english: Your name?, says: ¿Su nombre?}
"""


def found(root: Path, spanish: str | None = SPANISH, shared: str | None = SPANISH_SHARED) -> list[str]:
    for name, text in {
        "mo/tiny": FORM, "shared/who": SHARED, "es/mo/tiny": spanish, "es/shared/who": shared,
    }.items():  # fmt: skip
        path = root / f"questionnaires/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is not None:
            path.write_text(text, "utf-8")
    return [str(fault) for fault in translations.faults(root, forms.load_form(root, "mo/tiny", {}))]


def test_a_whole_translation_is_right(tmp_path: Path) -> None:
    assert found(tmp_path) == []


def test_a_language_that_has_not_begun_lacks_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, None, None) == []


def test_a_translation_is_not_taken_for_a_form(tmp_path: Path) -> None:
    found(tmp_path)
    assert forms.names(tmp_path) == ["mo/tiny"]


def test_a_shared_file_belongs_to_the_language(tmp_path: Path) -> None:
    said = found(tmp_path, SPANISH, None)
    assert len(said) == 1
    assert said[0].startswith("questionnaires/es/shared/who.yaml The es wording of")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  who.choices.me: {english: Me, says: Yo}\n", "", "`who.choices.me` is not translated (“Me”"),
        ("  title: ", "  about: {english: A, says: B}\n  title: ", "yaml:4:3 `about` is no wording"),
        ("says: Yo", 'says: ""', "yaml:7:3 `who.choices.me` says nothing"),
        ("usted, {name}?", "usted?", "yaml:6:3 `who.ask` must pipe the same names as the English ({name})"),
        ("english: Me,", "english: I,", "yaml:7:3 The English of `who.choices.me` was “I” and is “Me”"),
        ("english: Me,", "", "yaml:7:3"),
        ("form: mo/tiny", "form: mo/other", "The file stands where the es wording of mo/tiny belongs"),
    ],
)
def test_every_lack_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SPANISH
    told = found(tmp_path, SPANISH.replace(old, new))
    assert len(told) == 1
    assert said in told[0]


def test_what_only_attorneys_are_asked_is_not_translated(tmp_path: Path) -> None:
    said = found(tmp_path, f"{SPANISH}  track.ask: {{english: Which?, says: ¿Cuál?}}\n")
    assert ["`track.ask` is no wording" in each for each in said] == [True]
