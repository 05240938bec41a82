"""Every screening of every story comes to one of the four outcomes, with its reason and its law."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from app.core import answer_file, interview
from app.core.kinds.dates import read_when
from app.core.loader import Pairs, load
from app.core.shape import plain
from app.law.outcome import RESULTS, Outcome
from tests.documents.finished.stories import SITUATIONS, every
from tests.forms.stories import loaded


@cache
def outcomes() -> dict[str, tuple[Outcome, ...]]:
    """The outcomes of each story of a court form, by the story's name."""
    return {name: tuple(_screened(name)) for name in every() if not name.startswith("mo/wage_claim/")}


def _screened(name: str) -> Iterator[Outcome]:
    node = load(SITUATIONS / f"{name}.yaml")
    assert isinstance(node, Pairs)
    form, answers = loaded(name.rpartition("/")[0]), node.get("answers")
    assert answers is not None
    told, today = answer_file.read(form, answers).answers, read_when(plain(node)["today"]).earliest
    for fact in interview.read(form, told, today).facts.values():
        yield from getattr(fact.result, "outcomes", ())


def faulty(found: list[Outcome]) -> list[Outcome]:
    """Those that are none of the four, or say nothing of what they are about, why, and by which law."""
    return [
        each
        for each in found
        if each.outcome not in RESULTS or not (each.subject and each.reason and each.citation)
    ]


def test_every_outcome_is_one_of_four_with_reason_and_citation() -> None:
    found = [each for several in outcomes().values() for each in several]
    assert len(found) > 300
    assert faulty(found) == []


def test_every_story_is_screened() -> None:
    assert [name for name, several in outcomes().items() if not several] == []


def test_each_of_the_four_comes_up_in_some_story() -> None:
    assert {each.outcome for several in outcomes().values() for each in several} == set(RESULTS)


def test_what_is_not_eligible_yet_says_until_when() -> None:
    waits = [each for several in outcomes().values() for each in several if each.until is not None]
    assert waits
    assert [each for each in waits if not each.until_text] == []


@pytest.mark.parametrize("part", ["outcome", "subject", "reason", "citation"])
def test_an_outcome_that_lacks_a_part_would_be_noticed(part: str) -> None:
    whole = next(each for several in outcomes().values() for each in several)
    bare = replace(whole, **{part: ""})  # type: ignore[arg-type]
    assert faulty([whole, bare]) == [bare]
