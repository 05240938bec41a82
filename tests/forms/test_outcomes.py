"""Every screening of every story comes to one of the four outcomes, with its reason and its law."""

from collections.abc import Iterator
from functools import cache

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


def test_every_outcome_is_one_of_four_with_reason_and_citation() -> None:
    found = [each for several in outcomes().values() for each in several]
    assert len(found) > 300
    assert [each for each in found if each.outcome not in RESULTS] == []
    assert [each for each in found if not (each.subject and each.reason and each.citation)] == []


def test_every_story_is_screened() -> None:
    assert [name for name, several in outcomes().items() if not several] == []


def test_each_of_the_four_comes_up_in_some_story() -> None:
    assert {each.outcome for several in outcomes().values() for each in several} == set(RESULTS)


def test_what_is_not_eligible_yet_says_until_when() -> None:
    waits = [each for several in outcomes().values() for each in several if each.until is not None]
    assert waits
    assert [each for each in waits if not each.until_text] == []


def test_an_outcome_without_its_law_would_be_noticed() -> None:
    bare = Outcome("A charge", "not eligible", "So it is.", "")
    assert not (bare.subject and bare.reason and bare.citation)
