"""What was acknowledged is there after kill -9 at any moment, whole and soon; DRAFTWELL_KILLS counts."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.config import Settings
from app.store import answers, drafts, journal
from app.store.store import Store, open_store
from app.store.who import Who
from tests.store.conftest import NOW

WRITERS = 8
ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("DRAFTWELL_KILLS", "8"))


@pytest.fixture
def homes(store: Store, owner: Who) -> list[str]:
    """A draft for every writer, in a store that is closed again."""
    with store.transaction() as t:
        made = [drafts.start(t, owner, "mo/wage_claim", f"Writer {i}", NOW).id for i in range(WRITERS)]
    store.close()
    return made


def killed(
    settings: Settings, owner: Who, homes: list[str], when: str, seconds: float
) -> set[tuple[str, int]]:
    """Run the writers, kill them this long after the first acknowledgement, and return all of those."""
    arguments = [str(settings.data), str(settings.key_file), when, owner.id, *homes]
    writers = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("writers.py")), *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert writers.stdout is not None
    first = writers.stdout.readline()
    time.sleep(seconds)
    writers.send_signal(signal.SIGKILL)
    rest = writers.stdout.read()
    writers.stdout.close()
    writers.wait()
    said = [line.split() for line in (first + rest).decode().splitlines()]
    return {(draft, int(number)) for draft, number in said}


def kept(settings: Settings, owner: Who, homes: list[str]) -> set[tuple[str, int]]:
    """Open what is left, see that nothing is half there, and return every number saved."""
    started = time.monotonic()
    store = open_store(settings)
    assert time.monotonic() - started < 5
    with store.reading() as t:
        found = {draft: answers.load(t, owner, draft) for draft in homes}
        assert journal.verify(t) == sum(saved.revision for saved in found.values())
    store.close()
    for saved in found.values():
        numbers = [item.position for item in saved.items]
        assert numbers == list(range(saved.revision))
        assert sorted(str(answer.raw) for answer in saved.answers) == sorted(2 * [str(n) for n in numbers])
    return {(draft, item.position) for draft, saved in found.items() for item in saved.items}


def lost(settings: Settings, owner: Who, homes: list[str], when: str, seed: int) -> int:
    """Return how many acknowledged numbers a kill at a random moment lost."""
    said = killed(settings, owner, homes, when, random.Random(seed).uniform(0, 0.4))
    return len(said - kept(settings, owner, homes))


def test_kill_9_loses_nothing_acknowledged(settings: Settings, owner: Who, homes: list[str]) -> None:
    assert [lost(settings, owner, homes, "late", seed) for seed in range(KILLS)] == [0] * KILLS


def test_acknowledging_before_the_commit_would_lose_something(
    settings: Settings, owner: Who, homes: list[str]
) -> None:
    assert any(lost(settings, owner, homes, "early", seed) for seed in range(12))


@pytest.mark.proof
def test_two_hundred_kills_lose_nothing_acknowledged(
    settings: Settings, owner: Who, homes: list[str]
) -> None:
    assert [lost(settings, owner, homes, "late", seed) for seed in range(200)] == [0] * 200
