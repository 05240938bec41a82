"""A small form of court papers: petitions for each route with twins, a confidential order, a vault sheet."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from docx import Document

from app.core import answer_file, loader, office
from app.core.answers import Answers
from app.core.calculation import Calculation, Catalogue
from app.core.forms import load_form
from app.core.office import Office
from app.core.questionnaire import Form
from app.documents import blocks, twin
from app.documents.draft import Draft

REPOSITORY = Path(__file__).resolve().parents[3]
TODAY = date(2026, 12, 1)
NAME = "mo/filing"
FORM = """
form: mo/filing
title: Invented filing
authority: RSMo 1.010
review by: 2027-11-24
documents:
  petition:
    title: Petition
    for: court
    layout: pleading
    twins: redacted
    each: routes.petitions
    cites: RSMo 1.010
  order: {title: Order, for: court, layout: pleading, filing: confidential, cites: RSMo 1.010}
  sheet:
    title: Information sheet
    for: court
    layout: pleading
    filing: vault
    reveals: ["The court serves by it, RSMo 1.010"]
    cites: RSMo 1.010
  notice: {title: Notice, for: court, layout: pleading, cites: RSMo 1.010}
  letter: {title: Letter, for: other side, cites: RSMo 1.010}
  steps: {title: Next steps, for: client, layout: sheet}
sections:
  - section: Client
    keep: open
    client_name:
      {ask: What is your name?, kind: name, label: client's name, example: {first: Ana, last: Sample}}
    born:
      ask: When were you born?
      kind: date
      keep: confidential
      redact: date of birth
      label: date of birth
      example: 1990-03-05
      why: The court must tell you from others.
    account:
      {ask: Which account?, kind: text, redact: account number, label: account, may be blank: yes,
       example: "4417-220953"}
    child:
      {ask: Which child?, kind: name, keep: confidential, redact: name of a minor, label: child,
       example: {first: Lia, middle: Mae, last: Sample}}
    seen_by:
      {ask: Who saw it?, kind: name, redact: witness name, label: witness,
       example: {first: Kit, last: Lanternson}}
    story:
      {ask: What happened?, kind: text, may be blank: yes, label: what happened, example: It was settled.}
    home:
      {ask: Where do you live?, kind: address, keep: vault, label: home address,
       example: {street: 1200 North Oak Street, city: Kansas City, state: MO, zip: "64116"}}
    counted: {ask: How many routes?, kind: number, keep: counsel only, label: routes, example: "2"}
    cases:
      ask: Which cases?
      kind: list
      one: case
      example: [{number: 16CR-00731, court: Jackson}, {number: 18CR-01162, court: Clay}]
      each:
        number: {ask: Which number?, kind: text, redact: closed case number, label: case number}
        court: {ask: Which court?, kind: text, label: court of the case}
    ready: {ask: Ready?, kind: yes or no, label: ready, example: "yes"}
facts:
  routes:
    {means: The petitions, calculate: filing.routes, from: {count: counted, cases: cases, born: born}}
flags:
  born_then: {level: check, when: ready is yes, say: "Born {born}.", law: RSMo 1.010}
gates:
  not_ready: {when: ready is not yes, say: The client is not ready., law: RSMo 1.010}
  letter_waits: {when: ready is yes, say: The letter waits., law: RSMo 1.010, holds: letter}
"""
PAPERS: Mapping[str, tuple[str, list[str]]] = {
    "petition": (
        "pleading",
        [
            "{{ client_name.full }}, born {{ born.text }}, account {{ account }}, asks the {{ this.court }} "
            "court.",
            "{%p for each in this.cases %}",
            "Case {{ each.number }} of {{ each.born }}.",
            "{%p endfor %}",
            "The child is {{ child.full }}; {{ seen_by.full }} saw it. {{ story }}",
            "{% if made.petition %}A petition is made.{% endif %}",
        ],
    ),
    "order": ("pleading", ["The court orders for {{ client_name.full }}, born {{ born.text }}."]),
    "sheet": ("pleading", ["{{ client_name.full }} lives at {{ home.line }}."]),
    "notice": ("pleading", ["{{ client_name.full }} gives notice."]),
    "letter": ("letter", ["{{ client_name.full }} writes."]),
    "steps": ("sheet", ["Hello {{ client_name.full }}."]),
}
STYLES = {"pleading": "Pleading text", "sheet": "Sheet text"}
PROFILE = """
office: Prairie Lantern
attorneys: [{name: Morgan Tessel, bar number: "99901"}]
"""
LISTED = """
redaction list:
  entered by: Morgan Tessel
  on: 2026-11-20
  items: [account number, date of birth, closed case number, name of a minor]
"""


@dataclass(frozen=True)
class Case:
    """A case as a petition tells it."""

    number: str
    born: str


@dataclass(frozen=True)
class Petition:
    """One petition of a route."""

    title: str
    court: str
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Routes:
    """The petitions."""

    petitions: tuple[Petition, ...]


def routes(*, today: date, count: object = None, cases: Any = (), born: Any = None) -> Routes:
    """As many petitions as are counted, each in the court of its case."""
    told = "" if born is None else f"{born.earliest:%m/%d/%Y}"
    made = [
        Petition(f"{case['court']} County", case["court"], (Case(f"No. {case['number']}", told),))
        for case in cases[: int(str(count or 0))]
    ]
    return Routes(tuple(made))


CATALOGUE: Catalogue = {
    "filing.routes": Calculation("filing.routes", routes, Routes, frozenset({"count", "cases", "born"}))
}


def profile(text: str = PROFILE + LISTED) -> Office:
    """An office profile from its file's text."""
    return office.read(loader.parse(dedent(text).encode(), "office.yaml"))


def answers(form: Form, **changed: str) -> Answers:
    """The example's answers; a changed one is YAML."""
    told = {question.name: question.example for section in form.sections for question in section.questions}
    written = "".join(f"{name}: {changed.get(name) or _yaml(value)}\n" for name, value in told.items())
    file = answer_file.read(form, loader.parse(written.encode(), "answers.yaml"))
    assert not file.mistakes, file.mistakes
    return file.answers


def _yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return f'"{value}"'


def draft(root: Path, *, entered: Office | None = None, today: date = TODAY, **changed: str) -> Draft:
    """A draft of the form in a folder that has its templates."""
    form = load_form(root, NAME, CATALOGUE)
    return Draft(form, root, answers(form, **changed), entered or profile(), today)


def lay_out(root: Path) -> Path:
    """Put the form, what all forms share, and the templates with their twins below a folder."""
    for shared in ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office"):
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (root / "questionnaires/mo").mkdir(parents=True)
    (root / f"questionnaires/{NAME}.yaml").write_text(FORM, "utf-8")
    for name, (layout, lines) in PAPERS.items():
        template(root, name, layout, lines)
    return root


def template(root: Path, name: str, layout: str, lines: list[str]) -> Path:
    """A Word template of the form with its twin, in place of any before it."""
    document = Document(str(root / "templates/docx/_base.docx"))
    document.core_properties.category = layout
    for line in lines:
        document.add_paragraph(line, style=STYLES.get(layout, "Body Text"))
    path = root / f"templates/docx/{NAME}/{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    blocks.bring_up_to_date(path, root / "templates/docx/_blocks")
    html = twin.twin_path(path)
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(twin.twin_of(path), "utf-8")
    return path
