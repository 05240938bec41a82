"""How much a page takes: the limit to the character, and one sentence beyond it."""

import pytest

from app.casework.desk import Desk
from app.web import limits
from tests.web.office import Browser, place, seed
from tests.web.pages import Page


def post(owner: Browser, page: Page, size: int) -> int:
    """The status of a form of exactly this many bytes."""
    fields = {**page.fields(), "do": "repeat", "times": "0"}
    body = "&".join(f"{name}={value}" for name, value in fields.items()) + "&a0="
    body += "x" * (size - len(body))
    answer = owner.client.post(page.address, data=body, content_type="application/x-www-form-urlencoded")
    assert "Traceback" not in answer.text
    if answer.status_code == 413:
        assert "too long to be taken" in answer.text
    return answer.status_code


@pytest.mark.parametrize(
    ("form", "name", "limit", "under"),
    [
        ("web/kinds", "word", limits.ANSWER, 422),
        ("web/kinds", "story", limits.STORY, 422),
        ("web/lists", "weeks", limits.TABLE, 422),
    ],
)
def test_a_page_takes_its_limit_and_not_a_byte_more(
    owner: Browser, desk: Desk, form: str, name: str, limit: int, under: int
) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{seed(desk, form)}"), name))
    assert post(owner, page, limit - 1) == under
    assert post(owner, page, limit) == under
    assert post(owner, page, limit + 1) == 413


def test_rows_to_paste_may_be_a_megabyte(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{seed(desk, 'web/lists')}"), "weeks") + "/t")
    assert post(owner, page, limits.TABLE) == 422
    assert post(owner, page, limits.TABLE + 1) == 413


@pytest.mark.parametrize("sign", ["x", "é", "漢", "🙂"])
def test_a_story_of_20000_signs_of_any_script_is_taken_and_one_more_is_not(
    owner: Browser, desk: Desk, sign: str
) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{seed(desk, 'web/kinds')}"), "story"))
    owner.send(page, {"a0": sign * 20_000})
    again = owner.send(owner.get(page.address), {"a0": sign * 20_001}, status=422)
    assert "shorten it to 20,000" in again.errors[0]


def test_a_stranger_cannot_make_the_server_read_much(stranger: Browser) -> None:
    answer = stranger.client.post("/d", data={"a0": "x" * 2_000_000})
    assert answer.status_code == 403
    assert "xxx" not in answer.text
