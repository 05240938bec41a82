"""A box with small limits, and jobs for it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.documents.box import Box, Job, Limits
from tests.documents.box import acts

ROOT = Path(__file__).resolve().parents[3]
ACTS = "tests.documents.box.acts"
SMALL = Limits(seconds=6, cpu_seconds=1, memory=256 << 20, output=1 << 20)


@pytest.fixture(scope="session")
def job() -> Job:
    return Job(ROOT, "mo/wage_claim", EMPTY, NO_OFFICE, date(2026, 3, 2))


def warm(box: Box, job: Job, processes: int) -> None:
    """Wait until every child has its warm-up behind it, which counts for no job."""
    for ticket in [box.send(job, acts.sleeping, 1) for _ in range(processes)]:
        ticket.result()


@pytest.fixture(scope="module")
def small(job: Job) -> Iterator[Box]:
    """Two children with small limits."""
    with Box(2, SMALL, (ACTS,)) as box:
        warm(box, job, 2)
        yield box


@pytest.fixture(scope="module")
def wide() -> Iterator[Box]:
    """One child without walls, and limits that are not reached: the control."""
    with Box(1, Limits(walls=False, memory=4 << 30, output=200 << 20), (ACTS,)) as box:
        yield box
