"""Finished papers are read for what they may not say; each finding has its place and leads to its answer."""

from pathlib import Path
from time import perf_counter

import pytest

from app.documents.assembly import packet
from app.documents.findings import Finding
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf


def findings(drafted: DraftOf, **changed: str) -> list[Finding]:
    draft = drafted(**changed)
    paper = draft.plan.paper("letter")
    assert paper
    return list(draft.make(paper).findings)


def test_an_ordinary_letter_has_no_findings(drafted: DraftOf) -> None:
    assert findings(drafted) == []


def test_a_threat_in_a_story_is_found_with_place_words_and_question(drafted: DraftOf) -> None:
    (found,) = findings(drafted, story="It was hard. If he does not pay I go to the police.")
    assert (found.kind, found.level, found.question) == ("threat", "must fix", "story")
    assert found.place.startswith("paragraph 3")
    assert "I go to the police" in found.words


def test_a_threat_in_a_short_answer_is_found(drafted: DraftOf) -> None:
    (found,) = findings(drafted, job="cook, and pay me or ICE will hear of it")
    assert (found.kind, found.question) == ("threat", "job")


@pytest.mark.parametrize(
    ("story", "kind"),
    [
        ("She is undocumented.", "immigration status"),
        ("Her number is 123-45-6789.", "social security number"),
        ("She turned 36 on the day; she was born on March 5, 1990.", "birth date"),
        ("I sleep at 1200 N. Oak St.", "protected"),
        ("Call me at 816 555 0142.", "protected"),
        ("The police came once.", "mention"),
    ],
)
def test_each_kind_is_found_in_a_letter(drafted: DraftOf, story: str, kind: str) -> None:
    assert kind in {found.kind for found in findings(drafted, story=story)}


def test_a_street_or_a_firm_may_have_any_name(drafted: DraftOf) -> None:
    address = '{street: 12 Prison Road, city: Independence, state: MO, zip: "64050"}'
    assert findings(drafted, employer="{last: ICE Visa Police LLC}", employer_address=address) == []


def test_a_word_of_the_guard_is_not_hidden_by_calling_somebody_so(drafted: DraftOf) -> None:
    found = findings(drafted, employer="{last: Police}", story="Pay or I call the police.")
    assert "threat" in {each.kind for each in found}


def test_a_long_story_full_of_a_name_is_read_quickly(drafted: DraftOf) -> None:
    story = "Ana told Sample that Ana Sample worked. " * 480
    started = perf_counter()
    assert findings(drafted, story=f"'{story}'") == []
    assert perf_counter() - started < 20


def test_a_name_that_is_itself_a_threat_is_found(drafted: DraftOf) -> None:
    found = findings(drafted, employer='{last: "pay or I will call the police"}')
    assert "threat" in {each.kind for each in found}


def test_the_words_of_the_vault_are_never_repeated(drafted: DraftOf) -> None:
    found = findings(drafted, story="I sleep at 1200 N. Oak St.")
    assert "protected" in {each.kind for each in found}
    assert "Oak" not in str(found)


def test_a_blank_answer_beside_a_finding_does_no_harm(drafted: DraftOf) -> None:
    found = findings(drafted, helper='"Marisol the aunt"', home='""', job='"work for Marisol the aunt"')
    assert "protected" in {each.kind for each in found}


def test_the_client_may_read_what_the_other_side_may_not(drafted: DraftOf) -> None:
    draft = drafted(chosen_name="the undocumented one")
    paper = draft.plan.paper("steps")
    assert paper
    assert draft.make(paper).findings == ()


def test_the_vault_is_looked_for_in_the_client_s_papers_too(drafted: DraftOf) -> None:
    draft = drafted(chosen_name="Ana of 1200 Oak")
    paper = draft.plan.paper("steps")
    assert paper
    assert [found.kind for found in draft.make(paper).findings] == ["protected"]


def test_a_threat_typed_into_a_template_is_found(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["{{ job }}", "Pay, or the sheriff will come."])
    draft = small.draft(own_root)
    paper = draft.plan.paper("letter")
    assert paper
    (found,) = draft.make(paper).findings
    assert (found.kind, found.question) == ("threat", "")


