"""No input breaks a page: whatever arrives is taken whole or answered with a sentence."""

import string
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.casework import drafting, people
from app.casework.desk import Desk
from tests.web.office import Browser, form_of, place, seed
from tests.web.pages import Page

REUSED = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)
HOSTILE = [
    b"%ED%A0%80",
    b"%ED%BF%BF",
    b"%00",
    b"%07",
    b"%1B[31m",
    b"%EF%BF%BE",
    b"%EF%B7%90x%EF%B7%91",
    b"%E2%80%AE",
    b"%FF%FE",
    b"%C0%80",
    b"%F4%90%80%80",
    quote_from_bytes(b"{{ x }}{% y %}{_{ z").encode(),
    b"%3Cb%3E%26amp%3B",
    b"%0D%0ASet-Cookie%3A%20x",
    b"x" * 7_000,
    b"%",
    b"%zz",
    b"%25%7B%7D%24%7B",
]
"""Half characters, controls, noncharacters, turned directions, broken UTF-8, template marks, headers."""


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_bytes_in_every_box_are_a_sentence_or_kept(owner: Browser, desk: Desk, raw: bytes) -> None:
    ref = seed(desk, "web/kinds")
    home = owner.get(f"/d/{ref}")
    for question in form_of(desk, "web/kinds").questions():
        if question.kind_name == "notice" or question.path == "what":
            continue
        page = owner.get(place(desk, home, question.path))
        body = "&".join(f"{name}={value}" for name, value in {**page.fields(), "do": "save"}.items()).encode()
        for index in range(len(question.kind.fields(question.settings))):
            body += f"&a{index}=".encode() + raw
        answer = owner.client.post(page.address, data=body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in (303, 422), (question.path, answer.status_code)
        if answer.status_code == 422:
            assert Page(answer, page.address).errors


def test_hostile_bytes_in_every_cell_are_a_sentence_or_kept(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{seed(desk, 'web/lists')}"), "weeks"))
    for raw in HOSTILE:
        names = [each for each in page.all("//main//@name") if each[0] == "c" and each[1].isdigit()]
        body = "&".join(f"{name}={value}" for name, value in {**page.fields(), "do": "done"}.items()).encode()
        body += b"".join(f"&{name}=".encode() + raw for name in names)
        answer = owner.client.post(page.address, data=body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in (422, 413), raw
        Page(answer, page.address)


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_bytes_in_names_reasons_and_rows_are_a_sentence(
    owner: Browser, desk: Desk, raw: bytes
) -> None:
    ref = seed(desk, "web/kinds")
    lists = seed(desk, "web/lists")
    addresses = [f"/d/{ref}/n", "/o", place(desk, owner.get(f"/d/{lists}"), "weeks") + "/t"]
    for address in addresses:
        page = owner.get(address)
        names = [each.get("name") for each in page.all("//main//input[@type='text'] | //main//textarea")]
        body = "&".join(f"{name}={value}" for name, value in page.fields().items()).encode()
        body += b"".join(f"&{name}=".encode() + raw for name in names)
        answer = owner.client.post(address, data=body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code in (303, 413, 422), (address, answer.status_code)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.text(
    string.printable, max_size=50
)


@REUSED
@given(text=TEXT)
def test_every_typed_line_is_kept_whole_or_refused(owner: Browser, desk: Desk, text: str) -> None:
    from app.core.wording import normalised

    page = owner.begin("web/kinds")
    answer = owner.client.post(page.address, data={**page.fields(), "a0": text, "do": "save"})
    ref = page.address.split("/")[2]
    saved = drafting.open_draft(desk, people.owner(desk).who, ref).answers.get("word")
    if answer.status_code == 303:
        assert saved is not None
        assert saved.value == normalised(text)
    else:
        assert answer.status_code == 422
        assert Page(answer, page.address).errors
        assert saved is None


@REUSED
@given(
    st.dictionaries(
        st.sampled_from(["a0", "do", "b", "key", "revision", "was", "rows", "times", "first"]), TEXT
    )
)
def test_no_field_of_a_form_breaks_a_page(owner: Browser, desk: Desk, data: dict[str, Any]) -> None:
    for name in ("web/kinds", "web/lists"):
        page = owner.begin(name)
        csrf = page.fields()["csrf"]
        for path in ("word",) if name == "web/kinds" else ("things", "weeks"):
            answer = owner.client.post(place(desk, page, path), data={**data, "csrf": csrf})
            assert answer.status_code in (303, 409, 422), (path, answer.status_code)


@REUSED
@given(st.text(string.printable + "äß漢", max_size=40))
def test_no_address_breaks_the_server(owner: Browser, text: str) -> None:
    from urllib.parse import quote

    for prefix in ("/", "/d/", "/in/", "/s/", "/d/x/", "/d/x/1/"):
        assert owner.client.get(prefix + quote(text, safe="/?&=")).status_code in (
            200,
            303,
            308,
            404,
            403,
            405,
        )
