"""A small form with a paper for each audience, its templates, and ways to draft it."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent

from docx import Document

from app.core import answer_file, loader, office
from app.core.answers import Answers
from app.core.forms import form_from, load_form
from app.core.office import Office
from app.core.questionnaire import Form
from app.documents import blocks, twin
from app.documents.assembly import Draft
from app.law.catalogue import CALCULATIONS

REPOSITORY = Path(__file__).resolve().parents[3]
TODAY = date(2026, 12, 1)
NAME = "mo/small"
FILE = f"questionnaires/{NAME}.yaml"
FORM = """
form: mo/small
title: Small claim
authority: RSMo 290.527
documents:
  petition: {title: Petition, for: court, when: asks_court is yes, layout: pleading, cites: RSMo 290.527}
  letter: {title: Demand letter, for: other side}
  exhibit: {title: Exhibit A, for: other side, when: rate is more than 5}
  steps: {title: Next steps, for: client, layout: sheet}
sections:
  - section: Client
    keep: open
    client_name: {ask: What is your name?, kind: name, label: client's name}
    chosen_name: {ask: What should we call you?, kind: text, keep: confidential, may be blank: yes}
    born_on: {ask: When were you born?, kind: date, keep: confidential, unsure: allowed, label: birth date}
    home: {ask: Where do you live?, kind: address, keep: vault, may be blank: yes, label: home address}
    safe_phone: {ask: Which phone is safe?, kind: phone, keep: vault, may be blank: yes, label: safe phone}
    safe_email: {ask: Which e-mail is safe?, kind: email, keep: vault, may be blank: yes, label: safe e-mail}
    helper: {ask: Who helps you?, kind: text, keep: vault, may be blank: yes, label: helper}
    friend: {ask: Who is your friend?, kind: name, keep: vault, may be blank: yes, label: friend}
    danger: {ask: What are you afraid of?, kind: text, keep: counsel only, may be blank: yes}
  - section: Job
    keep: open
    employer: {ask: Who is the employer?, kind: name, label: employer}
    employer_address: {ask: Where is the employer?, kind: address, unsure: allowed, label: employer's address}
    job: {ask: What was the job?, kind: text, may be blank: yes, label: job}
    started: {ask: When did it begin?, kind: date, unsure: allowed, label: first day}
    rate: {ask: What was the rate?, kind: money, unsure: allowed, label: hourly rate, least: "0.01"}
    tipped: {ask: Did you get tips?, kind: yes or no, unsure: allowed}
    story: {ask: What happened?, kind: story, may be blank: yes, read by: the employer, label: what happened}
    asks_court: {ask: Go to court?, kind: yes or no, unsure: allowed, label: goes to court}
    court_name: {ask: Which court?, kind: text, when: asks_court is yes, may be blank: yes, label: court}
    weeks:
      ask: Which weeks?
      kind: list
      one: week
      each:
        hours: {ask: How many hours?, kind: hours, label: hours}
        note: {ask: A note?, kind: text, may be blank: yes}
  - section: Choices
    answered by: attorney
    keep: open
    signing_attorney:
      {ask: Who signs?, kind: text, office default: signing_attorney, label: attorney who signs}
    track:
      ask: Which law?
      kind: choose one
      from: {state: State law, federal: Federal law}
      label: law
      office default: track
facts:
  has_story: {means: There is a story, when: story is answered}
  in_danger: {means: The client is in danger, when: danger is answered}
  long_week: {means: More than forty hours, of: weeks, when: hours is more than 40}
  pay_by: {means: The day to pay by, calculate: calendar.days_after, from: {day: started, days: rate}}
flags:
  ask_tips: {level: check, when: tipped is yes, say: "Ask {client_name} about the tips.", law: RSMo 290.512}
gates:
  court_first:
    {when: asks_court is yes, say: A court paper is planned., law: Rule 4-4.2, holds: [letter, exhibit]}
"""
PAPERS: Mapping[str, tuple[str, list[str]]] = {
    "petition": ("pleading", ["{{ client_name.full }} asks the court."]),
    "letter": (
        "letter",
        [
            "{{ today }}",
            "To {{ employer.full }}, {{ employer_address.line }}: {{ client_name.full }} worked as {{ job }} "
            "from {{ started.text }} at {{ rate }}.",
            "{%p for p in story %}",
            "{{ p }}",
            "{%p endfor %}",
            "{{ attorney.name }}",
        ],
    ),
    "exhibit": (
        "letter",
        [
            "{% for w in weeks %}{{ w.hours }}{% if w.long_week %} long{% endif %}; {% endfor %}"
            "{{ office.name }}"
        ],
    ),
    "steps": ("sheet", ["Hello {{ chosen_name }}, call {{ office.phone }}."]),
}
STYLES = {"pleading": "Pleading text", "sheet": "Sheet text"}
ANSWERS: Mapping[str, str] = {
    "client_name": "{first: Ana, last: Sample}",
    "chosen_name": "Annie",
    "born_on": "1990-03-05",
    "home": '{street: 1200 North Oak Street, unit: Apt 4, city: Kansas City, state: MO, zip: "64116"}',
    "safe_phone": "816-555-0142",
    "safe_email": "ana.s@example.org",
    "helper": "Robin Placeholder, 816-555-0143",
    "friend": "{first: Kit, last: Lanternson}",
    "danger": "He has a gun at home",
    "employer": "{last: Riverbend Kitchen LLC}",
    "employer_address": '{street: 12 Mill Road, city: Independence, state: MO, zip: "64050"}',
    "job": "line cook",
    "started": "2026-01-05",
    "rate": '"14.00"',
    "tipped": "no",
    "story": "They said pay would come on Friday.",
    "asks_court": "no",
    "court_name": "Circuit Court of Nowhere",
    "weeks": "[{hours: 44, note: ''}, {hours: 30, note: ''}]",
}
PROFILE = """
office: Prairie Lantern
phone: 816-555-0100
attorneys: [{name: Morgan Tessel, bar number: "99901"}]
defaults: {signing_attorney: "99901", track: state}
"""


def form(extra: str = "") -> Form:
    """The small form, with a catalogue of the real calculations."""
    return form_from({FILE: (FORM + extra).encode()}, NAME, CALCULATIONS)


def profile(text: str = PROFILE) -> Office:
    """An office profile from its file's text."""
    return office.read(loader.parse(dedent(text).encode(), "office.yaml"))


def answers(form: Form, **changed: str | None) -> Answers:
    """Answers to the small form; a changed one is YAML, None takes it away."""
    told = {name: text for name, text in {**ANSWERS, **changed}.items() if text is not None}
    written = "".join(f"{name}: {text}\n" for name, text in told.items())
    file = answer_file.read(form, loader.parse(written.encode(), "answers.yaml"))
    assert not file.mistakes, file.mistakes
    return file.answers


def draft(root: Path, **changed: str | None) -> Draft:
    """A draft of the small form in a folder that has its templates."""
    read = load_form(root, NAME, CALCULATIONS)
    return Draft(read, root, answers(read, **changed), profile(), TODAY, matter_number="2026-0143")


def lay_out(root: Path) -> Path:
    """Put the form, what all forms share, and the templates with their twins below a folder."""
    for shared in ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office"):
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    (root / FILE).parent.mkdir(parents=True)
    (root / FILE).write_text(FORM, "utf-8")
    for name, (layout, lines) in PAPERS.items():
        template(root, name, layout, lines)
    return root


def template(root: Path, name: str, layout: str, lines: list[str]) -> Path:
    """A Word template of the small form with its twin, in place of any before it."""
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
