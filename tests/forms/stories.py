"""The stories under tests/situations with the golden words of their papers, and what a court paper is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.core.forms import load_form
from app.core.loader import load
from app.core.questionnaire import DocumentSpec, Form, Question
from app.core.shape import plain
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
_STORIES = ROOT / "tests" / "situations"
_GOLDEN = ROOT / "tests" / "golden"


@cache
def loaded(name: str) -> Form:
    """A form of the repository."""
    return load_form(ROOT, name, CALCULATIONS)


@dataclass(frozen=True)
class Paper:
    """One golden text of a paper for a court: whose story it is from, and whether everybody may read it."""

    form: str
    story: str
    name: str
    spec: DocumentSpec
    public: bool
    text: str

    @property
    def where(self) -> str:
        """How it is spoken of when something is wrong with it."""
        return f"{self.form} {self.story} {self.name}"

    @property
    def is_petition(self) -> bool:
        """Whether it opens a case."""
        return self.spec.name.startswith("petition")


def court_papers() -> Iterator[Paper]:
    """Every golden text of a paper for a court."""
    for path in sorted(_STORIES.rglob("*.yaml")):
        name = path.parent.relative_to(_STORIES).as_posix()
        for text in sorted((_GOLDEN / name / path.stem).glob("*.txt")):
            found = spec_of(loaded(name), text.stem)
            if found and found.audience == "court":
                public = found.filing == "public" and not text.stem.endswith("_unredacted")
                yield Paper(name, path.stem, text.stem, found, public, text.read_text("utf-8"))


def spec_of(form: Form, paper: str) -> DocumentSpec | None:
    """The document of a form that a paper is made from: `petition` for `petition_2_unredacted`."""
    bare = re.sub(r"(_\d+)?(_unredacted)?$", "", paper)
    return form.document(paper) or form.document(bare) or form.document(paper.removesuffix("_unredacted"))


@cache
def answers(form: str, story: str) -> dict[str, Any]:
    """The answers of a story, as written."""
    content = plain(load(_STORIES / form / f"{story}.yaml"))
    found: dict[str, Any] = content["answers"]
    return found


def given(form: str, story: str) -> Iterator[tuple[Question, Any]]:
    """Each question of a story with its answer, those about items too; gaps are left out."""
    told, questions = answers(form, story), loaded(form)
    for name, value in told.items():
        question = questions.question(name)
        if question is None:
            continue
        yield question, value
        for item in value if question.is_list and isinstance(value, list) else ():
            for part, inner in item.items():
                own = questions.question(f"{name}.{part}")
                if own is not None:
                    yield own, inner
