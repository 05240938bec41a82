"""The finished files of every form and of the engine's own papers, made once, and veraPDF's verdicts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import weasyprint

from app.documents import pdf
from app.documents.draft import Draft
from app.documents.packet import OFFICE_PAPERS, Planned
from app.documents.paper import Made
from tests.documents.engine import papers
from tests.documents.finished import stories, verapdf
from tests.documents.finished.verapdf import Verdict

UNTAGGED = "an untagged file"
"""The control: a PDF as WeasyPrint makes it when it is told nothing."""


@dataclass(frozen=True)
class Finished:
    """Finished files by a name that says what each is, `form/document` in it where it is a form's."""

    pdfs: dict[str, bytes] = field(default_factory=dict)
    words: dict[str, bytes] = field(default_factory=dict)

    def keep(self, name: str, made: Made) -> None:
        """Both files of a paper."""
        self.pdfs[name], self.words[name] = made.pdf, made.docx


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Every template of every form once as review and as clean copy, and a few packets whole."""
    files = Finished(dict(_of_the_engine(tmp_path_factory.mktemp("engine"))))
    for name in stories.few():
        for place, made in of_a_story(name):
            if isinstance(made, Made):
                files.keep(f"{name}: {place}", made)
            else:
                files.pdfs[f"{name}: {place}"] = made
    for name in stories.chosen():
        for place, made in _not_yet(name, files.words):
            files.keep(f"{name}: {place}", made)
    return files


@pytest.fixture(scope="session")
def finished(both: Finished) -> dict[str, bytes]:
    """Every PDF among them, and what the engine and the joining of papers make."""
    return both.pdfs


@pytest.fixture(scope="session")
def verdicts(
    finished: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], Verdict]:
    """What veraPDF says of each of them; without Java the summary says that nothing was judged."""
    if sentence := verapdf.missing():
        pytest.skip(sentence)
    untagged = weasyprint.HTML(string="<html lang=en><title>T</title><p>x").write_pdf()
    return verapdf.judged({**finished, UNTAGGED: untagged}, tmp_path_factory.mktemp("judged"))


def _of_the_engine(folder: Path) -> Iterator[tuple[str, bytes]]:
    letter, pleading = (papers.with_twin(made(folder)) for made in (papers.letter, papers.pleading))
    review = pdf.render(letter, papers.LETTER, title="Demand letter")
    clean = pdf.render(pleading, papers.PLEADING, title="Petition", copy="clean")
    yield "the engine's letter, review", review.data
    yield "the engine's petition, clean", clean.data
    yield "the engine's petition, review", pdf.render(pleading, papers.PLEADING, title="Petition").data
    spanish = pdf.render(letter, papers.LETTER, title="Carta", language="es")
    parts = [("Letter", review), ("Petition", clean), ("Carta", spanish)]
    yield "the engine's papers as one", pdf.joined(parts, title="All papers")


def of_a_story(name: str) -> Iterator[tuple[str, Made | bytes]]:
    """Review copies, the papers of each folder as one, and clean copies with a rule for every blank."""
    packet, draft = stories.packet(name), stories.draft(name)
    # What others made, an exhibit, is as it came but for its cover.
    own = [made for made in (*packet.papers, *packet.held) if not made.paper.pdf_only]
    for made in own:
        yield f"{_template(made.paper, draft)}, review", made
    for whole in packet.together:
        yield f"{whole.paper.title}, review", whole.pdf
    for made in own:
        if made.paper.document not in OFFICE_PAPERS:
            yield f"{_template(made.paper, draft)}, clean", _clean(draft, made)


def _not_yet(name: str, known: Iterable[str]) -> Iterator[tuple[str, Made]]:
    """Review and clean copies of those papers of a story whose template no file so far was made from."""
    draft, filled = stories.draft(name), {_filled(each) for each in known}
    for paper in (*draft.plan.papers, *draft.plan.held):
        template = _template(paper, draft)
        if paper.pdf_only or paper.document in OFFICE_PAPERS or template.split(",")[0] in filled:
            continue
        made = draft.make(paper, read_back=False)
        yield f"{template}, review", made
        yield f"{template}, clean", _clean(draft, made)


def _filled(name: str) -> str:
    """The template a file was made from, by the file's name."""
    return name.rpartition(": ")[2].partition(",")[0]


def _clean(draft: Draft, made: Made) -> Made:
    return draft.make(made.paper, "clean", ruled=frozenset(made.marks), read_back=False)


def _template(paper: Planned, draft: Draft) -> str:
    """The name of a paper's template, `form/document`, and the paper's own where there may be several."""
    path = paper.template(stories.ROOT, draft.form.name).with_suffix("")
    name = path.relative_to(stories.ROOT / "templates/docx").as_posix()
    alone = paper.document == path.name or paper.document in OFFICE_PAPERS
    return name if alone else f"{name}, {paper.document}"
