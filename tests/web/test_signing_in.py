"""Signing in by a link that works once, and sessions that die when told."""

from datetime import timedelta

import pytest
from flask import Flask

from app.casework import people
from app.casework.desk import Desk
from app.web.application import make
from tests.web.office import Browser, Clock, signed_in


def link(desk: Desk) -> str:
    return f"/in/{people.sign_in_link(desk, people.owner(desk).id)}"


def test_a_link_signs_in_once(stranger: Browser, app: Flask, desk: Desk) -> None:
    address = link(desk)
    assert stranger.send(stranger.get(address), do="").heading == "Drafts"
    other = Browser(app)
    page = other.send(other.get(address), do="", status=403)
    assert "does not work any more" in page.words


def test_looking_at_a_link_does_not_use_it_up(stranger: Browser, desk: Desk) -> None:
    address = link(desk)
    for _ in range(3):
        stranger.get(address)
    assert stranger.send(stranger.get(address), do="").heading == "Drafts"


def test_a_link_is_over_after_a_quarter_of_an_hour(stranger: Browser, desk: Desk, clock: Clock) -> None:
    address = link(desk)
    clock.pass_by(minutes=15)
    stranger.send(stranger.get(address), do="", status=403)


def test_the_cookie_is_for_this_server_alone(stranger: Browser, desk: Desk) -> None:
    answer = stranger.client.post(link(desk))
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("s=")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie


def test_behind_https_the_cookie_is_bound_to_the_host(desk: Desk) -> None:
    client = make(desk, https=True, host="0.0.0.0").test_client()
    cookie = client.post(link(desk), base_url="https://office.example.org").headers["Set-Cookie"]
    assert cookie.startswith("__Host-s=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))


def test_a_cookie_set_beforehand_is_never_taken_over(stranger: Browser, desk: Desk) -> None:
    stranger.client.set_cookie("s", "chosen-by-somebody-else")
    cookie = stranger.client.post(link(desk)).headers["Set-Cookie"]
    assert "chosen-by-somebody-else" not in cookie


@pytest.mark.parametrize("way", ["/out", "/exit"])
def test_a_cookie_copied_before_signing_out_is_dead_after(owner: Browser, app: Flask, way: str) -> None:
    cookie = owner.client.get_cookie("s")
    assert cookie is not None
    thief = app.test_client()
    thief.set_cookie("s", cookie.value)
    assert thief.get("/").status_code == 200
    if way == "/out":
        owner.client.post("/out", data=owner.get("/").fields(owner.get("/").one("//nav//form")))
    else:
        owner.client.get("/exit")
    assert thief.get("/").status_code == 403


def test_an_idle_session_ends(owner: Browser, clock: Clock) -> None:
    clock.pass_by(minutes=14)
    owner.get("/")
    clock.pass_by(minutes=14)
    owner.get("/")
    clock.pass_by(minutes=15)
    owner.get("/", status=403)


def test_no_session_outlasts_eight_hours(owner: Browser, clock: Clock) -> None:
    end = clock.now + timedelta(hours=8)
    while clock.now + timedelta(minutes=10) < end:
        clock.pass_by(minutes=10)
        owner.get("/")
    clock.pass_by(minutes=10)
    owner.get("/", status=403)


def test_a_disabled_person_is_out_at_once(owner: Browser, desk: Desk) -> None:
    people.disable(desk, people.owner(desk).id)
    owner.get("/", status=403)


def test_leaving_ends_the_session_and_leads_to_the_offices_address(owner: Browser) -> None:
    answer = owner.client.get("/exit")
    assert (answer.status_code, answer.headers["Location"]) == (303, "https://www.weather.gov/")
    assert answer.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert "s=;" in answer.headers["Set-Cookie"]
    owner.get("/", status=403)


def test_a_foreign_site_cannot_sign_anybody_out(owner: Browser) -> None:
    answer = owner.client.get("/exit", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    owner.get("/")


def test_leaving_works_for_somebody_who_is_signed_out_already(stranger: Browser) -> None:
    assert stranger.client.get("/exit").status_code == 303


def test_the_signed_out_page_says_nothing(stranger: Browser) -> None:
    page = stranger.get("/", status=403)
    assert "Draftwell" not in page.text
    assert page.heading == "You are signed out"


def test_signing_in_again_ends_the_session_before(owner: Browser, app: Flask, desk: Desk) -> None:
    cookie = owner.client.get_cookie("s")
    assert cookie is not None
    owner.send(owner.get(link(desk)), do="")
    thief = app.test_client()
    thief.set_cookie("s", cookie.value)
    assert thief.get("/").status_code == 403


def test_what_was_typed_is_not_lost_with_the_session(owner: Browser, clock: Clock) -> None:
    page = owner.begin("web/kinds")
    clock.pass_by(minutes=16)
    gone = owner.send(page, {"a0": "A long story that took a while"}, status=403)
    assert "A long story that took a while" in gone.words
    assert gone.heading == "You are signed out"


def test_two_people_are_signed_in_side_by_side(app: Flask, desk: Desk) -> None:
    signed_in(app, desk).get("/")
    signed_in(app, desk).get("/")
