"""The first page: who against whom, what is claimed, what ends next, what holds the papers back."""

from dataclasses import replace
from datetime import date

from app.core import examples
from app.core.forms import load_form
from app.core.memo_table import Headline
from app.documents.assembly import Draft, packet
from app.documents.memo_first import rows
from app.documents.memo_papers import Matters
from app.law import memo_tables
from app.law.catalogue import CALCULATIONS
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf
from tests.documents.packet.test_memo import words


def head(draft: Draft, **told: object) -> dict[str, str]:
    matters = Matters(plan=draft.plan, attorney=draft.contexts.attorney, lifted=draft.lifted, **told)  # type: ignore[arg-type]
    return {row["label"]: row["text"] for row in rows(draft.interview, matters, {})}


def real(today: date) -> Draft:
    form = load_form(small.REPOSITORY, "mo/wage_claim", CALCULATIONS)
    return Draft(form, small.REPOSITORY, examples.example(form, today), small.profile(), today)


def test_the_parties_the_sums_and_the_next_day_stand_first() -> None:
    told = head(real(date(2026, 11, 24)))
    assert list(told)[:4] == ["Client", "Against", "Each track alone", "Next deadlines"]
    assert told["Each track alone"].startswith("Missouri: $")
    assert "March 13, 2028" in told["Next deadlines"]
    assert "PASSED" not in told


def test_what_has_passed_is_told_apart_from_what_is_next() -> None:
    told = head(real(date(2028, 3, 20)))
    assert "March 13, 2028" in told["PASSED"]
    assert "March 13, 2028" not in told["Next deadlines"]


def test_every_headline_of_the_law_is_a_line_of_the_first_page() -> None:
    draft = real(date(2026, 11, 24))
    shown = [each for value in draft.interview.facts.values() for each in memo_tables.tables(value.result)]
    lines = [line for each in shown for line in getattr(each, "headlines", ()) if line.day is None]
    assert len(lines) > 2
    assert all(isinstance(line, Headline) and line.text in head(draft)["Each track alone"] for line in lines)


def test_a_form_without_parties_or_sums_has_no_empty_lines(drafted: DraftOf) -> None:
    told = head(drafted())
    assert not {"Client", "Against", "Each track alone", "Next deadlines"} & set(told)
    assert all(told.values())


def test_the_first_page_says_which_gates_are_up(drafted: DraftOf) -> None:
    assert head(drafted())["Gates"] == "None is up"
    assert head(drafted(asks_court="yes"))["Gates"].endswith(": court first")


def test_a_paper_held_and_withheld_is_counted_once(drafted: DraftOf) -> None:
    draft = drafted(asks_court="yes", story="If he does not pay I go to the police.")
    told = words(packet(draft))
    assert "4 made: Petition; Next steps; Attorney memo; Safety note" in told
    assert (
        "2 held back by a gate: Demand letter; Exhibit A (withheld for its words as well: Demand letter)"
        in told
    )


def test_a_withheld_paper_is_not_counted_as_made(drafted: DraftOf) -> None:
    told = words(packet(drafted(story="If he does not pay I go to the police.")))
    assert "4 made: Exhibit A; Next steps; Attorney memo; Safety note" in told
    assert "1 withheld for its words: Demand letter" in told


def test_the_signing_attorney_stands_on_it(drafted: DraftOf) -> None:
    assert head(drafted())["Signing attorney"] == "Morgan Tessel, Bar No. 99901"
    nobody = replace(drafted(), office=replace(drafted().office, attorneys=(), defaults={}))
    assert head(nobody)["Signing attorney"] == "not chosen"
