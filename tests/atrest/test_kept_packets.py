"""The packets a batch keeps for the next time lie sealed: no fact of them can be read; unsealed, it can."""

from datetime import date
from pathlib import Path

from app.casework import kept
from app.core.answers import Answers, Given
from app.core.office import EMPTY
from app.documents.box import Job
from app.documents.bundle import Bundle
from app.store.vault import AES_GCM
from tests.atrest.conftest import Open
from tests.atrest.planting import FACTS, Office
from tests.atrest.test_at_rest import TRANSPARENT
from tests.store import planted

SAID = FACTS[:60]


def keep(office: Office) -> None:
    """A packet for each fact, which stands in its answers, in the names of its files and in their words."""
    before = kept.of(office.desk.store, office.desk.data)
    for fact in SAID:
        answers = Answers().put("client_name", Given(fact))
        job = Job(Path("/"), "mo/wage_claim", answers, EMPTY, date(2026, 3, 2), edition="e", title=fact)
        made = Bundle({f"1-court/{fact}.docx": fact.encode(), "manifest.json": b"{}"}, 1, (fact,))
        before.keep(job, made)
        assert before.find(job) == made


def test_no_fact_of_a_kept_packet_can_be_read(opened: Open, house: Path) -> None:
    keep(opened(AES_GCM))
    assert len(list((house / "data/results").iterdir())) == len(SAID)
    assert planted.found(SAID, house) == set()


def test_unsealed_every_fact_of_a_kept_packet_is_found(opened: Open, house: Path) -> None:
    keep(opened(TRANSPARENT))
    assert planted.found(SAID, house / "data/results") == set(SAID)
