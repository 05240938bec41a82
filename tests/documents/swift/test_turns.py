"""Threads take turns at laying out, and what they make is the same."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.documents import pdf
from app.documents.swift.turns import one_at_a_time
from bench import contexts

TWIN = Path(__file__).resolve().parents[3] / "bench" / "papers" / "letter.html"


def overlaps(work: object) -> int:
    inside, most = [0], [0]

    def enter(_: int) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.01)
        inside[0] -= 1

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work(enter), range(8)))  # type: ignore[operator]
    return most[0]


def test_no_two_threads_lay_out_at_once() -> None:
    assert overlaps(one_at_a_time) == 1


def test_without_turns_they_would() -> None:
    assert overlaps(lambda work: work) > 1


def test_four_threads_make_the_bytes_of_one() -> None:
    def letter(number: int) -> bytes:
        return pdf.render(TWIN, contexts.letter_context(number, 3), title="T").data

    alone = [letter(number) for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(letter, range(8))) == alone


def test_a_process_forked_while_another_thread_lays_out_has_its_turn() -> None:
    @one_at_a_time
    def forked() -> int:
        with ThreadPoolExecutor(1) as threads:
            return threads.submit(_child).result()

    assert forked() == 0


def _child() -> int:
    pid = os.fork()
    if pid == 0:
        signal.alarm(5)
        os._exit(one_at_a_time(lambda: 0)())
    return os.waitpid(pid, 0)[1]
