"""A changed template: checked and compared when it is brought, in force only by a second person’s act."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework import people, template_decisions, template_marking, template_putting, templating
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.core.kinds import Refused
from app.documents import package, twin
from app.documents.incoming import NotTaken
from app.store import journal
from app.store.who import Who
from tests.casework import proposed

NAME, BAR = "Morgan Tessel", "99901"
PLAIN = Stamp()


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return proposed.begun(tmp_path_factory.mktemp("begun"))


@pytest.fixture(scope="module")
def mistaken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return proposed.begun(tmp_path_factory.mktemp("mistaken"), "{{ job }}", "{{ shelter }}")


@pytest.fixture
def desk(begun: Path, tmp_path: Path) -> Iterator[Desk]:
    found = proposed.opened(Path(shutil.copytree(begun, tmp_path / "office")))
    yield found
    found.store.close()


@pytest.fixture
def faulty(mistaken: Path, tmp_path: Path) -> Iterator[Desk]:
    found = proposed.opened(Path(shutil.copytree(mistaken, tmp_path / "faulty")))
    yield found
    found.store.close()


def owner(desk: Desk) -> Who:
    return people.owner(desk).who


def approve(desk: Desk, who: Who | None = None, name: str = NAME, stamp: Stamp = PLAIN) -> None:
    by = who or proposed.second(desk)
    template_decisions.approve(desk, by, proposed.waiting(desk).id, name, BAR, stamp)


def acts(desk: Desk) -> list[str]:
    with desk.store.reading() as t:
        return [line.act for line in journal.lines(t) if line.act.startswith("template.")]


def test_bringing_a_file_checks_it_and_compares_every_situation(desk: Desk) -> None:
    seen = templating.look(desk, owner(desk), proposed.waiting(desk).id)
    assert (seen.report.faults, seen.current) == ((), True)
    assert (seen.report.redline.compared, seen.report.redline.unchanged) == (2, 0)
    (found,) = seen.report.redline.changes
    assert found.situations == ("baker", "cook")
    assert found.changed[0].passages == (
        (("same", "Please pay the baker"), ("out", "by Friday."), ("in", "within ten days.")),
    )


def test_nothing_is_in_force_before_a_second_person_says_so(desk: Desk, tmp_path: Path) -> None:
    fresh = proposed.lay_out(tmp_path / "fresh")
    own = fresh / "templates/html/mo/note/letter.html"
    assert (desk.root / own.relative_to(fresh)).read_bytes() == own.read_bytes()
    assert proposed.waiting(desk).state == "open"


def test_a_second_person_puts_exactly_these_bytes_and_their_twin_in_force(desk: Desk) -> None:
    wanted = templating.content(desk, owner(desk), proposed.waiting(desk).id, "docx")
    approve(desk)
    assert proposed.in_force(desk) == wanted
    path = desk.root / "templates/docx/mo/note/letter.docx"
    assert twin.is_current(path, twin.twin_path(path))
    assert "within ten days" in twin.twin_path(path).read_text("utf-8")


def test_the_former_file_is_kept_with_the_proposal(desk: Desk) -> None:
    former = proposed.in_force(desk)
    approve(desk)
    assert templating.content(desk, owner(desk), proposed.waiting(desk).id, "former") == former


def test_whoever_brought_the_file_does_not_approve_it_under_any_name(desk: Desk) -> None:
    former = proposed.in_force(desk)
    with pytest.raises(Refused, match="needs two people"):
        approve(desk, owner(desk))
    assert (proposed.in_force(desk), proposed.waiting(desk).state) == (former, "open")


def test_nobody_approves_in_the_name_of_whoever_brought_it(desk: Desk) -> None:
    with pytest.raises(Refused, match="name of the person who brought"):
        approve(desk, name=people.OWNER.upper())


def test_an_attorney_the_profile_does_not_list_approves_nothing(desk: Desk) -> None:
    profile = "attorneys: [{name: Casey Lind, bar number: '70001'}]\n"
    (desk.data / "office.yaml").write_text(profile, "utf-8")
    with pytest.raises(Refused, match="Casey Lind"):
        approve(desk)


def test_what_was_not_on_the_page_is_not_approved(desk: Desk) -> None:
    with pytest.raises(Refused, match="after you opened this page"):
        approve(desk, stamp=Stamp(was="another"))
    approve(desk, stamp=Stamp(was=templating.shown(proposed.waiting(desk))))


def test_once_the_form_has_changed_the_file_is_checked_and_looked_at_again(desk: Desk) -> None:
    file, who = desk.root / "questionnaires/mo/note.yaml", owner(desk)
    file.write_text(file.read_text("utf-8").replace("What was the job?", "What is the job?"), "utf-8")
    seen, id = templating.shown(proposed.waiting(desk)), proposed.waiting(desk).id
    with pytest.raises(Refused, match="changed since this file was checked"):
        approve(desk)
    templating.check_again(desk, who, id, Stamp())
    with pytest.raises(Refused, match="after you opened this page"):
        approve(desk, stamp=Stamp(was=seen))
    approve(desk, stamp=Stamp(was=templating.shown(proposed.waiting(desk))))
    assert acts(desk) == ["template.propose", "template.check", "template.approve"]


def test_a_folder_that_takes_no_file_is_told_and_leaves_all_as_it_was(desk: Desk) -> None:
    former, html = proposed.in_force(desk), desk.root / "templates/html/mo/note/letter.html"
    before = sorted(path.name for path in html.parent.parent.rglob("*"))
    html.unlink()
    html.mkdir()
    with pytest.raises(template_putting.NotWritable, match="nothing was changed"):
        template_putting.put({desk.root / "templates/docx/mo/note/letter.docx": b"new", html: b"new"})
    assert proposed.in_force(desk) == former
    assert sorted(path.name for path in html.parent.parent.rglob("*")) == before


def test_an_approval_that_cannot_be_written_is_no_approval(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = proposed.in_force(desk)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(template_putting.NotWritable):
        approve(desk)
    monkeypatch.undo()
    assert (proposed.in_force(desk), proposed.waiting(desk).state) == (former, "open")
    assert acts(desk) == ["template.propose"]


def test_an_approval_that_cannot_be_kept_puts_both_files_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = proposed.in_force(desk)
    second = proposed.second(desk)
    monkeypatch.setattr(journal, "_chain_key", lambda t: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        approve(desk, second)
    assert (proposed.in_force(desk), proposed.waiting(desk).state) == (former, "open")


def test_it_is_refused_with_a_reason_by_somebody_else_only(desk: Desk) -> None:
    id = proposed.waiting(desk).id
    with pytest.raises(Refused):
        template_decisions.refuse(desk, owner(desk), id, "Ten days are too long.", Stamp())
    with pytest.raises(Refused):
        template_decisions.refuse(desk, proposed.second(desk), id, "", Stamp())
    template_decisions.refuse(desk, proposed.second(desk), id, "Ten days are too long.", Stamp())
    found = proposed.waiting(desk)
    assert found.decided is not None
    assert (found.state, found.decided.reason) == ("refused", "Ten days are too long.")
    with pytest.raises(Refused, match="not waiting any more"):
        approve(desk)


def test_only_who_brought_it_takes_it_back(desk: Desk) -> None:
    id = proposed.waiting(desk).id
    with pytest.raises(Refused):
        template_decisions.withdraw(desk, proposed.second(desk), id, Stamp())
    template_decisions.withdraw(desk, owner(desk), id, Stamp())
    assert acts(desk) == ["template.propose", "template.withdraw"]


def test_a_template_that_reads_what_its_readers_may_not_see_is_never_approved(faulty: Desk) -> None:
    found = proposed.waiting(faulty)
    seen = templating.look(faulty, owner(faulty), found.id)
    assert [fault.rule for fault in seen.report.faults if fault.level == "mistake"] == ["contained"]
    assert ("shelter", "confidential") in seen.report.fields.new
    assert [name for name, _ in seen.report.fields.gone] == ["job"]
    with pytest.raises(Refused, match="cannot be approved"):
        approve(faulty)


def test_the_marked_copy_says_each_fault_at_its_place(faulty: Desk) -> None:
    copy = template_marking.marked(faulty, owner(faulty), proposed.waiting(faulty).id)
    comments = package.unpack(copy)["word/comments.xml"].decode()
    assert "shelter" in comments
    assert "confidential" in comments


def test_a_mended_file_takes_the_place_of_one_with_mistakes(faulty: Desk) -> None:
    first, docx = proposed.waiting(faulty), proposed.in_force(faulty)
    with pytest.raises(NotTaken, match="in the meantime"):
        proposed.propose(faulty, proposed.changed(docx), replaces=None)
    proposed.propose(faulty, proposed.changed(docx), first.id, proposed.second(faulty))
    approve(faulty, owner(faulty))
    assert acts(faulty) == ["template.propose", "template.replace", "template.approve"]


def with_part(docx: bytes, name: str, data: bytes) -> bytes:
    """The file with a part more, or with another in its place."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(into, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, data)
    return into.getvalue()


LINKED = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="x" Target="https://example.org/" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("part", "data", "sentence"),
    [
        ("", b"", "This file is empty"),
        ("", b"MZ", "not a Word file"),
        ("word/vbaProject.bin", b"x", "a macro"),
        ("word/_rels/settings.xml.rels", LINKED, "links to something outside"),
        ("word/settings.xml", b"<!DOCTYPE a><a/>", "document type"),
        ("word/media/image1.png", b"x", "a picture"),
    ],
)
def test_what_may_be_no_template_is_refused_with_one_sentence_and_not_kept(
    desk: Desk, part: str, data: bytes, sentence: str
) -> None:
    given = with_part(proposed.in_force(desk), part, data) if part else data
    with pytest.raises(NotTaken, match=sentence):
        proposed.propose(desk, given, proposed.waiting(desk).id)
    assert acts(desk) == ["template.propose"]


def test_the_file_in_force_is_no_change(desk: Desk) -> None:
    with pytest.raises(NotTaken, match="nothing in it was changed"):
        proposed.propose(desk, proposed.in_force(desk), proposed.waiting(desk).id)
