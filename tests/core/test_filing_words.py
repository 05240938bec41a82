"""The words about filing, twins, elements, redactions and holds are read; each misuse has its sentence."""

from dataclasses import dataclass

import pytest

from app.core.calculation import Calculation
from app.core.checker import check
from app.core.places import Mistakes

from .conftest import FormOf

BORN = "born:\n  ask: When?\n  kind: date\n  redact: date of birth\n  why: The court needs it."


@dataclass(frozen=True)
class Paper:
    title: str
    count: int


@dataclass(frozen=True)
class Untitled:
    court: str


@dataclass(frozen=True)
class Routes:
    petitions: tuple[Paper, ...]
    others: tuple[Untitled, ...]
    total: int


ROUTES = {"law.routes": Calculation("law.routes", Routes, Routes, frozenset(), frozenset())}
FACTS = "facts:\n  routes: {means: The routes, calculate: law.routes}\n"


def paper(words: str, *, more: str = "", head: str = "for: court") -> str:
    return f"{FACTS}documents:\n  petition: {{title: Petition, {head}, cites: RSMo 1, {words}}}\n{more}"


def loading(form_of: FormOf, rest: str, questions: str = BORN) -> list[str]:
    with pytest.raises(Mistakes) as found:
        form_of(questions, rest, ROUTES)
    return [mistake.sentence for mistake in found.value.mistakes]


def test_every_word_is_read(form_of: FormOf) -> None:
    more = "gates:\n  wait: {say: Wait., law: RSMo 1, holds: petition}\n"
    form = form_of(BORN, paper("twins: redacted, each: routes.petitions", more=more), ROUTES)
    document, question = form.documents[0], form.questions().__next__()
    assert (document.filing, document.each, document.twins) == ("public", "routes.petitions", True)
    assert (question.redact, question.why) == ("date of birth", "The court needs it.")
    assert form.gates[0].holds == ("petition",)
    assert check(form) == []


def test_a_paper_for_somebody_else_is_not_filed(form_of: FormOf) -> None:
    said = loading(form_of, paper("filing: confidential", head="for: client"))
    assert said == ["`petition` is not `for: court`, so `filing:` means nothing; take it out."]


def test_a_paper_for_somebody_else_has_no_twins(form_of: FormOf) -> None:
    assert "`twins:` means nothing" in loading(form_of, paper("twins: redacted", head="for: client"))[0]


def test_a_vault_paper_says_why(form_of: FormOf) -> None:
    assert "say why, with the law, in `reveals:`" in loading(form_of, paper("filing: vault"))[0]


def test_twins_are_of_a_public_paper(form_of: FormOf) -> None:
    assert (
        "its own `filing:` is public" in loading(form_of, paper("twins: redacted, filing: confidential"))[0]
    )


def test_an_unknown_way_of_filing_is_said(form_of: FormOf) -> None:
    assert "`filing` must be 'public', 'confidential' or 'vault'." in loading(form_of, paper("filing: shut"))


def test_an_item_nobody_redacts_is_said_with_the_nearest(form_of: FormOf) -> None:
    said = loading(form_of, "", BORN.replace("date of birth", "dates of birth"))
    assert said == ["`dates of birth` is nothing that can be redacted (did you mean `date of birth`?)."]


def test_a_choice_is_not_redacted(form_of: FormOf) -> None:
    said = loading(form_of, "", BORN.replace("kind: date", "kind: yes or no"))
    assert "`redact:` stands on questions of these kinds only" in said[0]


def test_the_element_has_a_reserved_name(form_of: FormOf) -> None:
    assert "means something else in every paper" in loading(form_of, "", BORN.replace("born:", "this:"))[0]


@pytest.mark.parametrize(
    ("each", "sentence"),
    [
        ("routes", "names no field; write it as FACT.FIELD"),
        ("roots.petitions", "names no calculated fact of this form (did you mean `routes`?)"),
        ("routes.petition", "is no field of that result (did you mean `petitions`?)"),
        ("routes.total", "must name a field that holds a tuple of results"),
        ("routes.others", "its elements have no `title`"),
    ],
)
def test_elements_that_are_not_there_are_said(form_of: FormOf, each: str, sentence: str) -> None:
    assert [sentence in said for said in loading(form_of, paper(f"each: {each}"))] == [True]


@pytest.mark.parametrize("name", ["official_letter", "filed_exhibit_a"])
def test_a_name_that_a_packet_gives_by_itself_is_reserved(form_of: FormOf, name: str) -> None:
    more = f"  {name}: {{title: Another, for: client}}\n"
    (found,) = check(form_of(BORN, paper("filing: public", more=more), ROUTES))
    assert found.sentence.startswith(f"`{name}` begins with ")
    assert found.sentence.endswith("choose another.")


def test_a_gate_holds_documents_of_the_form(form_of: FormOf) -> None:
    more = "gates:\n  wait: {say: Wait., law: RSMo 1, holds: [petitions]}\n"
    found = check(form_of(BORN, paper("filing: public", more=more), ROUTES))
    assert "`holds: petitions` of `wait` is not a document of this form (did you mean `petition`?)" in (
        found[0].sentence
    )


def test_a_vault_question_is_not_redacted(form_of: FormOf) -> None:
    found = check(form_of(BORN + "\n  keep: vault", "", ROUTES))
    assert "`born` is vault, so it stands in no redacted paper" in found[0].sentence


@pytest.mark.parametrize(
    ("words", "other"),
    [("each: routes.petitions", "petition_2"), ("twins: redacted", "petition_unredacted")],
)
def test_a_name_the_papers_take_themselves_is_said(form_of: FormOf, words: str, other: str) -> None:
    more = f"  {other}: {{title: Another, for: client}}\n"
    found = check(form_of(BORN, paper(words, more=more), ROUTES))
    assert f"`petition` makes a paper named `{other}` itself" in found[0].sentence
