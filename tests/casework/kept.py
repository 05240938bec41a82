"""A small form with every way a draft can change, its papers, and drafts of it that can be approved."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from app.casework import cells, drafting, people
from app.casework.acts import Stamp
from app.casework.cells import Row
from app.casework.desk import Desk
from app.casework.path import Spot
from app.casework.said import Said
from app.casework.tables import Table, save_table
from app.core.questionnaire import Question
from tests.cli.checkouts import REPOSITORY, write_template
from tests.web.office import form_of

NAME = "mo/kept"
SHARED = ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office")
PROFILE = """\
office: Prairie Lantern
phone: 816-555-0100
defaults: {track: state}
"""
PERSON = """\
shared: person
sections:
  - section: The client
    keep: open
    client: {ask: What is the client called?, kind: text, label: the client}
"""
FILE = """\
form: mo/kept
title: What was kept
authority: [RSMo 1.010]
documents:
  letter: {title: Letter, for: other side, layout: letter, cites: [RSMo 1.010]}
  steps: {title: Next steps, for: client, layout: sheet, cites: [RSMo 1.010]}
sections:
  - include: shared/person
  - section: Everything
    keep: open
    job: {ask: Job?, kind: text, unsure: allowed, label: the job}
    town: {ask: Town?, kind: text, unsure: allowed, label: the town}
    risky: {ask: Risky?, kind: yes or no, label: it is risky}
    broken: {ask: Broken?, kind: yes or no, label: it is broken}
    lines:
      ask: Lines?
      kind: list
      one: line
      each:
        line: {ask: Line?, kind: text, label: line}
    weeks:
      ask: Weeks?
      kind: list
      one: week
      asked as: table
      each:
        day: {ask: Day?, kind: date, exact: yes, label: day}
        hours: {ask: Hours?, kind: number, label: hours}
  - section: Choices
    answered by: attorney
    keep: open
    track:
      ask: Which law?
      kind: choose one
      from: {state: State law, federal: Federal law}
      label: the law
      office default: track
facts:
  is_state: {means: State law is chosen, when: track is state, law: RSMo 1.010}
flags:
  not_whole: {level: must fix, when: broken is yes, say: It is broken. Mend it., law: RSMo 1.010}
gates:
  too_risky: {when: risky is yes, say: It is risky., law: RSMo 1.010}
"""
PAPERS = {
    "letter": (
        "letter",
        [
            "{{ client }} was a {{ job }} under {% if is_state %}state{% else %}federal{% endif %} law.",
            "{% for each in lines %}{{ each.line }}; {% endfor %}",
            "{% for each in weeks %}{{ each.hours }}, {% endfor %}",
        ],
    ),
    "steps": ("sheet", ["Hello {{ client }}, call {{ office.phone }}."]),
}


def lay_out(root: Path) -> Path:
    """Put the form and its templates below a folder."""
    for shared in SHARED:
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    for name, text in {NAME: FILE, "shared/person": PERSON}.items():
        path = root / f"questionnaires/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, (layout, lines) in PAPERS.items():
        write_template(root, name, layout, lines, NAME)
    return root


def question(desk: Desk, path: str) -> Question:
    """A question of the form."""
    found = form_of(desk, NAME).question(path)
    assert found is not None, path
    return found


def answer(desk: Desk, ref: str, path: str, said: Said, item: str | None = None) -> None:
    """Answer one question."""
    spot = Spot(question(desk, path).number, item)
    drafting.answer(desk, people.owner(desk).who, ref, spot, said, Stamp())


def profile(desk: Desk, text: str = PROFILE) -> None:
    """Write the office's profile by hand."""
    (desk.data / "office.yaml").write_text(text, "utf-8")


def begun(desk: Desk) -> str:
    """A draft in which nothing is answered; its reference."""
    return drafting.start(desk, people.owner(desk).who, NAME, "N. N.", Stamp())


def approvable(desk: Desk, matter: str | None = None) -> str:
    """A finished draft that an attorney may approve; its reference."""
    profile(desk)
    who = people.owner(desk).who
    ref = drafting.start(desk, who, NAME, "R. S.", Stamp(), matter)
    for path, said in {"client": "Ana", "job": "cook", "town": "Here", "risky": "no", "broken": "no"}.items():
        answer(desk, ref, path, said)
    answer(desk, ref, "lines", True)
    weeks(desk, ref, {None: ("1/5/2026", "40")})
    weeks(desk, ref, {first_week(desk, ref): ("1/5/2026", "40"), None: ("1/12/2026", "30")})
    return ref


def weeks(desk: Desk, ref: str, rows: Mapping[str | None, tuple[str, str]]) -> None:
    """Save the table of weeks: day and hours by item, None for a new one; the others stay."""
    asked = question(desk, "weeks")
    keys = [column.key for column in cells.columns(asked)]
    typed = [Row(item, dict(zip(keys, said, strict=True))) for item, said in rows.items()]
    who = people.owner(desk).who
    save_table(desk, who, ref, asked.number, Table(typed, finished=True), Stamp())


def items(desk: Desk, ref: str, path: str) -> tuple[str, ...]:
    """The items of a list."""
    return drafting.open_draft(desk, people.owner(desk).who, ref).answers.items(path)


def first_week(desk: Desk, ref: str) -> str:
    """The first row of the table."""
    return items(desk, ref, "weeks")[0]
