"""A real Chromium at a real server, with the product's own forms."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from app.casework import people
from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store
from app.web import entrance
from app.web.application import make
from tests.web.office import ROOT, believed_clean, served

CHROMIUM = shutil.which("chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.filterwarnings("default"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    assert CHROMIUM, "the browser tests need Debian's chromium"
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-quic"]
    return {"executable_path": CHROMIUM, "args": arguments}


@pytest.fixture
def root() -> Path:
    """Where the forms are; modules that do with the small ones say so."""
    return ROOT


@pytest.fixture
def desk(tmp_path: Path, root: Path) -> Iterator[Desk]:
    settings = Settings(data=tmp_path / "data", key_file=tmp_path / "key" / "master.key")
    store = open_store(settings)
    sample = (ROOT / "office.example.yaml").read_text("utf-8")
    kept = [line for line in sample.splitlines() if not line.startswith("exit address:")]
    (settings.data / "office.yaml").write_text("\n".join(kept), "utf-8")
    desk = Desk(store, root, settings.data)
    if root == ROOT:
        believed_clean(desk)
    yield desk
    store.close()


@pytest.fixture
def site(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running server; leaving leads to its own plain page, since tests have no network."""
    with served(make(desk)) as port:
        address = f"http://127.0.0.1:{port}"
        monkeypatch.setattr(entrance, "DEFAULT_EXIT", f"{address}/away")
        yield address


Open = Callable[..., Page]


@pytest.fixture
def signed_in(browser: Browser, site: str, desk: Desk) -> Iterator[Open]:
    """Opens a page of somebody signed in; whatever the browser complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(base_url=site, **options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"/in/{people.sign_in_link(desk, people.owner(desk).id)}")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{site}/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    expected = ("status of 4", "ERR_CONNECTION_REFUSED", "ERR_INTERNET_DISCONNECTED", "ERR_FAILED")
    assert [each for each in complaints if not any(words in each for words in expected)] == []
