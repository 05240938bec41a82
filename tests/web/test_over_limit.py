"""A paper that cannot be made within its limits: a calm page with one sentence, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.desk import Desk
from app.documents import box
from app.documents.box import Box, Limits
from tests.web.office import ROOT, Browser, seed

FORM = "mo/wage_claim"


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def ref(desk: Desk) -> str:
    return seed(desk, FORM)


@pytest.fixture
def _hurried() -> Iterator[None]:
    """In the place of this process's own box one that gives no job the time it needs."""
    box.end()
    with Box(1, Limits(cpu_seconds=0.001)) as hurried:
        box._boxes.append(hurried)
        yield
    box.end()


@pytest.mark.usefixtures("_hurried")
def test_a_download_that_takes_too_long_is_told_in_one_sentence(owner: Browser, ref: str) -> None:
    page = owner.get(f"/d/{ref}/p")
    token = page.all("//main//form//input[@name='csrf']/@value")[0]
    answer = owner.client.post(f"/d/{ref}/p", data={"csrf": token, "file": "demand_letter.pdf"})
    assert answer.status_code == 503
    assert "of work; shorten the longest answers" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.usefixtures("_hurried")
def test_a_preview_that_takes_too_long_leaves_the_answers_in_reach(owner: Browser, ref: str) -> None:
    page = owner.get(f"/d/{ref}/p/1")
    assert "of work; shorten the longest answers" in page.words
    assert "Riverbend" in owner.get(f"/d/{ref}/c").words


def test_with_time_enough_the_same_paper_is_shown(owner: Browser, ref: str) -> None:
    assert "of work; shorten" not in owner.get(f"/d/{ref}/p/1").words
