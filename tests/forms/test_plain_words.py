"""What every form says to a client can be read, accuses nobody, gives its reasons, and lets a person stop."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.forms import load_form, names
from app.core.linting import grade as reading
from app.core.linting.measure import by_hyphens, by_vowels, grade
from app.core.questionnaire import Form, Question, Section
from app.law.catalogue import CALCULATIONS
from tests.forms import client_words, hard_questions, reading_grade
from tests.forms.reading_grade import by_textstat

ROOT = Path(__file__).resolve().parents[2]
OPINION = (
    "Notwithstanding the aforementioned considerations, petitioner's constitutional allegations necessitate"
    " reversal of the determination."
)


@cache
def loaded(name: str) -> Form:
    return load_form(ROOT, name, CALCULATIONS)


@pytest.fixture(params=names(ROOT))
def form(request: pytest.FixtureRequest) -> Form:
    return loaded(request.param)


def first(form: Form) -> Question:
    """The first question that a client is asked."""
    return next(each for section in form.sections if not section.by_attorney for each in section.questions
                if each.kind_name != "notice")  # fmt: skip


def changed(form: Form, **of_first: object) -> Form:
    """The form with the first client question changed."""
    old = first(form)
    new = replace(old, **of_first)  # type: ignore[arg-type]
    sections = (
        replace(section, questions=tuple(new if each is old else each for each in section.questions))
        for section in form.sections
    )
    return replace(form, sections=tuple(sections))


def too_hard(form: Form) -> list[str]:
    """What of a form is harder than it may be, as the check says it."""
    return [fault.sentence for fault in reading.faults(form)]


def sheets(form: Form) -> dict[str, str]:
    """The golden texts of the papers that clients get, by story and name."""
    names_of_them = [document.name for document in form.documents if document.audience == "client"]
    folder = ROOT / "tests" / "golden" / form.name
    return {
        f"{path.parent.name}/{path.stem}": path.read_text("utf-8")
        for path in sorted(folder.glob("*/*.txt"))
        if path.stem in names_of_them
    }


def test_every_question_notice_and_intro_is_easy_enough(form: Form) -> None:
    assert too_hard(form) == []


def test_a_question_like_a_court_opinion_would_be_noticed(form: Form) -> None:
    assert any(first(form).path in each for each in too_hard(changed(form, ask=OPINION)))


def test_the_measure_knows_easy_from_hard() -> None:
    assert grade("Where do you live? You can leave this empty. We do not print it.") < 4
    assert grade(OPINION) > 12


def test_the_measure_is_never_kinder_than_either_count() -> None:
    text = "About any area of idea, everyone is equally able to organise."
    assert grade(text) == max(by_vowels(text), by_textstat(text))


def test_the_count_by_hyphens_is_that_of_textstat(form: Form) -> None:
    texts = [text for section in reading.client_sections(form) for _, text in reading.pieces(section)]
    assert texts
    assert [by_hyphens(text) for text in texts] == [by_textstat(text) for text in texts]


@given(st.text(alphabet="abeiot .,?!:-'’é\n", max_size=200))
def test_the_count_by_hyphens_is_that_of_textstat_for_any_text(text: str) -> None:
    wanted = by_textstat(text) if by_hyphens(text) or text.strip() else 0.0
    assert by_hyphens(text) == wanted or not re.search(r"\w", text)


def test_a_hard_intro_would_be_noticed(form: Form) -> None:
    opening = replace(form.sections[0], intro=OPINION)
    found = too_hard(replace(form, sections=(opening, *form.sections[1:])))
    assert any(each.startswith("The intro of") for each in found)


def test_every_paper_for_a_client_reads_at_grade_six(form: Form) -> None:
    found = {name: grade(reading_grade.sheet(text)) for name, text in sheets(form).items()}
    assert found, "there is no golden text of a paper for the client"
    assert {name: each for name, each in found.items() if each > 6} == {}


def test_a_hard_paper_would_be_noticed() -> None:
    assert grade(reading_grade.sheet(f"Your next steps\n{OPINION}\n{OPINION}\n")) > 6


def test_no_word_that_accuses_or_labels_is_said_to_a_client(form: Form) -> None:
    assert client_words.never(form.name, client_words.told(form, ROOT)) == []
    assert client_words.never(form.name, iter(sheets(form).items())) == []


@pytest.mark.parametrize(
    "text",
    [
        "Have you ever run away?", "Were you a prostitute?", "Are you a victim?", "Who is the perpetrator?",
        "Are you an illegal alien?", "Why did you stay?", "Why didn’t you leave?", "the alleged abuse",
    ],
)  # fmt: skip
def test_such_a_word_would_be_noticed(text: str) -> None:
    form = changed(loaded("mo/wage_claim"), help=text)
    assert len(client_words.never(form.name, client_words.told(form, ROOT))) == 1


def test_every_exception_is_still_needed() -> None:
    found = {
        (name, where, word)
        for name in names(ROOT)
        for where, text in (*client_words.told(loaded(name), ROOT), *sheets(loaded(name)).items())
        for word, pattern in client_words.NEVER.items()
        if pattern.search(text)
    }
    assert set(client_words.EXCEPTIONS) <= found


def without_reason(form: Form) -> list[str]:
    """Questions whose answers are not open and that do not say why they are asked."""
    return [
        each.path
        for each in form.questions()
        if each.keep != "open" and not each.why and each.kind_name != "notice"
    ]


def test_every_question_that_is_not_open_says_why_it_is_asked(form: Form) -> None:
    assert without_reason(form) == []


def test_a_question_without_its_reason_would_be_noticed(form: Form) -> None:
    bare = changed(form, keep="confidential", why="")
    assert first(bare).path in without_reason(bare)


def without_law(form: Form) -> list[str]:
    """Questions and papers of a form for a court that do not say what they rest on."""
    if not any(document.audience == "court" for document in form.documents):
        return []
    return [each.path for each in form.questions() if not each.law and each.kind_name != "notice"]


def test_every_question_of_a_court_form_says_its_law(form: Form) -> None:
    assert without_law(form) == []


def test_a_question_without_its_law_would_be_noticed() -> None:
    assert without_law(changed(loaded("mo/name_change"), law=())) != []


def uncited(form: Form) -> list[str]:
    """Papers that do not say what they rest on."""
    return [document.name for document in form.documents if not document.cites]


def test_every_paper_says_what_it_rests_on(form: Form) -> None:
    assert uncited(form) == []


def test_a_paper_that_rests_on_nothing_would_be_noticed(form: Form) -> None:
    bare = replace(form.documents[0], cites=())
    assert uncited(replace(form, documents=(bare, *form.documents[1:]))) == [bare.name]


def test_every_hard_question_says_why_it_is_asked(form: Form) -> None:
    assert list(hard_questions.unexplained(form)) == []


def test_a_hard_question_without_its_reason_would_be_noticed() -> None:
    form = changed(loaded("mo/wage_claim"), ask="Did he hurt you?", why="")
    assert len(list(hard_questions.unexplained(form))) == 1


def test_hard_questions_are_announced_and_may_be_left(form: Form) -> None:
    assert list(hard_questions.unprepared(form)) == []
    assert list(hard_questions.pressed(form)) == []


def _asked(form: Form, section: Section) -> Form:
    return replace(form, sections=(section, *form.sections[1:]))


def test_a_hard_section_without_a_word_before_it_would_be_noticed() -> None:
    form = loaded("mo/wage_claim")
    asked = [replace(each, ask="Did he hurt you?", unsure=True) for each in form.sections[0].questions]
    harsh = replace(form.sections[0], questions=tuple(asked), intro="")
    assert list(hard_questions.unprepared(_asked(form, harsh))) == [f"mo/wage_claim, “{harsh.title}”"]
    warned = replace(harsh, intro="You can skip any of these.")
    assert list(hard_questions.unprepared(_asked(form, warned))) == []


def test_a_hard_question_that_must_be_answered_would_be_noticed() -> None:
    form = changed(loaded("mo/wage_claim"), ask="Did he hurt you?", unsure=False, may_be_blank=False)
    assert len(list(hard_questions.pressed(form))) == 1


def calls_by_legal_name(texts: dict[str, str]) -> list[str]:
    """Papers for the client that print the name of the file and never the one the client chose."""
    return [name for name, text in texts.items() if "{{ client_name" in text and "chosen_name" not in text]


def client_templates(form: Form) -> dict[str, str]:
    folder = ROOT / "templates" / "docx" / form.name
    return {
        document.name: client_words.words_of(folder / f"{document.name}.docx")
        for document in form.documents
        if document.audience == "client"
    }


def test_papers_speak_to_a_client_by_the_chosen_name(form: Form) -> None:
    assert client_templates(form)
    assert calls_by_legal_name(client_templates(form)) == []


def test_a_paper_that_does_not_would_be_noticed() -> None:
    assert calls_by_legal_name({"next_steps": "For {{ client_name.full }}"}) == ["next_steps"]
