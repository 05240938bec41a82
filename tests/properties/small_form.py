"""A form with one text, one story, a name, an address and a list, and a letter that prints all of them."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core import forms
from app.core.answers import EMPTY, Answers, Given
from app.core.kinds import Raw
from app.core.office import EMPTY as NO_OFFICE
from app.core.questionnaire import Form
from app.core.values import Blank, Value
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
  - section: Home
    keep: HOME
    home: {ask: Home?, kind: address, may be blank: yes}
"""
SHORTLY: Mapping[str, Raw] = {
    "text": "x",
    "story": "x",
    "person": {"first": "x", "last": "x"},
    "place": {"street": "x", "city": "Kansas City", "state": "MO", "zip": "64106"},
}
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


@dataclass(frozen=True)
class Small:
    """The form with its Word template and twin, in a folder of its own."""

    form: Form
    root: Path

    def told(self, said: Mapping[str, Raw], lines: Sequence[Raw] = ()) -> Answers:
        """The answers that say this, everything else said shortly; raises Refused."""
        answers = EMPTY.put("home", Given(Blank()))
        for name, raw in {**SHORTLY, **said}.items():
            answers = answers.put(name, Given(self._value(name, raw)))
        for number, raw in enumerate(lines):
            answers = answers.with_item("lines", f"i{number}")
            answers = answers.put("lines.line", Given(self._value("lines.line", raw)), f"i{number}")
        return answers.put("lines", Given(True))

    def _value(self, path: str, raw: Raw) -> Value:
        question = self.form.question(path)
        assert question is not None
        return question.kind.read(raw, question.settings)

    def letter(self, said: Mapping[str, Raw], lines: Sequence[Raw] = ()) -> Made:
        """The letter, made and read by the guard, but not judged."""
        draft = Draft(self.form, self.root, self.told(said, lines), NO_OFFICE, TODAY)
        draft.finished()
        paper = draft.plan.paper("letter")
        assert paper is not None
        return draft.make(paper)


def build(root: Path, audience: str = "other side", keep: str = "open", home: str = "vault") -> Small:
    """The form for a reader, its answers and the home address of a class."""
    for shared in SHARED:
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    (root / "questionnaires/mo").mkdir(parents=True)
    text = FILE.replace("AUDIENCE", audience).replace("KEEP", keep).replace("HOME", home)
    (root / f"questionnaires/{NAME}.yaml").write_text(text, "utf-8")
    write_template(root, "letter", "letter", list(PARAGRAPHS), NAME)
    return Small(forms.load_form(root, NAME, {}), root)
