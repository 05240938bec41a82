"""The exact headers of every answer, whatever its status, and of the server's own error answers."""

import http.client
import socket
from collections.abc import Iterator

import pytest
from flask import Flask

from app.casework.desk import Desk
from app.web import headers, static_files
from app.web.application import make
from tests.web.office import Browser, ref_of, served
from tests.web.pages import check_headers

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


def test_the_policy_is_the_one_written_down() -> None:
    assert headers.CONTENT_SECURITY == POLICY
    assert headers.EVERYWHERE["Cache-Control"] == "no-store"
    assert headers.EVERYWHERE["Referrer-Policy"] == "no-referrer"
    assert headers.EVERYWHERE["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_every_status_carries_every_header(
    owner: Browser, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = ref_of(owner.start("web/kinds"))
    data = owner.get("/").fields()
    client, seen = owner.client, set()

    def broken(*_: object) -> None:
        raise RuntimeError("a planted fault")

    answers = [
        client.get("/"),
        client.get(f"/d/{ref}/x"),
        client.get(f"/d/{ref}/999"),
        client.get("/nothing"),
        client.post("/"),
        client.post("/d", data={"csrf": "wrong"}),
        client.post("/d", data={**data, "a0": ""}),
        client.post("/d", data={**data, "a0": "x" * 70_000}),
        client.post("/d", data={**data, "a0": "Another", "a1": "web/kinds"}),
        client.get("/", base_url="http://elsewhere.example.org"),
        client.get("/exit"),
        client.get("/"),
    ]
    monkeypatch.setattr("app.casework.people.session", broken)
    answers.append(client.get("/"))
    for answer in answers:
        seen.add(answer.status_code)
        check_headers(answer)
        for name, value in headers.EVERYWHERE.items():
            assert answer.headers.get(name) == value, (answer.status_code, name)
    assert {200, 303, 403, 404, 405, 413, 422} <= seen


def test_a_fault_is_a_calm_page_without_a_trace(owner: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a planted fault with a fact")

    monkeypatch.setattr("app.casework.drafting.listed", broken)
    page = owner.get("/", status=500)
    assert "Something went wrong on our side" in page.words
    assert "planted" not in page.text


def test_styles_and_scripts_may_be_kept_for_ever(stranger: Browser) -> None:
    for name in ("pages.css", "pages.js", "icon.svg", "vendor/govuk-frontend.min.css"):
        with stranger.client.get(static_files.address(name)) as answer:
            assert answer.status_code == 200
            assert answer.headers["Cache-Control"] == headers.FOR_EVER
            assert answer.headers["Content-Security-Policy"] == POLICY
            assert "Set-Cookie" not in answer.headers


def test_an_older_address_of_a_style_is_gone(stranger: Browser) -> None:
    assert stranger.client.get("/s/0000/pages.css").status_code == 404


def test_behind_https_browsers_are_told_to_stay_with_it(desk: Desk) -> None:
    answer = make(desk, https=True, host="0.0.0.0").test_client().get("/")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


@pytest.fixture
def port(app: Flask) -> Iterator[int]:
    """The port of a real server."""
    with served(app) as number:
        yield number


@pytest.mark.parametrize(
    "request_line",
    [b"GARBAGE\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n"],
)
def test_even_what_is_no_request_gets_every_header(port: int, request_line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request_line)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert answer.status >= 400
        for name, value in headers.EVERYWHERE.items():
            assert answer.getheader(name) == value
        assert answer.getheader("Server") is None


def test_a_body_far_beyond_the_limit_is_turned_away_with_every_header(port: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest("POST", "/d")
    connection.putheader("Content-Length", str(50_000_000))
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert answer.getheader("Content-Security-Policy") == POLICY
    connection.close()
