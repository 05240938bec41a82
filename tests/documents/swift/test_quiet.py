"""A worker that has begun to be quiet collects after every tenth document only."""

import gc
from collections.abc import Iterator

import pytest

from app.documents.swift import quiet


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(phase: str, _: object) -> None:
        seen.append(phase)

    monkeypatch.setattr(quiet, "_made", 0)
    quiet.begin()
    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)
    quiet.end()


def made(documents: int) -> None:
    for _ in range(documents):
        with quiet.document():
            [[] for _ in range(5000)]


def test_nine_documents_collect_nothing(collected: list[str]) -> None:
    made(9)
    assert collected == []


def test_the_tenth_does(collected: list[str]) -> None:
    made(10)
    assert collected == ["start", "stop"]


def test_a_process_that_has_not_begun_keeps_its_own_collector() -> None:
    made(1)
    assert gc.isenabled()


def test_the_collector_comes_back(collected: list[str]) -> None:
    quiet.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
