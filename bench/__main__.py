"""`python -m bench`: a table on the screen and a file in bench/history, each work beside the yardstick."""

import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.core import interview, office
from app.core.examples import example
from app.documents import assembly, pdf, twin, word
from app.documents.draft import Draft
from bench.drafts import ROOT, TODAY, Prepared, form, prepare, sixty_weeks
from bench.rounds import Work, play
from bench.served import Answering, Visitor, serving
from bench.yardstick import Yardstick

HISTORY = ROOT / "bench" / "history"
ROUNDS = 40
GOAL_MS = 50
"""The goal for an answer: posted, sealed, on the disk, and the next question known (design, section 5)."""


def main() -> None:
    """Time everything and keep the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, key = folder / "data", folder / "key" / "master.key"
        drafts = prepare(data, key)
        with serving(data, key) as visitor:
            yardstick = Work("yardstick", Yardstick(folder))
            works = [*posts(visitor, *drafts), *reads(), *papers()]
            play([yardstick, *works], ROUNDS)
    figures = [figure(work, yardstick) for work in works]
    show(figures)
    keep(figures)


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
    """The demand letter as Word and as PDF, and the whole packet of the example."""
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


def figure(work: Work, yardstick: Work) -> dict[str, object]:
    """One work beside the yardstick."""
    against = yardstick.median_ms
    return {
        "work": work.name,
        "against": "yardstick",
        "ratio": round(work.median_ms / against, 2),
        "median_ms": round(work.median_ms, 2),
        "against_ms": round(against, 2),
        "goal_ms": work.goal_ms,
        "times": len(work.times),
    }


def show(figures: Sequence[dict[str, object]]) -> None:
    """The table."""
    print(f"{'work':32}{'median ms':>11}{'yardstick ms':>14}{'ratio':>8}{'times':>7}  goal")
    for each in figures:
        goal = f"{each['goal_ms']} ms" if each["goal_ms"] else ""
        row = f"{each['work']:32}{each['median_ms']:>11}{each['against_ms']:>14}{each['ratio']:>8}"
        print(f"{row}{each['times']:>7}  {goal}")


def keep(figures: Sequence[dict[str, object]]) -> None:
    """The figures of this day, those of an earlier run of the same day replaced."""
    HISTORY.mkdir(parents=True, exist_ok=True)
    file = HISTORY / f"{datetime.now(UTC):%Y-%m-%d}.json"
    file.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(f"Kept in {file.relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
