"""Nothing typed into the pages can be read in data, logs or temporary files; unsealed, it all can."""

from collections.abc import Callable
from pathlib import Path

from app.store.vault import AES_GCM, Cipher
from tests.atrest.conftest import Open
from tests.atrest.planting import FACTS, talkative
from tests.properties.amounts import amount
from tests.store import planted

TRANSPARENT = Cipher(lambda key, plaintext, place: plaintext, lambda key, envelope, place: envelope)
Figure = Callable[[str, str, int], None]


def test_no_fact_typed_into_the_pages_can_be_read_anywhere(opened: Open, house: Path, figure: Figure) -> None:
    with talkative(house / "logs" / "everything.log") as log:
        office = opened(AES_GCM)
        page = office.work(amount(2, 5))
        failures = office.fail(page, amount(4, 50))
    assert len(office.planter.kept) >= 200
    assert failures == 6 * amount(4, 50)
    assert log.lines > 1_000
    assert planted.found(office.planter.given, house) == set()
    figure(
        "At rest (ENC-1)",
        "facts typed in five scripts, none found in data, logs or temporary files",
        len(office.planter.kept),
    )
    figure("At rest (ENC-1)", "errors forced with every logger at DEBUG, no fact in any line", failures)


def test_unsealed_the_same_search_finds_them(opened: Open, house: Path, figure: Figure) -> None:
    office = opened(TRANSPARENT)
    office.work(2)
    kept = office.planter.kept
    found = planted.found(kept, house / "data")
    assert len(found) >= 0.95 * len(kept)
    figure("At rest (ENC-1)", "control: percent found with sealing off", round(100 * len(found) / len(kept)))


def test_a_fact_in_a_log_would_be_found(house: Path) -> None:
    (house / "logs" / "everything.log").write_text(f"POST refused: {FACTS[3]}\n", "utf-8")
    assert planted.found(FACTS[:9], house) == {FACTS[3]}
