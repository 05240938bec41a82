"""A job that spends too much ends soon with one sentence, and the box goes on (TPL-3)."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.documents.box import Box, Job, OverLimit
from app.documents.errors import DocumentError
from tests.documents.box import acts
from tests.documents.box.conftest import SMALL

Figure = Callable[[str, str, int | str], None]

BY_THE_CLOCK = "longer than 6 seconds"
OF_WORK = "more than 1 seconds of work"
OF_MEMORY = "more than 256 MB of memory"
OF_OUTPUT = "larger than 1 MB"
ENDED = "ended before it was done"

OVERSPENDING: dict[Callable[..., Any], str] = {
    acts.sleeping: BY_THE_CLOCK,
    acts.deaf_and_busy: BY_THE_CLOCK,
    acts.busy: OF_WORK,
    acts.busy_in_c: OF_WORK,
    acts.hoarding: OF_MEMORY,
    acts.one_huge_string: OF_MEMORY,
    acts.padded: OF_MEMORY,
    acts.huge_list: OF_MEMORY,
    acts.doubling: OF_MEMORY,
    acts.huge_output: OF_OUTPUT,
    acts.many_small_files: OF_OUTPUT,
    acts.leaving: ENDED,
    acts.leaving_as_if_done: BY_THE_CLOCK,
    acts.aborting: ENDED,
    acts.crashing: ENDED,
    acts.falling: "RecursionError",
    acts.stopping: "SystemExit",
    acts.interrupting: "KeyboardInterrupt",
    acts.tripping: "KeyError",
    acts.unpackable: "could not be made",
}


DAILY = (acts.busy, acts.hoarding, acts.huge_output, acts.crashing, acts.stopping, acts.unpackable)
"""One of each kind for every day; `make proof` tries all."""
EVERY = [
    pytest.param(act, id=act.__name__, marks=() if act in DAILY else pytest.mark.proof)
    for act in OVERSPENDING
]


@pytest.mark.parametrize("act", EVERY)
def test_a_job_that_overspends_ends_soon_with_one_sentence_and_the_next_is_done(
    small: Box, job: Job, act: Callable[..., Any], figure: Figure
) -> None:
    begun = time.monotonic()
    with pytest.raises(DocumentError) as refused:
        small.run(job, act)
    took = time.monotonic() - begun
    assert OVERSPENDING[act] in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "Robin" not in str(refused.value)
    assert took < SMALL.seconds + 2
    assert small.run(job, acts.answer) == "done"
    figure("Contained", "jobs that overspent and ended in time, the next one done", 1)


def test_the_others_go_on_while_one_hangs(small: Box, job: Job) -> None:
    hanging = small.send(job, acts.sleeping)
    begun = time.monotonic()
    assert [small.run(job, acts.answer, str(number)) for number in range(20)] == [str(n) for n in range(20)]
    assert time.monotonic() - begun < SMALL.seconds
    with pytest.raises(OverLimit):
        hanging.result()


@pytest.mark.proof
@pytest.mark.parametrize(
    ("act", "args"),
    [
        (acts.sleeping, (0.5,)),
        (acts.huge_output, (2 << 20,)),
        (acts.one_huge_string, ()),
        (acts.huge_list, (10_000_000,)),
    ],
)
def test_the_same_jobs_succeed_with_limits_that_are_not_reached(
    wide: Box, job: Job, act: Callable[..., Any], args: tuple[Any, ...]
) -> None:
    assert wide.run(job, act, *args)


@pytest.mark.proof
def test_a_job_that_waits_too_long_is_taken_back(small: Box, job: Job) -> None:
    running = [small.send(job, acts.sleeping) for _ in range(2)]
    waiting = small.send(job, acts.answer)
    with pytest.raises(OverLimit, match="Too many papers"):
        waiting.result(patience=0.2)
    for each in running:
        with pytest.raises(OverLimit):
            each.result()


@pytest.mark.proof
def test_children_are_replaced_after_some_jobs(job: Job) -> None:
    few = type(SMALL)(**{**vars(SMALL), "jobs": 3, "seconds": 60})
    with Box(1, few, ("tests.documents.box.acts",)) as box:
        assert len({box.run(job, acts.process) for _ in range(7)}) == 3


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists() and "zombie" not in Path(f"/proc/{pid}/status").read_text()


def test_no_child_outlives_its_box(job: Job) -> None:
    with Box(2, SMALL, ("tests.documents.box.acts",)) as box:
        known = {box.run(job, acts.process) for _ in range(8)}
        box.send(job, acts.sleeping)
        assert all(alive(pid) for pid in known)
    assert not any(alive(pid) for pid in known)
    assert os.getpid() not in known
