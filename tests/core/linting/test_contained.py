"""Nothing reaches a reader who may not see it: printed, asked, by a paper's being there, or on a page."""

from dataclasses import dataclass

import pytest

from app.core import checker
from app.core.calculation import Calculation
from app.core.linting import contained
from app.core.places import Place
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import classes, kept_from, opened, readable
from tests.core.conftest import FormOf

QUESTIONS = """
a: {ask: A?, kind: yes or no}
secret: {ask: S?, kind: yes or no, keep: counsel only}
hidden: {ask: H?, kind: text, keep: vault}
pets:
  ask: Pets?
  kind: list
  one: pet
  each:
    name: {ask: N?, kind: name, keep: confidential}
    known: {ask: K?, kind: text}
    told: {ask: T?, kind: yes or no, keep: counsel only}
"""
FACTS = """
facts:
  through: {means: T, when: secret is yes}
  of_pet: {means: O, of: pets, when: told is yes}
"""
PAPER = "\n  paper: {title: P, for: %s, cites: RSMo 1.010, when: %s%s}\n"


def papers(when: str = "a is yes", audience: str = "court", reveals: str = "") -> str:
    return f"{FACTS}documents:{PAPER % (audience, when, f', reveals: {reveals}' if reveals else '')}"


def sentences(form: Form) -> list[str]:
    return [fault.sentence for fault in contained.faults(form)]


@pytest.mark.parametrize(
    "when", ["secret is yes", "through is yes", "{any pet: told is yes}", "hidden is answered"]
)
def test_a_paper_that_is_there_only_when_a_secret_holds_is_found(form_of: FormOf, when: str) -> None:
    assert len(sentences(form_of(QUESTIONS, papers(when)))) == 1


@pytest.mark.parametrize("when", ["a is yes", "pets has at least 1", "{any pet: known is answered}"])
def test_a_paper_that_rests_on_what_everybody_may_know_is_right(form_of: FormOf, when: str) -> None:
    assert sentences(form_of(QUESTIONS, papers(when))) == []


def test_the_office_may_know_why_a_paper_is_made(form_of: FormOf) -> None:
    assert sentences(form_of(QUESTIONS, papers("secret is yes", "office only"))) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("secret",), "secret"), (("through",), "through"), (("pets", "[]", "name", "full"), "pets.name"),
        (("pets", "[]", "of_pet"), "of_pet"), (("pets", "[]", "told"), "pets.told"), (("hidden",), "hidden"),
    ],
)  # fmt: skip
def test_a_template_may_not_read_it(form_of: FormOf, path: tuple[str, ...], name: str) -> None:
    form = form_of(QUESTIONS, papers())
    assert contained.of_path(form, form.documents[0], path, classes(form)).startswith(f"`{name}` is ")


@pytest.mark.parametrize("path", [("a",), ("pets",), ("pets", "[]", "known"), ("today",), ("office", "name")])
def test_a_template_may_read_what_is_open(form_of: FormOf, path: tuple[str, ...]) -> None:
    form = form_of(QUESTIONS, papers())
    assert contained.of_path(form, form.documents[0], path, classes(form)) == ""


def test_a_template_may_not_ask_for_a_paper_that_a_secret_makes(form_of: FormOf) -> None:
    rest = f"{papers()}  other: {{title: O, for: office only, when: through is yes}}\n"
    form = form_of(QUESTIONS, rest)
    said = contained.of_path(form, form.documents[0], ("made", "other"), classes(form))
    assert "rests on `through` (counsel only)" in said


def test_a_template_may_ask_for_a_paper_that_open_answers_make(form_of: FormOf) -> None:
    form = form_of(QUESTIONS, f"{papers()}  other: {{title: O, for: office only, when: a is yes}}\n")
    assert contained.of_path(form, form.documents[0], ("made", "other"), classes(form)) == ""


