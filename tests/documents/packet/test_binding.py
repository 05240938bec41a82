"""No line of a paper ends within a day: its blanks do not break, and all else is left as it was."""

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import package, reading
from app.documents.assembly import packet
from app.documents.binding import bound
from tests.documents.packet.conftest import DraftOf

GAP = f"{GAP_OPEN}to be confirmed: May 1, 2026{GAP_CLOSE}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("on May 1, 2026.", "on May~1,~2026."),
        ("April 27 to May 3, 2026", "April~27 to May~3,~2026"),
        ("March 2 to 8, 2026", "March~2 to 8,~2026"),
        ("in March 2026", "in March~2026"),
        ("weeks 5, 6 and 12, and May 100", "weeks 5, 6 and 12, and May 100"),
        (GAP, GAP),
    ],
)  # fmt: skip
def test_the_blanks_of_a_day_do_not_break(typed: str, printed: str) -> None:
    assert bound({"rows": [typed], "sum": 3}) == {"rows": [printed.replace("~", "\u00a0")], "sum": 3}


def test_a_paper_holds_its_days_in_one_piece_and_reads_as_before(drafted: DraftOf) -> None:
    made = packet(drafted()).papers[0]
    assert "\u00a0" in package.parse(package.unpack(made.docx)[package.MAIN]).xpath("string()")
    assert reading.difference(made.docx, made.pdf) is None