def test_without_its_phrases_the_guard_finds_nothing(
    drafted: DraftOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the tests above find, they find by the phrases."""
    monkeypatch.setattr("app.documents.threats.speaks", lambda section, text: False)
    assert findings(drafted, story="If he does not pay I go to the police.") == []


def test_a_withheld_paper_is_not_in_the_packet_and_no_lifting_brings_it_back(drafted: DraftOf) -> None:
    from dataclasses import replace

    draft = drafted(story="If he does not pay I go to the police.", asks_court="yes")
    from app.documents.packet import Lifted

    lifted = replace(draft, lifted=[Lifted("court_first", "Morgan Tessel", "99901", "No suit yet")])
    made = packet(lifted)
    assert [each.paper.document for each in made.withheld] == ["letter"]
    assert not any("Demand letter" in name for name in made.files)
    assert any("Exhibit A" in name for name in made.files)


def test_what_the_pdf_cannot_show_must_be_fixed_and_its_answer_is_named(drafted: DraftOf) -> None:
    found = findings(drafted, job="cook \U0001f600 \u4e2d", story="Then \u4e2d and \u6587.")
    assert [(each.kind, each.level, each.question) for each in found] == [
        ("no glyph", "must fix", "job"),
        ("no glyph", "must fix", "story"),
    ]
    assert "U+1F600 (grinning face)" in found[0].sentence
    assert "The answer to “job” holds" in found[0].sentence
    assert found[0].title == "Demand letter"


def test_a_character_of_the_template_itself_that_cannot_be_shown_is_found(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Pay \u6c49."])
    draft = small.draft(own_root)
    paper = draft.plan.paper("letter")
    assert paper
    (found,) = draft.make(paper).findings
    assert found.question == ""
    assert found.sentence.startswith("This paper holds U+6C49 ")


@pytest.mark.parametrize(
    "story", ["He said that he would call ICE.", "My boss said: I will call ICE on you."]
)
def test_what_the_employer_threatened_with_is_held_back_and_it_is_said_what_to_do(
    drafted: DraftOf, story: str
) -> None:
    (found,) = findings(drafted, story=f"'{story}'")
    assert found.final
    assert "the answer to “what happened”. Reword that answer" in found.sentence
    assert "tell the attorney instead" in found.sentence


def test_a_threat_of_the_template_itself_is_taken_out_there(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Pay, or the sheriff will come."])
    draft = small.draft(own_root)
    paper = draft.plan.paper("letter")
    assert paper
    assert "It stands in the paper's own wording" in draft.make(paper).findings[0].sentence


VAULT_IN_A_STORY = {
    "a number with its country": "Call me at +18165550142.",
    "a number with other signs": "Call 816/555-0142.",
    "a number on two lines": "Call 816\n555-0142",
    "a number on two paragraphs": "Call 816\n\n555-0142",
    "an address on two lines": "I live at 1200\nNorth Oak Street, Apt 4.",
    "an address on two paragraphs": "I live at 1200\n\nNorth Oak Street.",
    "an address without blanks": "1200NorthOakStreet",
    "a name turned round": "Ask Lanternson, Kit",
    "a name on two paragraphs": "Ask Kit\n\nLanternson",
    "an e-mail address on two lines": "ana.s@\nexample.org",
    "an address backwards": "teertS kaO htroN 0021",
}


@pytest.mark.parametrize("way", VAULT_IN_A_STORY)
def test_what_lies_in_the_vault_reaches_nobody_though_the_client_wrote_it_too(
    drafted: DraftOf, way: str
) -> None:
    lines = "".join(f"  {line}\n" for line in VAULT_IN_A_STORY[way].split("\n"))
    found = findings(drafted, story=f"|\n{lines}")
    assert "protected" in {each.kind for each in found if each.final}
    assert all(each.question == "story" for each in found if each.kind == "protected")


def test_without_the_search_of_the_vault_its_bytes_are_still_searched(
    drafted: DraftOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: free words of the client are no leave for what lies in the vault."""
    monkeypatch.setattr("app.documents.protected.secrets", lambda interview: ())
    told = "I live at 1200 North Oak Street, call 816-555-0142 or ana.s@example.org, ask Kit Lanternson"
    found = findings(drafted, story=told)
    assert {each.kept for each in found} == {"home", "safe_phone", "safe_email", "friend"}
    # The answer to change is the one that repeats them, never the one in the vault.
    assert {each.question for each in found} == {"story"}
    assert all("which repeats them" in each.sentence for each in found)


def test_an_ordinary_story_with_words_like_those_of_the_vault_is_let_through(drafted: DraftOf) -> None:
    told = "I worked 1200 hours on Oak Street, went north, was given a kit and counted 64116 plates."
    assert findings(drafted, story=told) == []
