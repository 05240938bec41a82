"""Every page is listed with who may use it; what is not listed is used by nobody."""

import pytest
from flask import Flask

from app.web import access
from app.web.access import WHO_MAY
from tests.web.office import Browser

SAMPLES = {
    "ref": "x" * 20, "number": "1", "item": "y" * 20, "token": "t", "version": "0", "name": "a.css",
    "key": "z" * 24, "which": "new",
}  # fmt: skip
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def routes(app: Flask) -> dict[str, list[str]]:
    """Every endpoint with its addresses, invented values filled in."""
    found: dict[str, list[str]] = {}
    for rule in app.url_map.iter_rules():
        values = {name: SAMPLES[name] for name in rule.arguments}
        built = rule.build(values, append_unknown=False)
        assert built is not None
        found.setdefault(rule.endpoint, []).append(built[1])
    return found


def test_every_route_is_listed_and_every_line_is_a_route(app: Flask) -> None:
    assert set(routes(app)) == set(WHO_MAY)


def test_a_stranger_is_turned_away_from_every_page_of_the_office(app: Flask, stranger: Browser) -> None:
    for endpoint, addresses in routes(app).items():
        if WHO_MAY[endpoint] == "anyone":
            continue
        for address in addresses:
            for method in METHODS:
                response = stranger.client.open(address, method=method)
                assert response.status_code == 403, (method, address, response.status_code)
                assert "Draftwell" not in response.text


def test_the_pages_for_anyone_need_nobody(stranger: Browser) -> None:
    for address in ("/in/anything", "/away", "/leaving"):
        stranger.get(address)


def test_a_page_that_is_not_listed_is_used_by_nobody(
    app: Flask, owner: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with its line gone, the home page turns even the owner away."""
    owner.get("/")
    monkeypatch.delitem(access.WHO_MAY, "home.drafts")
    owner.get("/", status=403)


def test_an_address_that_is_none_is_no_different_to_a_stranger(stranger: Browser) -> None:
    unknown = stranger.client.get("/nothing/here")
    known = stranger.client.get("/o")
    assert (unknown.status_code, unknown.data) == (known.status_code, known.data)


def test_a_draft_that_is_not_there_is_a_sentence(owner: Browser) -> None:
    for rest in (
        "",
        "/c",
        "/e",
        "/r",
        "/p",
        "/a",
        "/v",
        "/n",
        "/x",
        "/1",
        "/1/item",
        "/p/1",
        "/r/1",
        "/1/t",
        "/1/item/x",
    ):
        page = owner.get(f"/d/{'x' * 20}{rest}", status=404)
        assert "There is nothing here" in page.words


def test_another_persons_draft_is_like_one_that_never_was(app: Flask, owner: Browser, desk: object) -> None:
    from app.casework import people
    from tests.web.office import ref_of

    mine = ref_of(owner.start("web/kinds"))
    other = people.create_owner(desk, "Somebody Else")  # type: ignore[arg-type]
    there = Browser(app)
    token = people.sign_in_link(desk, other.id)  # type: ignore[arg-type]
    there.send(there.get(f"/in/{token}"), do="")
    for rest in ("", "/c", "/1", "/p", "/v", "/x"):
        theirs = there.client.get(f"/d/{mine}{rest}")
        never = there.client.get(f"/d/{'z' * 20}{rest}")
        assert (theirs.status_code, theirs.data) == (never.status_code, never.data)
