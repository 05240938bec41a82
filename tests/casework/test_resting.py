"""The key of a kept packet: the same for the same, another for anything a packet rests on that changed."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import kept, resting
from app.core.answers import Answers, Given
from app.core.office import Office
from app.core.values import Address, Blank, Gap, Name, When
from app.documents import making
from app.documents.box import Job
from app.documents.bundle import Bundle
from app.documents.packet import Lifted

DAY = date(2026, 3, 2)
words = st.text(max_size=8)
values = st.one_of(
    words,
    st.booleans(),
    st.integers(-9, 9),
    st.decimals(-99, 99, places=2),
    st.builds(Gap, st.sampled_from(["not known", "not safe"])),
    st.just(Blank()),
    st.builds(Name, words, words, words, words),
    st.builds(Address, words, words, words, words, words, st.booleans()),
    st.builds(lambda days: When(DAY, DAY + timedelta(days), "range"), st.integers(0, 9)),
    st.lists(words, max_size=3).map(tuple),
)
givens = st.builds(Given, values, words, words, words)
answers = st.builds(
    lambda given, lists: Answers(MappingProxyType(given), MappingProxyType(lists)),
    st.dictionaries(st.tuples(words, st.none() | words), givens, max_size=4),
    st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=2),
)
offices = st.builds(Office, name=words, phone=words, defaults=st.dictionaries(words, words | st.booleans()))
jobs = st.builds(
    Job, st.just(Path("/")), words, answers, offices, st.dates(), st.lists(
        st.builds(Lifted, words, words, words, words, words), max_size=2
    ).map(tuple), words, words.filter(bool), words,
)  # fmt: skip


def plain(value: Any) -> Any:
    """A value as nested tuples in which equal means the same kind and the same content."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value), tuple(plain(getattr(value, each.name)) for each in dataclasses.fields(value))
    if isinstance(value, dict | MappingProxyType):
        return dict, tuple((plain(name), plain(each)) for name, each in value.items())
    if isinstance(value, tuple | list):
        return tuple, tuple(plain(each) for each in value)
    return type(value), str(value)


@given(jobs, jobs)
def test_two_jobs_have_one_key_only_if_everything_in_them_is_the_same(one: Job, other: Job) -> None:
    assert (resting.key(one) == resting.key(other)) == (plain(one) == plain(other))


@given(jobs, st.data())
def test_a_change_of_any_part_changes_the_key(job: Job, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from([each.name for each in dataclasses.fields(Job) if each.name != "root"]))
    other = getattr(data.draw(jobs), part)
    changed = dataclasses.replace(job, **{part: other})
    same = plain(other) == plain(getattr(job, part))
    assert (resting.key(changed) == resting.key(job)) == same


@given(jobs, st.data())
def test_one_letter_more_in_one_answer_changes_the_key(job: Job, data: st.DataObject) -> None:
    if not job.answers.given:
        return
    at = data.draw(st.sampled_from(sorted(job.answers.given, key=str)))
    said = Given(f"{job.answers.given[at].value}x")
    changed = dataclasses.replace(job, answers=job.answers.put(at[0], said, at[1]))
    assert resting.key(changed) != resting.key(job)


@given(st.lists(words, max_size=4), st.lists(words, max_size=4))
def test_no_two_lists_run_into_each_other(one: list[str], other: list[str]) -> None:
    assert (resting.canonical(one) == resting.canonical(other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1", 1), (1, True), (Decimal("1.0"), Decimal("1.00")), ("", None), ((), ""), (("a",), "a")],
)
def test_values_of_another_kind_are_other_values(one: object, other: object) -> None:
    assert resting.canonical(one) != resting.canonical(other)


def job() -> Job:
    return Job(Path("/"), "mo/x", Answers(), Office(), DAY, edition="e")


def test_where_the_edition_lies_changes_nothing() -> None:
    assert resting.key(job()) == resting.key(dataclasses.replace(job(), root=Path("/elsewhere")))


@pytest.mark.parametrize("unknown", [object(), 1.5, {1, 2}, b"x"])
def test_a_value_of_an_unknown_kind_is_never_taken_for_another(unknown: object) -> None:
    with pytest.raises(TypeError):
        resting.canonical(unknown)


def test_without_an_edition_nothing_is_known_again() -> None:
    with pytest.raises(TypeError):
        resting.key(dataclasses.replace(job(), edition=""))


@pytest.mark.parametrize("part", ["_installed", "fonts.files"])
def test_another_library_or_face_changes_the_key(
    part: str, monkeypatch: pytest.MonkeyPatch, other_machine: Callable[[], str]
) -> None:
    before = resting.key(job())
    place, _, name = f"making.{part}".rpartition(".")
    monkeypatch.setattr(eval(place, {"making": making}), name, lambda: ())
    monkeypatch.setattr(making, "print_of", other_machine)
    assert resting.key(job()) != before


@pytest.fixture
def other_machine() -> Callable[[], str]:
    """The print of this machine, worked out again."""
    return making.print_of.__wrapped__


def test_a_packet_comes_back_as_it_was_kept() -> None:
    made = Bundle({"1-court/Päper.docx": b"PK", "manifest.json": b"", "x": b"\0\1"}, 3, ("Letter",))
    assert kept._unpacked(kept._packed(made)) == made
