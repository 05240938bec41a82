"""The product's own works beside the yardstick: answers over HTTP, readings, the wage claim's papers."""

import tempfile
from pathlib import Path

from app.core import interview, office
from app.core.examples import example
from app.documents import assembly, pdf, twin, word
from app.documents.draft import Draft
from bench.drafts import ROOT, TODAY, Prepared, form, prepare, sixty_weeks
from bench.rounds import Work, play
from bench.rows import THE_TIME, Row
from bench.served import Answering, Visitor, serving
from bench.yardstick import Yardstick

GOAL_MS = 50
"""The goal for an answer: posted, sealed, on the disk, and the next question known (design, section 5)."""


def rows(rounds: int) -> list[Row]:
    """Everything timed in turns with the yardstick."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, key = folder / "data", folder / "key" / "master.key"
        drafts = prepare(data, key)
        with serving(data, key) as visitor:
            yardstick = Work("yardstick", Yardstick(folder))
            works = [*posts(visitor, *drafts), *reads(), *papers()]
            play([yardstick, *works], rounds)
    return [row(work, yardstick) for work in works]


def posts(visitor: Visitor, half: Prepared, weeks: Prepared) -> list[Work]:
    """Answers over HTTP on loopback, to a server in another process."""
    named = (("answer-post", half), ("answer-post, 60 workweeks", weeks))
    made = []
    for name, prepared in named:
        answering = Answering(visitor, prepared)
        made.append(Work(name, answering.post, before=answering.open, goal_ms=GOAL_MS))
    return made


def reads() -> list[Work]:
    """Reading the questionnaire by its answers, from nothing remembered."""
    small, large = example(form(), TODAY), sixty_weeks()
    return [
        Work("interview-read", lambda: interview.read(form(), small, TODAY)),
        Work("interview-read, 60 workweeks", lambda: interview.read(form(), large, TODAY), every=2),
    ]


def papers() -> list[Work]:
    """The wage claim's own letter as Word and as PDF, and the whole packet of the example."""
    draft = _draft()
    letter = next(paper for paper in draft.plan.papers if paper.document == "demand_letter")
    source, content = draft.source(letter), draft.contexts.for_document(letter.spec).data
    html = twin.twin_path(source)
    return [
        Work("docx-letter", lambda: word.render(source, content, title=letter.title), every=2),
        Work("pdf-letter", lambda: pdf.render(html, content, title=letter.title), every=4),
        Work("packet", lambda: assembly.packet(_draft()), every=10),
    ]


def _draft() -> Draft:
    profile = office.load_office(ROOT / "office.example.yaml")
    return Draft(form(), ROOT, example(form(), TODAY), profile, TODAY)


def row(work: Work, yardstick: Work) -> Row:
    """One work beside the yardstick."""
    against = yardstick.median_ms
    more: dict[str, object] = {"goal_ms": work.goal_ms, "times": len(work.times)}
    return Row(work.name, "yardstick", work.median_ms / against, work.median_ms, against, THE_TIME, more)
