"""No court paper that everybody may read holds a social security number, a whole birth date or a home."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.forms.stories import Paper, court_papers, given

NUMBER = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def unwanted(form: str, story: str) -> Iterator[tuple[str, str]]:
    """What of a story no public paper may say: the question, and the words as they would print."""
    for question, value in given(form, story):
        name = question.path
        if question.keep == "vault" or name.endswith("home_address"):
            yield from ((name, words) for words in _of_vault(value))
        elif re.search(r"social_security|ssn", name):
            yield from ((name, words) for words in _texts(value))
        elif re.search(r"birth_date|date_of_birth|born_on|birth_day", name):
            yield from ((name, words) for words in _days(value))


def _of_vault(value: Any) -> Iterator[str]:
    """The street of an address; of anything else all of it."""
    if isinstance(value, dict):
        yield from (value[part] for part in ("street", "last") if len(value.get(part, "")) > 3)
    elif isinstance(value, str) and len(value) > 5:
        yield value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and len(value) > 5:
        yield value
        yield value.replace("-", "")


def _days(value: Any) -> Iterator[str]:
    if isinstance(value, str) and _DAY.fullmatch(value):
        day = date.fromisoformat(value)
        yield f"{day:%B} {day.day}, {day.year}"
        yield value
        yield f"{day:%m/%d/%Y}"
        yield f"{day.month}/{day.day}/{day.year}"


def told(paper: Paper) -> list[str]:
    """Everything a public paper says that it may not, with its question."""
    text = " ".join(paper.text.split()).casefold()
    found = [f"{paper.where}: a number like a social security number"] if NUMBER.search(paper.text) else []
    for name, words in unwanted(paper.form, paper.story):
        if " ".join(words.split()).casefold() in text:
            found.append(f"{paper.where}: {name}")
    return found


def public() -> list[Paper]:
    return [paper for paper in court_papers() if paper.public]


def test_no_public_paper_says_what_may_not_be_public() -> None:
    papers = public()
    assert papers
    assert [each for paper in papers for each in told(paper)] == []


def test_the_stories_hold_what_is_looked_for() -> None:
    """A control: each kind is given in some story that has a public paper."""
    names = {name for paper in public() for name, _ in unwanted(paper.form, paper.story)}
    for wanted in ("home_address", "social_security", "birth_date"):
        assert any(wanted in name for name in names), wanted


def test_each_of_them_would_be_noticed() -> None:
    for paper in public():
        for name, words in unwanted(paper.form, paper.story):
            planted = Paper(**{**vars(paper), "text": f"{paper.text}\nPetitioner: {words}.\n"})
            assert f"{paper.where}: {name}" in told(planted)


def test_the_confidential_twin_does_say_them() -> None:
    """A control of the reading: what is blacked out in one twin stands in the other."""
    twins = [paper for paper in court_papers() if paper.name.endswith("_unredacted")]
    assert twins
    assert any(told(paper) for paper in twins)


def test_any_number_like_a_social_security_number_would_be_noticed() -> None:
    paper = public()[0]
    assert told(Paper(**{**vars(paper), "text": "Petitioner's number is 900-00-0142."}))
