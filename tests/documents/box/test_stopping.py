"""Nobody waits for ever: jobs of a pool that is ended or dies come to an end with a sentence."""

import threading

import pytest

from app.documents.box import Box, Busy, Job, Ticket
from tests.documents.box import acts
from tests.documents.box.conftest import ACTS, SMALL


def waited_for(tickets: list[Ticket]) -> list[str]:
    """What each ticket's owner is told, all of them waiting without a bound of their own."""
    told: list[str] = []

    def wait(ticket: Ticket) -> None:
        try:
            told.append(str(ticket.result()))
        except Busy as busy:
            told.append(str(busy))

    threads = [threading.Thread(target=wait, args=(ticket,), daemon=True) for ticket in tickets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return told


def test_every_job_of_an_ended_box_is_told_so_at_work_or_waiting(job: Job) -> None:
    with Box(1, SMALL, (ACTS,)) as box:
        tickets = [box.send(job, acts.sleeping, 60) for _ in range(3)]
    assert waited_for(tickets) == ["The process that makes papers ended before it was done; try again."] * 3


def test_a_job_goes_to_a_new_pool_when_the_old_one_has_died(job: Job) -> None:
    with Box(1, SMALL, (ACTS,)) as box:
        assert box._running is not None
        left = box.send(job, acts.sleeping, 60)
        box._running.pool.stop()  # type: ignore[no-untyped-call]
        assert box.run(job, acts.answer, "after") == "after"
        assert "ended before it was done" in waited_for([left])[0]


def test_a_pool_that_dies_between_the_look_and_the_job_is_told(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Box(1, SMALL, (ACTS,)) as box:
        assert box._running is not None
        box._running.pool.stop()  # type: ignore[no-untyped-call]
        monkeypatch.setattr(box, "_put_in_order", lambda: None)
        with pytest.raises(Busy, match="ended before it was done"):
            box.send(job, acts.answer)


def test_the_patience_of_a_batch_grows_with_what_is_ahead() -> None:
    box = Box(2, SMALL)
    assert box.patience(0) < box.patience(4) < box.patience(40)
    assert box.patience(4) > 3 * SMALL.seconds
