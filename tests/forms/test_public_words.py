"""No court paper that everybody may read holds a social security number, a whole birth date or a home."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from app.core.office import load_office
from tests.forms.stories import ROOT, Paper, court_papers, given

NUMBER = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def unwanted(form: str, story: str) -> Iterator[tuple[str, str]]:
    """What of a story no public paper may say: the question, and the words as they would print."""
    for question, value in given(form, story):
        name = question.path
        if question.keep == "vault" or name.endswith("home_address"):
            yield from ((name, words) for words in _of_vault(value))
        elif question.redact in listed():
            yield from ((name, words) for words in _marked(value) if words)


def _of_vault(value: Any) -> Iterator[str]:
    """The street of an address; of anything else all of it."""
    if isinstance(value, dict):
        yield from (value[part] for part in ("street", "last") if len(value.get(part, "")) > 3)
    elif isinstance(value, str) and len(value) > 5:
        yield value


@cache
def listed() -> frozenset[str]:
    """What the list of the invented office names; every story that has a public twin lies after its day."""
    entered = load_office(ROOT / "office.example.yaml").redaction_list
    assert entered is not None
    return frozenset(entered.items)


def _marked(value: Any) -> Iterator[str]:
    """An answer that is to be blacked out, as it would print: a whole name, a day in every form, a text."""
    if isinstance(value, dict):
        yield " ".join(value[part] for part in ("first", "middle", "last", "suffix") if value.get(part))
    elif isinstance(value, str) and _DAY.fullmatch(value):
        yield from _days(value)
    else:
        yield from _texts(value)


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
        if re.search(rf"(?<!\w){re.escape(' '.join(words.split()).casefold())}(?!\w)", text):
            found.append(f"{paper.where}: {name}")
    return found


def public() -> list[Paper]:
    return [paper for paper in court_papers() if paper.public]


def test_no_public_paper_says_what_may_not_be_public() -> None:
    papers = public()
    assert papers
    assert [each for paper in papers for each in told(paper)] == []


def kinds(papers: list[Paper]) -> dict[str, tuple[Paper, str, str]]:
    """One paper with one unwanted answer for each question that has any."""
    return {
        name: (paper, name, words) for paper in papers for name, words in unwanted(paper.form, paper.story)
    }


def test_the_stories_hold_what_is_looked_for() -> None:
    """A control: each kind is given in some story that has a public paper."""
    found = kinds(public())
    for wanted in ("home_address", "social_security", "birth_date"):
        assert any(wanted in name for name in found), wanted
    marks = {question.redact for paper in public() for question, _ in given(paper.form, paper.story)}
    assert {"name of a minor", "closed case number", "driver license number"} <= marks & listed()


def test_each_of_them_would_be_noticed() -> None:
    for paper, name, words in kinds(public()).values():
        planted = Paper(**{**vars(paper), "text": f"{paper.text}\nPetitioner: {words}.\n"})
        assert f"{paper.where}: {name}" in told(planted)


def test_the_confidential_twin_does_say_them() -> None:
    """A control: what is blacked out in one twin stands in the other, in every form that has twins."""
    telling = {paper.form for paper in court_papers() if paper.name.endswith("_unredacted") and told(paper)}
    assert telling == {paper.form for paper in court_papers() if paper.spec.twins}


def test_any_number_like_a_social_security_number_would_be_noticed() -> None:
    paper = public()[0]
    assert told(Paper(**{**vars(paper), "text": "Petitioner's number is 900-00-0142."}))
