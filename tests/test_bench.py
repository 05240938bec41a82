"""What measures and what writes down the measures does so rightly."""

import json
import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.documents import reading, twin
from app.documents.box import here
from bench import (
    batch,
    boxed,
    children,
    figures,
    growth,
    libreoffice,
    memory,
    ours,
    proof,
    rows,
    stock,
    words,
)
from bench.children import Child
from bench.figures import Figure
from bench.proof import Case
from bench.rounds import Work, play
from bench.rows import Row

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


@pytest.mark.parametrize("paper", ["letter", "pleading"])
def test_all_ways_of_making_a_word_paper_give_the_same_words(paper: str) -> None:
    made = words.of_docx(ours.docx(paper, 3))
    words.same("docxtpl", made, words.of_docx(stock.docx(paper, 3)))
    words.same("first layer", made, words.of_docx(ours.first_layer(paper, 3)))


def test_both_ways_of_making_a_pdf_give_the_words_of_the_word_file() -> None:
    made = ours.pdf_of("pleading", 3)
    with Child("stock") as child:
        words.same("WeasyPrint", words.of_pdf(made), words.of_pdf(child.ask(stock.pdf_of, "pleading", 3)))
    assert reading.difference(ours.docx("pleading", 3), made) is None


def test_papers_of_two_people_do_not_count_as_the_same_words() -> None:
    with pytest.raises(words.OtherWords, match="where the peer says"):
        words.same("docxtpl", words.of_docx(ours.docx("letter", 3)), words.of_docx(ours.docx("letter", 4)))


@pytest.mark.parametrize("paper", ["letter", "pleading"])
def test_the_papers_of_the_bench_have_their_twins(paper: str) -> None:
    source = ours.source(paper)
    assert twin.is_current(source, source.with_suffix(".html"))


def test_the_letter_has_a_row_for_each_workweek() -> None:
    said = reading.words_of_docx(ours.docx("letter", 1, size=57))
    assert said.count("| $13.75 |") == 57


def test_a_letter_of_the_batch_is_searched_and_comes_in_both_formats() -> None:
    made = here(boxed.job(), boxed.letter, 5)
    assert sorted(made.files) == ["000005.docx", "000005.pdf"]


def test_a_letter_that_gives_a_protected_phone_away_stops_the_batch(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = boxed.job().draft()
    vault = next(each for each in draft.interview.asked if each.question.path == "safe_phone")
    said = vault.question.kind.words(vault.value, vault.question.settings)
    told = {**ours.context("letter", 6), "retaliation": f"Call {said}."}
    monkeypatch.setattr(ours, "context", lambda paper, number, size=0: told)
    with pytest.raises(boxed.Refused):
        here(boxed.job(), boxed.letter, 6)


def test_a_child_times_its_work_in_a_process_of_its_own() -> None:
    with Child("sleeping", children.nothing) as child:
        children.in_turns([child], 3)
        assert len(child.times) == 3
        assert child.ask(memory.resident_kb, child.ask(_process)) > 1000
        assert child.ask(_process) != _process()


def _process() -> int:
    return os.getpid()


def test_an_exponent_is_one_in_proportion_and_two_by_the_square() -> None:
    sizes = (10, 100, 1000)
    assert growth.exponent({size: 0.003 * size for size in sizes}) == pytest.approx(1)
    assert growth.exponent({size: 0.003 * size**2 for size in sizes}) == pytest.approx(2)


def test_memory_is_the_highest_at_the_end_against_the_highest_after_warming_up() -> None:
    resident = [50_000] * 90 + [100_000] * 10 + [100_000] * 80 + [90_000, 105_000] * 10
    row = memory.row(resident, [0.1] * 200, warm=100)
    assert (row.ratio, row.more["growth_percent"]) == (1.05, 5.0)


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    row = rows.faster("docx-letter", "stock-docxtpl", [0.001, 0.002, 0.001], [0.03, 0.08, 0.05])
    assert (row.ratio, row.median_ms, row.against_ms) == (40, 1, 50)


def test_a_row_is_kept_with_what_the_history_promises(tmp_path: Path) -> None:
    made = [Row("docx-letter", "stock-docxtpl", 31.2345, 1.5, 46.85), Row("batch-200", "stock", 3, 1, 3)]
    first, second = json.loads(rows.keep(made, tmp_path).read_text())
    assert (first["work"], first["against"], first["ratio"]) == ("docx-letter", "stock-docxtpl", 31.23)
    assert {"median_ms", "against_ms"} <= first.keys() & second.keys()


def test_a_run_of_a_part_replaces_only_the_rows_it_measured_again(tmp_path: Path) -> None:
    rows.keep([Row("a", "x", 1, 1, 1), Row("a", "y", 1, 1, 1)], tmp_path)
    file = rows.keep([Row("a", "y", 2, 1, 2)], tmp_path, part=True)
    assert [row["ratio"] for row in json.loads(file.read_text())] == [1, 2]
    assert len(json.loads(rows.keep([Row("b", "x", 1, 1, 1)], tmp_path).read_text())) == 1


def test_every_batch_gives_two_files_a_letter(tmp_path: Path) -> None:
    @contextmanager
    def lazy():  # type: ignore[no-untyped-def]
        yield lambda numbers, folder: None

    with pytest.raises(RuntimeError, match="two files"):
        batch.in_turns([batch.Way("lazy", lazy, 3)], 1)


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "has_soffice", lambda: False)
    assert libreoffice.missing() == ["LibreOffice is not installed, so no peer that uses it was measured."]
    assert "unoserver" in _missing_without(monkeypatch, "unoserver")
    assert "python3-uno" in _missing_without(monkeypatch, "uno")


def _missing_without(monkeypatch: pytest.MonkeyPatch, what: str) -> str:
    for name in ("soffice", "uno", "unoserver"):
        monkeypatch.setattr(libreoffice, f"has_{name}", lambda name=name: name != what)
    return " ".join(libreoffice.missing())
