"""Loads a form package's questionnaire with its shared files: everything wrong at once, or a Form."""

import re
from collections.abc import Mapping
from pathlib import Path

from app.core import paper_checker
from app.core.builder import Builder, Source
from app.core.calculation import Catalogue
from app.core.loader import Node, load, parse
from app.core.places import Mistake, Mistakes, Place
from app.core.questionnaire import Form

FOLDER = "questionnaires"
LIMIT_QUESTIONS = 2_000
NAME = re.compile(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*")


def names(root: Path) -> list[str]:
    """The names of the forms in a checkout, `mo/wage_claim` for `questionnaires/mo/wage_claim.yaml`.

    A file a folder deeper is no form: `questionnaires/es/mo/wage_claim.yaml` is wording in another language.
    """
    folder = root / FOLDER
    found = (path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.yaml"))
    return sorted(name for name in found if NAME.fullmatch(name) and not name.startswith("shared/"))


def load_form(root: Path, name: str, catalogue: Catalogue) -> Form:
    """Read form `name` of the checkout at `root`; raises Mistakes naming file, line and column."""
    if not NAME.fullmatch(name) or not (root / FOLDER / f"{name}.yaml").is_file():
        known = ", ".join(names(root)) or "none"
        raise Mistakes([Mistake(Place(name), f"There is no such form; the forms here are: {known}.")])
    return _built(name, catalogue, lambda file: load(root / file, file))


def form_from(files: Mapping[str, bytes], name: str, catalogue: Catalogue) -> Form:
    """Read form `name` from the kept files of an edition."""
    return _built(name, catalogue, lambda file: _kept(files, file))


def _kept(files: Mapping[str, bytes], file: str) -> Node:
    if file not in files:
        raise Mistakes([Mistake(Place(file), "This file is missing from the edition.")])
    return parse(files[file], file)


def _built(name: str, catalogue: Catalogue, source: Source) -> Form:
    file = f"{FOLDER}/{name}.yaml"
    builder = Builder(source, catalogue)
    form = builder.form(file, name)
    if builder.mistakes or form is None:
        raise Mistakes(builder.mistakes)
    if (count := sum(1 for _ in form.questions())) > LIMIT_QUESTIONS:
        sentence = (
            f"This form has {count:,} questions; the limit is {LIMIT_QUESTIONS:,}. Make it several forms."
        )
        raise Mistakes([Mistake(Place(file), sentence)])
    if wrong := list(paper_checker.of_elements(form)):
        raise Mistakes(wrong)
    return form
