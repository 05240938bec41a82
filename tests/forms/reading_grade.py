"""How hard a text is to read, and the texts of a form that are measured: one rule for all forms.

The grade is Flesch-Kincaid's. textstat counts syllables by the places where a word may be hyphenated, which
are too few (“about” has one), so a count by groups of vowels is made too, and the higher of both counts.

A text of fewer than 20 words tells nothing: one “registered” makes a short question grade 11. So a question
(its `ask`, `help` and `why`) is measured together with those that follow it in its section until there are 20
words, and no such piece may be over grade 10. A section as a whole, with the words of its choices, may not be
over 8. No sentence of ten words or more may be over 12, so that a hard one does not hide among easy ones.
Notices and the intros of sections may not be over 6. What only attorneys are asked is not measured.
"""

import re
import sys
import types
from collections.abc import Iterator

from app.core.questionnaire import Form, Question, Section

# textstat asks setuptools for a module that it no longer has, for word lists which this measure does not use.
sys.modules.setdefault("pkg_resources", types.ModuleType("pkg_resources"))
import textstat  # noqa: E402

LEAST_WORDS, LONG_SENTENCE = 20, 10
_PIPED = re.compile(r"\{[a-z_.]+\}")


def grade(text: str) -> float:
    """The school grade of a text: the higher of two counts."""
    return max(textstat.flesch_kincaid_grade(text), by_vowels(text))


def by_vowels(text: str) -> float:
    """The Flesch-Kincaid school grade, with syllables counted by groups of vowels."""
    sentences = [part for part in re.split(r"[.?!:]+(?:\s|$)", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z’']+", text)
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    spoken = word if word.endswith("le") or len(word) <= 3 else word.removesuffix("e")
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def sentence(text: str) -> str:
    """A text as a sentence, with a name where an answer would be piped in."""
    plain = _PIPED.sub("Ana", " ".join(text.split()))
    return plain if not plain or plain[-1] in ".?!:" else f"{plain}."


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


def sheet(text: str) -> str:
    """A client's paper as sentences: each line is one, and lines with a telephone number are no prose."""
    lines = [line.rstrip(".") for line in text.splitlines() if line.strip()]
    return ". ".join(line for line in lines if not re.search(r"\d{3}-\d{4}", line))