@pytest.mark.parametrize("reveals", ['"%s"', "{%s}"])
def test_a_line_of_reveals_opens_one_name_alone(form_of: FormOf, reveals: str) -> None:
    form = form_of(
        QUESTIONS,
        papers("through is yes", reveals=reveals % "through: the judge must know of it (RSMo 1.010)"),
    )
    document = form.documents[0]
    assert sentences(form) == []
    assert checker.check(form) == []
    assert set(kept_from(form, document)) == {"secret", "hidden", "pets.name", "pets.told", "of_pet"}
    assert readable(document) == ("open",)


def test_a_line_without_names_opens_the_whole_paper_but_the_vault(form_of: FormOf) -> None:
    form = form_of(QUESTIONS, papers("secret is yes", reveals='"Rule 1.01: the judge must know of it"'))
    assert set(kept_from(form, form.documents[0])) == {"hidden"}
    assert sentences(form) == []


def test_the_vault_is_opened_by_no_name(form_of: FormOf) -> None:
    rest = papers("hidden is answered", reveals='"hidden: the judge must know of it (RSMo 1.010)"')
    assert len(sentences(form_of(QUESTIONS, rest))) == 1


@pytest.mark.parametrize(
    ("reveals", "rule"),
    [
        ('"because the judge must know of it"', "contained"), ('"RSMo 1.010"', "contained"),
        ('"secrett: the judge must know of it (RSMo 1.010)"', "unknown name"),
    ],
)  # fmt: skip
def test_an_exception_needs_a_reason_a_law_and_known_names(form_of: FormOf, reveals: str, rule: str) -> None:
    form = form_of(QUESTIONS, papers(reveals=reveals))
    assert [mistake.rule for mistake in checker.check(form)] == [rule]


def test_names_are_told_from_other_beginnings() -> None:
    lines = ("RSMo 455.050.9: the order lists it", "a, pets.name: needed (RSMo 1.010)")
    assert opened(DocumentSpec("p", "P", "court", Place("x"), reveals=lines)) == {"a", "pets.name"}


ATTORNEY = """
  - section: Attorney
    answered by: attorney
    keep: counsel only
    track: {ask: Which?, kind: yes or no}
  - section: Client again
    keep: open
    last: {ask: "%s", kind: yes or no%s}
"""


@pytest.mark.parametrize(("ask", "when"), [("Is it {track}?", ""), ("Is it?", ", when: track is yes")])
def test_a_page_tells_a_client_nothing_of_what_attorneys_decide(form_of: FormOf, ask: str, when: str) -> None:
    assert len(sentences(form_of(QUESTIONS, ATTORNEY % (ask, when) + papers()))) == 1


def test_a_page_may_tell_clients_what_they_said_themselves(form_of: FormOf) -> None:
    rest = ATTORNEY % ("Is it {secret}?", ", when: through is yes") + papers()
    assert sentences(form_of(QUESTIONS, rest)) == []


def test_no_wording_tells_of_the_vault(form_of: FormOf) -> None:
    flag = "flags:\n  f: {level: note, say: 'It is {hidden}.', law: RSMo 1.010}\n"
    assert len(sentences(form_of(QUESTIONS, ATTORNEY % ("At {hidden}?", "") + papers() + flag))) == 2


@dataclass(frozen=True)
class Paper:
    """An element."""

    title: str


@dataclass(frozen=True)
class Papers:
    """A result."""

    papers: tuple[Paper, ...]


@pytest.mark.parametrize(("audience", "found"), [("client", 1), ("court", 0)])
def test_papers_for_each_element_name_no_secret_to_clients(
    form_of: FormOf, audience: str, found: int
) -> None:
    rest = (
        "facts:\n  all: {means: A, calculate: t.t, from: [secret]}\n"
        f"documents:\n  paper: {{title: P, for: {audience}, cites: RSMo 1.010, each: all.papers}}\n"
    )
    calculation = Calculation("t.t", lambda **_: Papers(()), Papers, frozenset({"secret"}))
    assert len(sentences(form_of(QUESTIONS, rest, {"t.t": calculation}))) == found
