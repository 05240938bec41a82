"""What is proved of every situation: the story's answers in, and everything it expects must come out.

`DRAFTWELL_GOLDEN=write` writes the words of each paper anew: a change of law or wording is a readable diff.
"""

import dataclasses
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.core import answer_file, office
from app.core.forms import load_form
from app.core.kinds.dates import read_when
from app.core.loader import Pairs, load
from app.core.questionnaire import Form
from app.core.shape import plain
from app.documents import assembly, reading
from app.documents.draft import Draft
from app.documents.packet import OFFICE_PAPERS, Lifted
from app.documents.paper import Made
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
WRITE = os.environ.get("DRAFTWELL_GOLDEN") == "write"


@dataclass(frozen=True)
class Told:
    """A story that has been played: what it expects, the draft it makes, and its papers, held ones too."""

    name: str
    form: str
    file: answer_file.AnswerFile
    expect: dict[str, Any]
    draft: Draft
    papers: dict[str, Made]
    held: dict[str, Made]

    def words(self, name: str) -> str:
        """The words of one paper, made or held, with plain blanks for those that do not break."""
        return reading.words_of_docx((self.papers | self.held)[name].docx).replace("\u00a0", " ")

    @property
    def own(self) -> list[str]:
        """The form's own papers, without those every packet has."""
        return [name for name in self.papers | self.held if name not in OFFICE_PAPERS]


@lru_cache
def form_called(name: str) -> Form:
    return load_form(ROOT, name, CALCULATIONS)


@lru_cache(maxsize=2)
def told(path: Path) -> Told:
    node = load(path)
    assert isinstance(node, Pairs)
    content, answers = plain(node), node.get("answers")
    assert answers is not None
    name = path.parent.relative_to(ROOT / "tests" / "situations").as_posix()
    form = form_called(name)
    file = answer_file.read(form, answers)
    profile = office.load_office(ROOT / "office.example.yaml")
    profile = dataclasses.replace(profile, defaults=content.get("defaults", profile.defaults))
    lifted = [Lifted(gate, "Morgan A. Tessel", "99901", "Talked over") for gate in content.get("lifted", [])]
    today = read_when(content["today"]).earliest
    draft = Draft(form, ROOT, file.answers, profile, today, lifted=lifted)
    # The two files of each paper are compared below, once.
    packet = assembly.packet(draft, read_back=False)
    papers = {made.paper.document: made for made in (*packet.papers, *packet.withheld)}
    held = {paper.document: draft.make(paper, read_back=False) for paper in draft.plan.held}
    return Told(path.stem, name, file, content.get("expect", {}), draft, papers, held)


def stories(form: str) -> list[Path]:
    """The stories of a form."""
    return sorted((ROOT / "tests" / "situations" / form).glob("*.yaml"))


class Played:
    """The proofs, once for each story; a module for each form gives the stories."""

    def test_the_answers_of_the_story_are_taken_and_complete(self, story: Told) -> None:
        assert [str(mistake) for mistake in story.file.mistakes] == []
        assert [str(mistake) for mistake in story.file.against(story.draft.interview)] == []

    def test_exactly_the_expected_papers_are_due_and_held(self, story: Told) -> None:
        assert sorted(story.own) == sorted(story.expect["documents"])
        assert sorted(story.held) == sorted(story.expect["held"])

    def test_exactly_the_expected_gates_are_raised(self, story: Told) -> None:
        assert sorted(gate.name for gate in story.draft.interview.gates) == sorted(story.expect["gates"])

    def test_the_expected_flags_are_raised(self, story: Told) -> None:
        raised = {flag.name for flag in story.draft.interview.flags}
        assert set(story.expect["flags"]) <= raised

    def test_the_sums_come_out_to_the_cent(self, story: Told) -> None:
        for name, expected in story.expect.get("worked out", {}).items():
            fact, _, part = name.partition(".")
            found = story.draft.interview.facts[fact]
            assert found.result is not None, f"{fact}: {found.gap}"
            assert str(getattr(found.result, part)) == expected, name

    def test_nothing_the_guard_looks_for_stands_in_any_paper(self, story: Told) -> None:
        found = [finding for made in (story.papers | story.held).values() for finding in made.findings]
        assert [finding for finding in found if finding.final] == []

    def test_both_formats_say_the_same_words(self, story: Told) -> None:
        both = [made for made in (story.papers | story.held).values() if not made.paper.pdf_only]
        differing = {made.paper.document: reading.difference(made.docx, made.pdf) for made in both}
        assert {name: said for name, said in differing.items() if said} == {}
        assert set(OFFICE_PAPERS) <= set(differing)

    def test_what_is_expected_is_printed(self, story: Told) -> None:
        everything = "\n".join(story.words(name) for name in story.own)
        assert [words for words in story.expect.get("printed", []) if words not in everything] == []

    def test_what_must_not_be_printed_is_in_no_paper(self, story: Told) -> None:
        everything = "\n".join(story.words(name) for name in story.papers | story.held)
        assert [words for words in story.expect.get("never printed", []) if words in everything] == []

    def test_what_must_not_be_sent_is_in_no_paper_for_the_other_side(self, story: Told) -> None:
        papers = story.papers | story.held
        sent = "\n".join(
            story.words(name) for name, made in papers.items() if made.paper.audience == "other side"
        )
        assert [words for words in story.expect.get("never sent", []) if words in sent] == []

    def test_what_must_not_be_public_is_in_no_paper_outside_the_closed_file(self, story: Told) -> None:
        papers = (story.papers | story.held).items()
        read = "\n".join(story.words(name) for name, made in papers if _leaves_the_closed_file(made))
        assert [words for words in story.expect.get("never public", []) if words in read] == []

    def test_the_words_of_each_paper_are_the_golden_ones(self, story: Told) -> None:
        folder = ROOT / "tests" / "golden" / story.form / story.name
        found = {f"{name}.txt": story.words(name) + "\n" for name in story.own}
        if WRITE:
            _rewrite(folder, found)
        kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
        assert kept == found, "read the difference; if it is right, run again with DRAFTWELL_GOLDEN=write"


def _leaves_the_closed_file(made: Made) -> bool:
    """Whether anyone but the court's own people, the attorney and the office may read it."""
    spec = made.paper.spec
    return spec.audience != "office only" and (spec.audience != "court" or spec.filing == "public")


def _rewrite(folder: Path, found: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.txt"):
        path.unlink()
    for name, words in found.items():
        (folder / name).write_text(words, encoding="utf-8")
