"""A small form with a letter, two situations and an answer nobody else may read; and changed letters."""

import io
import shutil
from pathlib import Path

from docx import Document

from app.casework import people, templating
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.config import Settings
from app.store.proposals import Proposal
from app.store.store import open_store
from app.store.who import Who
from tests.cli.checkouts import REPOSITORY, write_template

NAME = "mo/note"
LINES = ["Dear {{ town }} Diner:", "Please pay the {{ job }} by Friday.", "Yours truly"]
SHARED = ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office")
FILE = """\
form: mo/note
title: A short note
authority: [RSMo 1.010]
review by: 2099-01-01
documents:
  letter: {title: Letter, for: other side, layout: letter, cites: [RSMo 1.010]}
sections:
  - section: Everything
    keep: open
    job: {ask: What was the job?, kind: text, label: the job, example: cook}
    town: {ask: Which town was it in?, kind: text, label: the town, example: Ozark}
    shelter: {ask: Where does the client sleep?, kind: text, keep: confidential, label: bed, example: A house}
"""
SITUATION = """\
situation: A {job}
today: 2026-11-02
answers: {{job: {job}, town: {town}, shelter: "A house on Oak Street"}}
"""


def lay_out(root: Path) -> Path:
    """A checkout with the small form alone, its letter, and two situations."""
    for shared in SHARED:
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (root / "questionnaires/mo").mkdir(parents=True)
    (root / "questionnaires/mo/note.yaml").write_text(FILE, "utf-8")
    folder = root / "tests/situations/mo/note"
    folder.mkdir(parents=True)
    for job, town in (("cook", "Ozark"), ("baker", "Branson")):
        (folder / f"{job}.yaml").write_text(SITUATION.format(job=job, town=town), "utf-8")
    write_template(root, "letter", "letter", LINES, NAME)
    return root


def key(desk: Desk) -> str:
    """What the page of the letter is called by."""
    (own,) = templating.papers(desk)
    return own.key


def in_force(desk: Desk) -> bytes:
    """The letter's Word template in the checkout."""
    (own,) = templating.papers(desk)
    return own.path.read_bytes()


def changed(docx: bytes, old: str = "by Friday", new: str = "within ten days") -> bytes:
    """The letter with words exchanged, as a person does it in Word."""
    document = Document(io.BytesIO(docx))
    paragraph = next(each for each in document.paragraphs if old in each.text)
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = text
    into = io.BytesIO()
    document.save(into)
    return into.getvalue()


def second(desk: Desk) -> Who:
    """Another person of the office."""
    known = next((each for each in people.everyone(desk) if each.name == "Robin Castellan"), None)
    return (known or people.create_owner(desk, "Robin Castellan")).who


def propose(desk: Desk, data: bytes, replaces: str | None = None, who: Who | None = None) -> str:
    """Bring a file for the letter as the owner."""
    by = who or people.owner(desk).who
    return templating.propose(desk, by, key(desk), data, replaces, Stamp())


def opened(folder: Path) -> Desk:
    """The desk of an office whose forms, data and key lie in one folder."""
    settings = Settings(data=folder / "data", key_file=folder / "key" / "master.key")
    return Desk(open_store(settings), folder / "root", settings.data)


def begun(folder: Path, old: str = "by Friday", new: str = "within ten days") -> Path:
    """An office in which the owner has brought one changed letter; to be copied for each test."""
    lay_out(folder / "root")
    desk = opened(folder)
    propose(desk, changed(in_force(desk), old, new))
    desk.store.close()
    return folder


def waiting(desk: Desk) -> Proposal:
    """The newest proposal."""
    return templating.proposed(desk, people.owner(desk).who)[0]
