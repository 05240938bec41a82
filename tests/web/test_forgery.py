"""No form that did not come from a page of this session changes anything."""

from typing import Any

import pytest
from flask import Flask

from app.casework import drafting, people
from app.casework.desk import Desk
from app.store import journal
from app.web import access
from tests.web.office import Browser, place, seed, signed_in


def posts(app: Flask, desk: Desk, owner: Browser) -> list[str]:
    """An address for every route that takes a form and is for people signed in."""
    ref = seed(desk, "web/lists")
    home = owner.get(f"/d/{ref}")
    filled = {
        "home.start": "/d",
        "home.rename": f"/d/{ref}/n",
        "home.delete": f"/d/{ref}/x",
        "question.page": place(desk, home, "opening"),
        "question.about_item": place(desk, home, "things.what", "1things"),
        "listing.remove": place(desk, home, "things", "1things") + "/x",
        "table.paste": place(desk, home, "weeks") + "/t",
        "review.lift": f"/d/{ref}/r/1",
        "exhibits.change": f"/d/{ref}/e/1things",
        "papers.download": f"/d/{ref}/p",
        "approve.decide": f"/d/{ref}/v",
        "approve.download": f"/d/{ref}/v/f",
        "office.page": "/o",
        "templates_pages.bring": "/t/z",
        "templates_pages.decide": "/w/z",
        "entrance.sign_out": "/out",
    }
    wanted = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.methods and "POST" in rule.methods and access.WHO_MAY[rule.endpoint] == "signed in"
    }
    assert wanted == set(filled)
    return list(filled.values())


def head(desk: Desk) -> Any:
    with desk.store.reading() as t:
        return journal.head(t)


def test_no_route_does_anything_for_a_forged_form(owner: Browser, app: Flask, desk: Desk) -> None:
    addresses = posts(app, desk, owner)
    other = signed_in(app, desk).get("/").fields()["csrf"]
    own = owner.get("/").fields()["csrf"]
    before = head(desk)
    for address in addresses:
        for given in ({}, {"csrf": ""}, {"csrf": other}, {"csrf": own[:-1]}, {"csrf": "é"}):
            answer = owner.client.post(address, data={**given, "a0": "forged", "do": "save"})
            assert answer.status_code == 403, address
        json = owner.client.post(address, json={"csrf": own})
        plain = owner.client.post(address, data=f"csrf={own}", content_type="text/plain")
        assert (json.status_code, plain.status_code) == (403, 403), address
        for site in ("cross-site", "same-site"):
            headers = {"Sec-Fetch-Site": site}
            assert owner.client.post(address, data={"csrf": own}, headers=headers).status_code == 403
    assert head(desk) == before


def test_without_the_check_the_same_forged_form_would_work(
    owner: Browser, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(access, "_from_our_form", lambda: None)
    owner.client.post("/d", data={"a0": "forged", "a1": "web/kinds"})
    assert [each.title for each in drafting.listed(desk, people.owner(desk).who)] == ["forged"]


def test_a_page_from_before_the_last_sign_in_says_so_and_keeps_the_words(owner: Browser, desk: Desk) -> None:
    page = owner.begin("web/kinds")
    token = people.sign_in_link(desk, people.owner(desk).id)
    owner.send(owner.get(f"/in/{token}"), do="")
    stale = owner.send(page, {"a0": "Words that took a while"}, status=403)
    assert "before you last signed in" in stale.words
    assert "Words that took a while" in stale.words


def test_a_link_is_not_redeemed_for_another_site(stranger: Browser, desk: Desk) -> None:
    token = people.sign_in_link(desk, people.owner(desk).id)
    answer = stranger.client.post(f"/in/{token}", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    stranger.send(stranger.get(f"/in/{token}"), do="")
