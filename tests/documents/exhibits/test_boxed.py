"""The upload guard at work in a child of the box, whose walls and memory are enough for it and no more."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.documents.box import Box, Job
from app.documents.exhibits import admission
from app.documents.exhibits.refusals import NotAdmitted
from tests.documents.exhibits import foreign

ROOT = Path(__file__).resolve().parents[3]
JOB = Job(ROOT, "mo/wage_claim", EMPTY, NO_OFFICE, date(2026, 3, 2))


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    """One child with the limits of the product."""
    with Box(1) as one:
        yield one


@pytest.mark.parametrize(
    "data",
    [foreign.pdf(), foreign.turned_jpeg(), foreign.picture("PNG", "P"), foreign.picture("JPEG", "CMYK")],
)
def test_a_child_makes_what_this_process_makes(box: Box, data: bytes) -> None:
    assert box.run(JOB, admission.admitted, "1", "x", data) == admission.admit("1", "x", data)


def test_the_largest_photograph_fits_into_the_memory_of_a_child(box: Box) -> None:
    data = foreign.picture(size=(8000, 6000))
    assert Image.MAX_IMAGE_PIXELS
    assert box.run(JOB, admission.admitted, "1", "x", data).pages == 1


def test_a_refusal_arrives_with_its_sentence(box: Box) -> None:
    with pytest.raises(NotAdmitted, match="unpacks to more"):
        box.run(JOB, admission.admitted, "1", "x", foreign.bomb())
