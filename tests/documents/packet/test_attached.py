"""Papers that are a finished PDF stand in the packet like any other, behind the paper they belong to."""

from app.core.places import Place
from app.core.questionnaire import DocumentSpec
from app.documents import packet
from app.documents.attached import Attached, in_order
from tests.documents.packet.conftest import DraftOf


def spec(name: str) -> DocumentSpec:
    return DocumentSpec(name, name, "court", Place("x"))


def attached(name: str, after: str = "") -> Attached:
    return Attached(name, name.capitalize(), "court", "public", b"%PDF", 1, after)


def names(*given: Attached) -> list[str]:
    papers = [spec(name) for name in ("petition_1", "petition_1_unredacted", "petition_2", "order")]
    return [each.name for each in in_order(papers, given)]


def test_it_stands_behind_every_paper_made_from_the_one_it_is_put_after() -> None:
    assert names(attached("sheet", "petition")) == [
        "petition_1", "petition_1_unredacted", "petition_2", "sheet", "order"
    ]  # fmt: skip


def test_several_behind_one_paper_keep_their_order() -> None:
    assert names(attached("a", "petition"), attached("b", "petition"))[3:] == ["a", "b", "order"]


def test_a_paper_whose_name_only_begins_alike_is_another_one() -> None:
    given = [spec("petition"), spec("petition_certificate")]
    assert [each.name for each in in_order(given, [attached("a", "petition")])] == [
        "petition", "a", "petition_certificate"
    ]  # fmt: skip


def test_without_a_place_it_stands_last_of_its_audience(drafted: DraftOf) -> None:
    draft = drafted()
    plan = packet.plan(draft.interview, draft.office, attached=(attached("a"), attached("b")))
    court = [paper for paper in plan.papers if paper.audience == "court"]
    assert [(each.document, each.pdf_only, each.endings) for each in court[-2:]] == [
        ("a", True, ("pdf",)), ("b", True, ("pdf",))
    ]  # fmt: skip
    assert [each.number for each in court] == list(range(1, len(court) + 1))
