"""Questions to clients that are harder to read than they may be: one rule for all forms.

A text of fewer than 20 words tells nothing: one “registered” makes a short question grade 11. So a question
(its `ask`, `help` and `why`) is measured together with those that follow it in its section until there are 20
words, and no such piece may be over grade 10. A section as a whole, with the words of its choices, may not be
over 8. No sentence of ten words or more may be over 12, so that a hard one does not hide among easy ones.
Notices and the intros of sections may not be over 6. What only attorneys are asked is not measured.
"""

import re
from collections.abc import Iterator

from app.core.faults import Fault
from app.core.linting.measure import grade, sentence
from app.core.places import Place
from app.core.questionnaire import Form, Question, Section

RULE = "reading grade"
LEAST_WORDS, LONG_SENTENCE = 20, 10
MOST_PIECE, MOST_SENTENCE, MOST_SECTION, MOST_NOTICE = 10, 12, 8, 6
_SHOWN = 60


def faults(form: Form) -> Iterator[Fault]:
    """Every piece, sentence, section, notice and intro of a form that is over its grade."""
    for section in client_sections(form):
        yield from _pieces(section)
        yield from _sentences(section)
        text = whole(section)
        if text and grade(text) > MOST_SECTION:
            yield _fault(section.place, f"The questions of “{section.title}”", text, MOST_SECTION)
        yield from _notices(section)


def _pieces(section: Section) -> Iterator[Fault]:
    places = {question.path: question.place for question in questions(section)}
    for path, text in pieces(section):
        if grade(text) > MOST_PIECE:
            yield _fault(places[path], f"`{path}`, with what stands around it,", text, MOST_PIECE)


def _sentences(section: Section) -> Iterator[Fault]:
    places = {question.path: question.place for question in questions(section)}
    for path, text in sentences(section):
        if grade(text) > MOST_SENTENCE:
            shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
            yield _fault(places[path], f"“{shown}” of `{path}`", text, MOST_SENTENCE)


def _notices(section: Section) -> Iterator[Fault]:
    if section.intro and grade(text := sentence(section.intro)) > MOST_NOTICE:
        yield _fault(section.place, f"The intro of “{section.title}”", text, MOST_NOTICE)
    for notice in notices(section):
        if grade(text := said_by_notice(notice)) > MOST_NOTICE:
            yield _fault(notice.place, f"The notice `{notice.path}`", text, MOST_NOTICE)


def _fault(place: Place, what: str, text: str, most: int) -> Fault:
    sentence = (
        f"{what} reads at grade {grade(text):.1f}, and {most} is the most; use shorter words and sentences."
    )
    return Fault(RULE, str(place), sentence)


def client_sections(form: Form) -> list[Section]:
    """The sections that clients answer."""
    return [section for section in form.sections if not section.by_attorney]


def questions(section: Section) -> list[Question]:
    """The questions of a section, those about items after their list, without notices."""
    return [each for each in _all(section) if each.kind_name != "notice"]


def notices(section: Section) -> list[Question]:
    """The notices of a section."""
    return [each for each in _all(section) if each.kind_name == "notice"]


def _all(section: Section) -> Iterator[Question]:
    for question in section.questions:
        yield question
        yield from question.each


def said(question: Question) -> str:
    """What a question says by itself."""
    return " ".join(sentence(part) for part in (question.ask, question.help, question.why) if part)


def said_by_notice(notice: Question) -> str:
    """What a notice says."""
    return f"{sentence(notice.ask)} {sentence(notice.help)}"


def pieces(section: Section) -> Iterator[tuple[str, str]]:
    """The path of each question, and its text with those that follow until there is enough to measure."""
    own = questions(section)
    texts = [said(question) for question in own]
    for number, question in enumerate(own):
        last = number + 1
        while last < len(texts) and len(" ".join(texts[number:last]).split()) < LEAST_WORDS:
            last += 1
        first = number
        while first and len(" ".join(texts[first:last]).split()) < LEAST_WORDS:
            first -= 1
        yield question.path, " ".join(texts[first:last])


def sentences(section: Section) -> Iterator[tuple[str, str]]:
    """The path of each question with each of its sentences that is long enough to be measured alone."""
    for question in questions(section):
        for part in re.split(r"(?<=[.?!])\s+", said(question)):
            if len(part.split()) >= LONG_SENTENCE:
                yield question.path, part


def whole(section: Section) -> str:
    """All that a section's questions say, their choices too."""
    parts = [said(question) for question in questions(section)]
    parts += [sentence(words) for question in questions(section) for words in question.choices.values()]
    return " ".join(part for part in parts if part)
