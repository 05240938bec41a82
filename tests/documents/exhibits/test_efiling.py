"""The electronic filing set: court-style names in filing order, large exhibits in parts, all checked."""

import io
import zlib
from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import efiling
from app.documents.draft import Draft
from app.documents.efiling import CourtPaper, Filed
from app.documents.exhibits import words
from tests.documents.exhibits import foreign, small

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    return small.draft(small.lay_out(tmp_path_factory.mktemp("efile") / "root"))


def scan(pages: int, size: int) -> bytes:
    """A PDF whose pages each hold so many bytes that do not pack."""
    made = pikepdf.new()
    for number in range(pages):
        page = made.add_blank_page(page_size=(612, 792))
        noise = b"".join(zlib.crc32(b"%d %d" % (number, at)).to_bytes(4, "big") for at in range(size // 4))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=made.make_stream(noise)))
        page.obj.Contents = made.make_stream(b"")
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def filed(draft: Draft, *papers: CourtPaper, most: str = "25") -> list[Filed]:
    return list(efiling.filing_set(draft, papers, Decimal(most)))


def test_names_are_numbered_and_confidential_papers_say_so_first(draft: Draft) -> None:
    found = filed(
        draft,
        CourtPaper("Petition for Change of Name", "public", foreign.pdf()),
        CourtPaper("Case Filing Information Sheet (confidential)", "vault", foreign.pdf()),
        CourtPaper("Exhibit A (confidential)", "confidential", foreign.pdf()),
    )
    assert [each.name for each in found] == [
        "01 Petition for Change of Name.pdf", "02 Confidential - Case Filing Information Sheet.pdf",
        "03 Confidential - Exhibit A.pdf",
    ]  # fmt: skip


def test_an_exhibit_over_the_limit_comes_in_parts_at_page_borders(draft: Draft) -> None:
    large = CourtPaper("Exhibit C", "public", scan(5, 100_000), may_be_split=True)
    found = filed(draft, CourtPaper("Petition", "public", foreign.pdf()), large, most="0.25")
    assert [each.name for each in found] == [
        "01 Petition.pdf", "02 Exhibit C part 1 of 3.pdf", "03 Exhibit C part 2 of 3.pdf",
        "04 Exhibit C part 3 of 3.pdf",
    ]  # fmt: skip
    assert [each.pages for each in found[1:]] == [2, 2, 1]
    assert all(len(each.pdf) <= MEGABYTE // 4 for each in found)


@given(pages=st.integers(1, 6), limit=st.sampled_from(["0.03", "0.05", "0.12"]))
def test_no_page_is_lost_or_twice_and_no_part_is_too_large_unless_it_says_so(pages: int, limit: str) -> None:
    found = list(
        efiling.parts(
            CourtPaper("Exhibit", "public", scan(pages, 20_000), may_be_split=True),
            int(Decimal(limit) * MEGABYTE),
        )
    )
    assert sum(each.pages for each in found) == pages
    assert [each.part for each in found] == list(range(1, len(found) + 1))
    for each in found:
        assert len(each.pdf) <= Decimal(limit) * MEGABYTE or "larger than" in each.problems[0]


def test_a_paper_that_is_no_exhibit_is_never_cut_but_reported(draft: Draft) -> None:
    (found,) = filed(draft, CourtPaper("Petition", "public", scan(3, 100_000)), most="0.1")
    assert found.problems[0] == "larger than 0.1 MB, and cannot be cut further"


def test_a_page_without_text_or_of_another_size_is_reported(draft: Draft) -> None:
    def wide(made: pikepdf.Pdf) -> None:
        made.pages[0].mediabox = [0, 0, 792, 612]

    turned = CourtPaper("Order", "public", foreign.pdf(change=wide))
    silent, other, good = filed(
        draft, CourtPaper("Exhibit A", "public", scan(2, 100)), turned,
        CourtPaper("Petition", "public", foreign.pdf()),
    )  # fmt: skip
    assert silent.problems == ("no searchable text (Rule 55.02(b)): page 1, 2",)
    assert other.problems == ("not letter size upright: page 1 (Rule 55.02(b))",)
    assert good.problems == ()


def test_the_manifest_lists_each_file_with_its_hash_and_says_a_rehearsal_is_one(draft: Draft) -> None:
    files = filed(draft, CourtPaper("Petition", "public", foreign.pdf()))
    told = efiling.manifest(files, rehearsal=True, limit={"megabytes": "25"})
    assert (told["rehearsal"], told["say"]) == (True, "Made of review copies: a rehearsal, not to be filed.")
    (listed,) = told["files"]  # type: ignore[misc]
    assert listed["file"] == "01 Petition.pdf"
    assert len(listed["sha256"]) == 64


def test_the_parts_still_say_their_words(draft: Draft) -> None:
    def longer(made: pikepdf.Pdf) -> None:
        made.pages.append(made.pages[0])

    data = foreign.pdf("Lease of the flat", change=longer)
    found = filed(draft, CourtPaper("Exhibit A", "public", data, may_be_split=True), most="0.0008")
    assert [words.pages(each.pdf) for each in found] == [["Lease of the flat"]] * len(found)
    assert len(found) == 2
