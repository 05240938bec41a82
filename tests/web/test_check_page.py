"""The page of the forms and their check; a form with mistakes is not offered until they are mended."""

import shutil
import time
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.casework import checked, checked_kept, checked_package, drafting, people, template_check
from app.casework.checked import Order
from app.casework.checked_kept import Result
from app.casework.desk import Desk
from app.documents.errors import DocumentError
from tests.web.office import FORMS, Browser, ref_of, seed

KINDS = "questionnaires/web/kinds.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout of two forms that a test may break."""
    root = tmp_path / "root"
    (root / "questionnaires/web").mkdir(parents=True)
    for name in ("kinds", "lists"):
        shutil.copy(FORMS / f"questionnaires/web/{name}.yaml", root / "questionnaires/web")
    return root


def broken(root: Path, before: str = "review by: 2099-01-01\n", after: str = "") -> None:
    path = root / KINDS
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(autouse=True)
def unbelieved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """These forms are checked in earnest, as by a process that has just begun."""
    shutil.rmtree(desk.data / checked_kept.FOLDER)
    monkeypatch.setattr(checked, "_known", {})
    monkeypatch.setattr(checked, "_asked", set())
    monkeypatch.setattr(checked, "_orders", SimpleQueue())


def offered(owner: Browser) -> list[str]:
    return [str(value) for value in owner.get("/").all("//input[@name='a1']/@value")]


def test_forms_without_a_mistake_are_offered_and_said_to_be(owner: Browser) -> None:
    assert offered(owner) == ["web/kinds", "web/lists"]
    page = owner.get("/f")
    assert page.words.count("Offered") == 2
    assert page.words.count("Nothing was found.") >= 2


def test_a_form_with_a_mistake_is_not_offered_and_the_page_says_where_and_why(
    owner: Browser, root: Path
) -> None:
    broken(root)
    assert offered(owner) == ["web/lists"]
    assert "Every kind (has mistakes)" in owner.get("/").words
    words = owner.get("/f").words
    assert "Not offered" in words
    assert "The form needs `review by:`" in words
    assert KINDS in words


def test_a_form_that_does_not_load_stands_on_the_page_with_its_place(owner: Browser, root: Path) -> None:
    broken(root, "kind: phone", "kind: phon")
    assert offered(owner) == ["web/lists"]
    assert f"{KINDS}:" in owner.get("/f").words


def test_starting_with_a_form_that_has_mistakes_is_refused_with_what_to_do(
    owner: Browser, desk: Desk, root: Path
) -> None:
    page = owner.get("/")
    broken(root)
    refused = owner.send(page, {"a0": "R. S.", "a1": "web/kinds"}, do="", status=422)
    assert refused.errors == ["“Every kind” has mistakes; mend what the page Forms lists, then start it."]
    assert drafting.listed(desk, people.owner(desk).who) == ()


def test_a_mended_form_is_offered_again(owner: Browser, root: Path) -> None:
    broken(root)
    assert offered(owner) == ["web/lists"]
    broken(root, "authority:", "review by: 2099-01-01\nauthority:")
    assert offered(owner) == ["web/kinds", "web/lists"]


def test_a_draft_goes_on_while_its_form_is_not_offered(owner: Browser, desk: Desk, root: Path) -> None:
    ref = seed(desk, "web/kinds")
    broken(root)
    assert ref_of(owner.get(f"/d/{ref}")) == ref
    assert "Every kind" in owner.get("/").words


def test_what_is_due_keeps_no_form_from_being_offered(owner: Browser, root: Path) -> None:
    broken(root, "2099-01-01", "2026-01-01")
    assert offered(owner) == ["web/kinds", "web/lists"]
    assert "The form was to be read again by an attorney by 2026-01-01" in owner.get("/f").words


def test_a_form_is_said_to_be_checked_until_the_background_has_done_so(
    owner: Browser, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(desk.data / checked_kept.FOLDER)
    monkeypatch.setattr(checked, "_known", {})
    monkeypatch.setattr(checked, "_worker", [None])
    page = owner.get("/f")
    assert page.words.count("Being checked") >= 2
    assert offered(owner) == []
    home = owner.get("/")
    assert "The forms are being checked." in home.words


def test_the_background_checks_in_a_child_and_a_restart_finds_what_it_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked, "_known", {})
    monkeypatch.setattr(checked, "_worker", [])
    checked.begin(desk)
    ends = time.monotonic() + 60
    while checked.faults(desk, "web/lists") is None and time.monotonic() < ends:
        time.sleep(0.1)
    assert checked.faults(desk, "web/lists") == ()
    monkeypatch.setattr(checked, "_known", {})
    monkeypatch.setattr(checked, "_worker", [None])
    assert checked.faults(desk, "web/lists") == ()


def test_what_was_kept_of_other_files_is_not_taken_for_these(desk: Desk, root: Path) -> None:
    checked.faults(desk, "web/kinds")
    broken(root)
    assert any(fault.level == "mistake" for fault in checked.faults(desk, "web/kinds") or ())


def test_a_kept_result_that_cannot_be_read_is_found_out_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked.faults(desk, "web/kinds")
    (desk.data / checked_kept.FOLDER / "web-kinds.json").write_text("{", "utf-8")
    monkeypatch.setattr(checked, "_known", {})
    assert checked.faults(desk, "web/kinds") == ()


def order(desk: Desk, digest: str = "") -> Order:
    name = "web/lists"
    return Order(desk.root, desk.data, name, desk.today, digest or checked_package.digest(desk.root, name))


@pytest.mark.parametrize("problem", [DocumentError("It takes too long."), RuntimeError("7")])
def test_a_check_that_cannot_come_to_its_end_keeps_the_form_back_with_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    failing(monkeypatch, problem)
    checked.work(order(desk))
    (fault,) = checked.faults(desk, "web/lists") or ()
    assert fault.level == "mistake"
    assert fault.sentence.startswith("The form could not be checked to its end.")


def test_what_broke_off_is_forgotten_by_the_next_process_and_undoes_no_earlier_result(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(desk.data / checked_kept.FOLDER, ignore_errors=True)
    monkeypatch.setattr(checked, "_known", {})
    failing(monkeypatch, DocumentError("It was ended."))
    checked.work(order(desk))
    assert checked_kept.read(desk.data, "web/lists") is None
    known = Result(order(desk).digest, desk.today, ())
    monkeypatch.setattr(checked, "_known", {known.digest: known})
    checked.work(order(desk))
    assert checked.faults(desk, "web/lists") == ()


def test_a_form_that_is_changed_while_it_is_checked_keeps_no_result(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checked, "_known", {})
    checked.work(order(desk, "a print of before"))
    assert checked._known == {}


def failing(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    def faults(*_: object) -> None:
        raise problem

    monkeypatch.setattr(checked, "_known", {})
    monkeypatch.setattr(template_check, "faults", faults)
