"""DOC-1: answers of any Unicode are printed to the last character in both files, or refused at entry."""

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import Any

import pytest
from docx import Document
from docx.text.run import Run

from app.core.kinds import KINDS, Refused, Settings
from app.core.wording import normalised
from app.documents import fonts, reading
from app.documents.environment import fill
from app.documents.paper import Made
from tests.properties import small_form
from tests.properties.amounts import amount
from tests.properties.hostile_texts import text
from tests.properties.small_form import Small
from tests.properties.test_typed import Figure

IN_A_LETTER = 100
"""Answers printed in one letter: each stands in a paragraph of its own."""
LONGEST = 20_000


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return small_form.build(tmp_path_factory.mktemp("faithful"))


def taken(kind: str, raw: str) -> bool:
    """Whether a kind takes this text; what it refuses, it refuses in a sentence."""
    try:
        KINDS[kind].read(raw, Settings())
    except Refused as refused:
        sentences = [problem.sentence for problem in refused.problems]
    else:
        return True
    assert all(sentence.endswith((".", ")")) for sentence in sentences)
    return False


def paragraphs(made: Made) -> Iterator[str]:
    """The paragraphs of the Word file that hold an answer, line ends as they were typed."""
    for paragraph in Document(io.BytesIO(made.docx)).paragraphs:
        shown = "".join(Run(run, paragraph).text for run in paragraph._p.r_lst)
        if shown[:1].isdigit():
            yield shown


def squeezed(words: str) -> str:
    """Blanks of any kind and number as one: what a person sees of them on paper."""
    return " ".join(reading.normal(words).split())


def lost(small: Small, answers: Sequence[str]) -> list[str]:
    """What of these answers does not stand in the Word file, or in the PDF, as it was typed."""
    made = small.letter({}, answers)
    wanted = [f"{number}: {normalised(answer)}" for number, answer in enumerate(answers, 1)]
    found = list(paragraphs(made))
    wrong = [want for want, got in zip(wanted, found, strict=False) if squeezed(want) != squeezed(got)]
    if len(found) != len(wanted):
        wrong.append(f"{len(wanted)} answers, {len(found)} paragraphs")
    difference = reading.difference(made.docx, made.pdf)
    if difference and not (
        any(map(rightward, answers))
        and bag(reading.words_of_pdf(made.pdf)) == bag(reading.words_of_docx(made.docx))
    ):
        wrong.append(difference)
    return wrong


def rightward(answer: str) -> bool:
    """Whether some of it is written from the right: a PDF holds that in the order it is drawn."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in answer)


def bag(words: str) -> Counter[str]:
    """Its characters without their order, a bracket as good as its mirror image."""
    return Counter("".join(words.split()).translate(str.maketrans(")]}>»›", "([{<«‹")))


def drawable(random: Random, count: Counter[str]) -> Iterator[str]:
    """Random answers that are taken and that our faces can draw; what becomes of the others is counted."""
    while True:
        answer = text(random)
        if not taken("text", answer):
            count["refused"] += 1
        elif fonts.missing(normalised(answer)):
            count["without a glyph"] += 1
        else:
            yield answer


@pytest.mark.parametrize("from_right", [False, True], ids=["from the left", "from the right too"])
def test_random_answers_of_any_unicode_lose_no_character(
    small: Small, figure: Figure, from_right: bool
) -> None:
    count = Counter[str]()
    found = (each for each in drawable(Random(20_261_124), count) if rightward(each) == from_right)
    letters = amount(8, 160) if not from_right else amount(2, 40)
    for _ in range(letters):
        assert lost(small, list(islice(found, IN_A_LETTER))) == []
    figure(
        "Faithful",
        "random answers of any Unicode read back from Word and PDF: 0 characters lost",
        letters * IN_A_LETTER,
    )
    figure("Faithful", "random answers of any Unicode refused at entry with a sentence", count["refused"])


def test_answers_our_faces_cannot_draw_are_whole_in_word_and_told_to_the_attorney(
    small: Small, figure: Figure
) -> None:
    random, found = Random(7), []
    while len(found) < amount(100, 1_000):
        answer = text(random)
        if taken("text", answer) and fonts.missing(normalised(answer)):
            found.append(answer)
    for start in range(0, len(found), 50):
        answers = found[start : start + 50]
        made = small.letter({}, answers)
        wanted = [squeezed(f"{number}: {normalised(answer)}") for number, answer in enumerate(answers, 1)]
        assert [squeezed(each) for each in paragraphs(made)] == wanted
        told = {each for finding in made.findings if finding.kind == "no glyph" for each in finding.words}
        assert told >= fonts.missing("".join(map(normalised, answers)))
    figure(
        "Faithful",
        "random answers without a glyph whole in Word, each character told to the attorney",
        len(found),
    )


def test_stories_of_twenty_thousand_characters_keep_every_one_and_their_paragraphs(
    small: Small, figure: Figure
) -> None:
    stories = amount(1, 20)
    for seed in range(stories):
        found = (each for each in drawable(Random(seed), Counter()) if not rightward(each))
        story = ""
        while len(story) < LONGEST - 200:
            story += next(found) + "\r\n"
        made = small.letter({"story": story})
        wanted = [squeezed(line) for line in normalised(story).split("\n") if line.strip()]
        shown = [squeezed(each.text) for each in Document(io.BytesIO(made.docx)).paragraphs]
        assert shown[1:-1] == wanted
        assert reading.difference(made.docx, made.pdf) is None
    figure("Faithful", "stories of 20,000 characters whole, paragraph by paragraph", stories)


def test_a_day_that_was_typed_in_words_keeps_its_blanks(small: Small) -> None:
    made = small.letter({"story": "It began on May 1, 2026, at night."}, ["since May 1, 2026"])
    printed = [each.text for each in Document(io.BytesIO(made.docx)).paragraphs]
    assert "It began on May 1, 2026, at night." in printed
    assert list(paragraphs(made)) == ["1: since May 1, 2026"]


@pytest.mark.parametrize("face", ["app.documents.compiled.paper", "app.documents.pdf"])
def test_a_lost_character_is_seen(small: Small, monkeypatch: pytest.MonkeyPatch, face: str) -> None:
    """The control: a face that drops one sign of the answers does not pass."""

    def careless(*given: Any) -> str:
        return fill(*given).replace("&amp;", "")

    assert lost(small, ["Smith & Sons"]) == []
    monkeypatch.setattr(f"{face}.fill", careless)
    assert lost(small, ["Smith & Sons"])
