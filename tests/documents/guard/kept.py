"""A form whose every kind of answer is kept from the other side, and planted facts in five scripts."""

from collections.abc import Mapping
from datetime import date

from app.core import interview, office
from app.core.answers import EMPTY, Answers, Given
from app.core.forms import form_from
from app.core.interview import Interview
from app.core.kinds import Raw
from app.core.office import Office
from app.core.questionnaire import DocumentSpec, Form
from app.core.values import Blank
from app.documents.leak_layers import layers
from app.documents.leaks import Leak, Search

NAME = "mo/kept"
FILE = b"""
form: mo/kept
title: Kept away
authority: RSMo 1.010
documents:
  letter: {title: Letter, for: other side}
  steps: {title: Steps, for: client}
sections:
  - section: Kept
    keep: counsel only
    friend: {ask: Friend?, kind: name, may be blank: yes}
    place: {ask: Place?, kind: address, may be blank: yes}
    phone: {ask: Phone?, kind: phone, may be blank: yes}
    email: {ask: E-mail?, kind: email, may be blank: yes}
    born_on: {ask: Born?, kind: date, may be blank: yes}
    account: {ask: Account?, kind: number, may be blank: yes}
    note: {ask: Note?, kind: text, may be blank: yes}
    story: {ask: Story?, kind: story, may be blank: yes, read by: The attorney}
    witnesses:
      ask: Witnesses?
      kind: list
      one: witness
      each:
        witness: {ask: Witness?, kind: name}
  - section: Told
    keep: open
    told: {ask: Told?, kind: text, may be blank: yes}
    paid: {ask: Paid?, kind: money, may be blank: yes}
"""
FACTS: Mapping[str, tuple[str, Raw, str]] = {
    "a street": ("place", {"street": "77 Quillbark Terrace", "city": "Ajo", "state": "MO", "zip": "64999"},
                 "77 Quillbark Terrace"),
    "a ZIP code": ("place", {"street": "77 Quillbark Terrace", "city": "Ajo", "state": "MO", "zip": "64999"},
                   "64999"),
    "a telephone": ("phone", "816-555-0177", "816-555-0177"),
    "an e-mail address": ("email", "ana.zubrin@example.org", "ana.zubrin@example.org"),
    "a birth date": ("born_on", "1991-07-23", "July 23, 1991"),
    "a birth date of a machine": ("born_on", "1991-07-23", "1991-07-23"),
    "a number": ("account", "40281776", "40281776"),
    "a number in a text": ("note", "Box 555666777 there", "555666777"),
    "a Latin name": ("friend", {"first": "Wenzel", "last": "Marigold"}, "Wenzel Marigold"),
    "a Spanish name": ("friend", {"first": "Íñigo", "last": "Peñaloza"}, "Íñigo Peñaloza"),
    "an Arabic name": ("friend", {"first": "سلمى", "last": "الحكيمي"}, "سلمى الحكيمي"),
    "a Chinese name": ("friend", {"first": "欧阳明月", "last": ""}, "欧阳明月"),
    "a name with emoji": ("friend", {"first": "Moonbeam 🌙", "last": "Thistledown"},
                          "Moonbeam 🌙 Thistledown"),
    "a witness": ("witness", {"first": "Petra", "last": "Lindqvist"}, "Petra Lindqvist"),
    "a Latin sentence": ("story", "No. She hid the brown box under Thornwick bridge. Yes.",
                         "She hid the brown box under Thornwick bridge."),
    "a Spanish sentence": ("story", "Guardó mi pasaporte número siete en Ávila.",
                           "Guardó mi pasaporte número siete en Ávila."),
    "an Arabic sentence": ("story", "أخفى الكفيل جواز السفر في الخزانة", "أخفى الكفيل جواز السفر في الخزانة"),
    "a Chinese sentence": ("story", "雇主把护照锁在柜子里不还给她", "雇主把护照锁在柜子里不还给她"),
    "a sentence with emoji": ("note", "🔒 the room 🚪 was shut 🌙 all night",
                              "🔒 the room 🚪 was shut 🌙 all night"),
}  # fmt: skip
"""What is answered: the question, its answer, and the part of it that identifies."""


def form() -> Form:
    """The form."""
    return form_from({f"questionnaires/{NAME}.yaml": FILE}, NAME, {})


def heard(form: Form, **said: Raw) -> Interview:
    """The form with these answers, everything else left blank."""
    answers: Answers = EMPTY
    for question in form.questions():
        if not question.is_list and not question.in_list:
            value = (
                question.kind.read(said[question.name], question.settings)
                if question.name in said
                else Blank()
            )
            answers = answers.put(question.path, Given(value))
    if "witness" in said:
        answers = answers.with_item("witnesses", "i1")
        witness = form.question("witnesses.witness")
        assert witness is not None
        answers = answers.put(witness.path, Given(witness.kind.read(said["witness"], witness.settings)), "i1")
    return interview.read(form, answers.put("witnesses", Given(True)), date(2026, 12, 1))


def spec(form: Form, document: str = "letter") -> DocumentSpec:
    """A document of the form."""
    return next(each for each in form.documents if each.name == document)


FORM = form()
_searches: dict[str, Search] = {}


def search(fact: str) -> Search:
    """The search for one planted fact in papers for the other side, made once."""
    if fact not in _searches:
        name, raw, _ = FACTS[fact]
        _searches[fact] = Search(heard(FORM, **{name: raw}), office.EMPTY, spec(FORM))
    return _searches[fact]


def leaks(
    data: bytes, document: str = "letter", profile: Office = office.EMPTY, fixed: str = "", **said: Raw
) -> list[Leak]:
    """What is found in one file."""
    made = Search(heard(FORM, **said), profile, spec(FORM, document))
    return made.found(layers(data, "the file"), lambda: fixed)
