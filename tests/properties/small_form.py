"""A form with one text, one story, a name, an address and a list, and a letter that prints all of them."""

import shutil
from pathlib import Path

from app.core import forms, interview
from app.core.answers import EMPTY, Answers, Given
from app.core.kinds import Raw
from app.core.office import EMPTY as NO_OFFICE
from app.core.questionnaire import Form
from app.documents.draft import Draft
from app.documents.paper import Made
from tests.cli.checkouts import REPOSITORY, write_template
from tests.properties.sayings import TODAY

NAME = "mo/told"
SHARED = ("docx/_base.docx", "docx/_blocks", "docx/_office", "html/_layout", "html/_office")
FILE = """\
form: mo/told
title: What was told
authority: [RSMo 1.010]
documents:
  letter: {title: Letter, for: AUDIENCE, layout: letter, cites: [RSMo 1.010]}
sections:
  - section: Everything
    keep: KEEP
    text: {ask: Text?, kind: text}
    story: {ask: Story?, kind: story, read by: The attorney, leave out: Nothing}
    person: {ask: Name?, kind: name}
    place: {ask: Address?, kind: address}
    lines:
      ask: Lines?
      kind: list
      one: line
      each:
        line: {ask: Line?, kind: text}
"""
PARAGRAPHS = (
    "Told: {{ text }} so far.",
    "{%p for told in story %}",
    "{{ told }}",
    "{%p endfor %}",
    "{{ person.full }} lives at {{ place.line }}",
    "{%p for told in lines %}",
    "{{ loop.index }}: {{ told.line }}",
    "{%p endfor %}",
)


def build(
    root: Path, audience: str = "other side", keep: str = "open", lines: tuple[str, ...] = PARAGRAPHS
) -> Form:
    """The form with its Word template and twin in a folder of its own."""
    for shared in SHARED:
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (root / "questionnaires/mo").mkdir(parents=True)
    text = FILE.replace("AUDIENCE", audience).replace("KEEP", keep)
    (root / f"questionnaires/{NAME}.yaml").write_text(text, "utf-8")
    write_template(root, "letter", "letter", list(lines), NAME)
    return forms.load_form(root, NAME, {})


def told(form: Form, said: dict[str, Raw], lines: list[Raw]) -> Answers:
    """The answers that say this; raises Refused."""
    answers = EMPTY
    for name, raw in said.items():
        question = form.question(name)
        assert question is not None
        answers = answers.put(name, Given(question.kind.read(raw, question.settings)))
    for number, raw in enumerate(lines):
        question = form.question("lines.line")
        assert question is not None
        answers = answers.with_item("lines", f"i{number}")
        answers = answers.put("lines.line", Given(question.kind.read(raw, question.settings)), f"i{number}")
    return answers.put("lines", Given(True))


def draft(form: Form, root: Path, answers: Answers) -> Draft:
    """A draft of the small form."""
    assert interview.read(form, answers, TODAY).complete
    return Draft(form, root, answers, NO_OFFICE, TODAY)


def letter(form: Form, root: Path, answers: Answers) -> Made:
    """The letter, made and read by the guard, but not judged."""
    found = draft(form, root, answers)
    paper = found.plan.paper("letter")
    assert paper is not None
    return found.make(paper)
