"""What measures and what writes down the measures does so rightly."""

from pathlib import Path

from bench import figures, proof
from bench.figures import Figure
from bench.proof import Case
from bench.rounds import Work, play

README = """
## Ten promises

1. **Complete.** No path leaves a name undefined. `draftwell check`
2. **Contained.** Nobody reads what is not theirs. `pytest tests/documents
   tests/core/test_kinds.py`
3. **Reproducible.** The same bytes. `pytest tests/documents -k bytes`

## Safety
"""


def test_works_take_turns_each_round_from_another_beginning() -> None:
    done: list[str] = []
    works = [Work(name, lambda name=name: done.append(name)) for name in "abc"]
    play(works, 3)
    assert "".join(done) == "abc" + "abc" + "bca" + "cab"


def test_the_run_that_warms_up_is_not_counted() -> None:
    work = Work("a", lambda: None)
    play([work], 5)
    assert len(work.times) == 5


def test_what_comes_before_is_not_timed() -> None:
    order: list[str] = []
    work = Work("a", lambda: order.append("run"), before=lambda: order.append("before"))
    work.once()
    assert order == ["before", "run"]


def test_counts_of_one_test_about_one_thing_are_added_up(tmp_path: Path) -> None:
    for value in (2, 3):
        figures.record(Figure("Faithful", "texts", value, "tests/x.py::test"), tmp_path / "f")
    figures.record(Figure("Faithful", "texts", 7, "tests/y.py::test"), tmp_path / "f")
    assert [each.value for each in figures.recorded(tmp_path / "f")] == [5, 7]


def test_a_promise_is_proven_by_the_tests_its_calls_take() -> None:
    complete, contained, same = proof.promises(README)
    inside = Case("tests/documents/engine/test_a", "test_x", True)
    assert complete.calls == ()
    assert contained.proves(inside)
    assert not same.proves(inside)
    assert same.proves(Case("tests/documents/test_b", "test_the_same_bytes", True))


def test_a_promise_shows_its_tests_first_and_then_its_figures() -> None:
    ran = [
        Case("tests/documents/a", "x", True),
        Case("tests/documents/b", "y", False),
        Case("tests/law/c", "z", True),
    ]
    known = [Figure("At rest", "facts", 500, "t"), Figure("Contained", "canaries", 1_200, "t")]
    assert list(proof.rows(README, ran, known)) == [
        "| Contained | tests passed | 1 of 2 | `pytest tests/documents tests/core/test_kinds.py` |",
        "| Contained | canaries | 1,200 | `t` |",
        "| At rest | facts | 500 | `t` |",
    ]
