"""Items of a list that say the same word for word, as a copy does that nobody changed."""

from app.core.answers import Answers
from app.core.questionnaire import Question


def found(answers: Answers, question: Question) -> tuple[tuple[int, ...], ...]:
    """The places, counted from 1, of items that say the same; one without a word said is none of them."""
    places_of: dict[str, list[int]] = {}
    for place, item in enumerate(answers.items(question.path), 1):
        given = [answers.get(each.path, item) for each in question.each]
        if any(given):
            places_of.setdefault(repr([each.value if each else None for each in given]), []).append(place)
    return tuple(tuple(places) for places in places_of.values() if len(places) > 1)


def said(question: Question, places: tuple[int, ...]) -> str:
    """`Act 3 and act 4 say the same.`"""
    *first, last = [f"{question.one} {place}" for place in places]
    sentence = f"{', '.join(first)} and {last} say the same, word for word."
    return sentence[:1].upper() + sentence[1:]
