"""What a reading knows: the path, what waits, what an abandoned branch may not reach."""

from datetime import date

import pytest

from app.core.answers import EMPTY, Given
from app.core.interview import read
from app.core.values import Gap

from .conftest import TODAY, FormOf, Reading

QUESTIONS = """
changed:
  ask: Changed?
  kind: yes or no
  unsure: allowed
old_name:
  ask: From what?
  kind: text
  when: changed is yes
county:
  ask: Which county?
  kind: county
since:
  ask: Since when in {county}?
  kind: date
  must:
    - that: since is before today
      say: The day you moved to {county} cannot be in the future.
names:
  ask: Other names?
  kind: list
  one: other name
  most: 2
  each:
    other:
      ask: What name?
      kind: text
    why:
      ask: Why?
      kind: text
      when: other is Zoe
"""
REST = """
documents:
  petition:
    title: Petition
    for: court
    when: changed is yes
facts:
  was_changed:
    means: The name was changed
    when: changed is yes
flags:
  changed_flag:
    level: check
    when: changed is yes
    say: Changed from {old_name}.
    law: RSMo 1.010
gates:
  hold:
    when: changed is yes
    say: Hold it.
    law: RSMo 1.010
"""
FULL = """
changed: yes
old_name: Ann
county: Jackson
since: 2026-01-01
names: [{other: Zoe, why: Stage}]
"""


def test_questions_come_in_the_order_of_the_file(reading: Reading) -> None:
    asked = reading(QUESTIONS, FULL).asked
    assert [each.question.path for each in asked] == [
        "changed", "old_name", "county", "since", "names", "names.other", "names.why",
    ]  # fmt: skip


def test_the_next_question_is_the_first_without_an_answer(reading: Reading) -> None:
    following = reading(QUESTIONS, "changed: yes\ncounty: Jackson").next
    assert following is not None
    assert following.question.path == "old_name"


def test_an_abandoned_answer_is_not_on_the_path(reading: Reading) -> None:
    interview = reading(QUESTIONS, FULL.replace("changed: yes", "changed: no"))
    assert interview.at(interview.form.question("old_name")) is None  # type: ignore[arg-type]
    assert interview.say("{old_name}") == "…"


def test_a_question_whose_condition_rests_on_a_gap_is_not_asked_and_is_listed(reading: Reading) -> None:
    interview = reading(QUESTIONS, FULL.replace("changed: yes", "changed: {gap: not known}"), REST)
    assert {left.what for left in interview.left_out} == {"From what", "Petition"}


def test_a_paper_is_made_only_when_its_condition_is_certainly_true(reading: Reading) -> None:
    assert [paper.name for paper in reading(QUESTIONS, FULL, REST).documents] == ["petition"]
    assert not reading(QUESTIONS, FULL.replace("changed: yes", "changed: {gap: not safe}"), REST).documents


def test_a_flag_and_a_gate_apply_unless_certainly_false(reading: Reading) -> None:
    unsure = reading(QUESTIONS, FULL.replace("changed: yes", "changed: {gap: not known}"), REST)
    assert [(raised.name, raised.certain) for raised in (*unsure.flags, *unsure.gates)] == [
        ("changed_flag", False),
        ("hold", False),
    ]
    assert not reading(QUESTIONS, FULL.replace("changed: yes", "changed: no"), REST).gates


def test_a_flag_of_which_nothing_is_known_says_what_it_would_tell_of(reading: Reading) -> None:
    rest = REST.replace("Changed from {old_name}.", '"{was_changed}"')
    unsure = reading(QUESTIONS, FULL.replace("changed: yes", "changed: {gap: not known}"), rest)
    assert [raised.say for raised in unsure.flags] == ["Not known yet: The name was changed."]


def test_a_must_that_fails_gives_its_own_sentence(reading: Reading) -> None:
    broken = reading(QUESTIONS, FULL.replace("2026-01-01", "2027-01-01")).broken
    assert [each.sentence for each in broken] == ["The day you moved to Jackson cannot be in the future."]


def test_a_list_has_room_for_no_more_than_it_says(reading: Reading) -> None:
    too_many = FULL.replace("[{other: Zoe, why: Stage}]", "[{other: A}, {other: B}, {other: C}]")
    assert "at most 2" in reading(QUESTIONS, too_many).broken[0].sentence


def test_a_list_waits_until_it_is_said_to_be_complete(form_of: FormOf) -> None:
    form = form_of(QUESTIONS)
    answers = EMPTY.put("changed", Given(False)).put("county", Given("Jackson"))
    answers = answers.put("since", Given(Gap("not known"))).with_item("names", "i1")
    assert read(form, answers, TODAY).next.question.path == "names.other"  # type: ignore[union-attr]
    answers = answers.put("names.other", Given("Zed"), "i1")
    assert read(form, answers, TODAY).next.question.path == "names"  # type: ignore[union-attr]
    assert read(form, answers.put("names", Given(True)), TODAY).complete


def test_removing_an_item_takes_its_answers(reading: Reading) -> None:
    answers = reading(QUESTIONS, FULL).answers.without_item("names", "1")
    assert not [key for key in answers.given if key[1] == "1"]


def test_back_and_forth_lead_to_the_same_place(reading: Reading) -> None:
    interview = reading(QUESTIONS, FULL)
    for asked in interview.asked[1:]:
        before = interview.before(asked)
        assert before is not None
        assert interview.after(before) == asked


def test_wording_pipes_what_is_known(reading: Reading) -> None:
    assert reading(QUESTIONS, FULL).say("Since when in {county}?") == "Since when in Jackson?"


def test_progress_counts_what_is_asked_and_answered(reading: Reading) -> None:
    progress = reading(QUESTIONS, "changed: yes\ncounty: Jackson").sections[0]
    assert (len(progress.asked), progress.answered, progress.complete) == (5, 2, False)


def test_an_undecided_choice_of_the_attorney_is_a_gap_and_does_not_wait(form_of: FormOf) -> None:
    choice = "    track:\n      ask: Which?\n      kind: text\n"
    rest = f"  - section: Choices\n    answered by: attorney\n    keep: counsel only\n{choice}"
    form = form_of("county:\n  ask: Which?\n  kind: county", rest)
    interview = read(form, EMPTY.put("county", Given("Jackson")), date(2026, 1, 1))
    assert interview.complete
    assert interview.gaps[0].value == Gap("undecided")


HANGING = """
charges:
  ask: Which charges?
  kind: list
  one: charge
  each:
    ended:
      ask: How did it end?
      kind: choose one
      unsure: allowed
      from: {convicted: Convicted, dropped: Dropped}
    false_report:
      ask: Was it a false report?
      when: ended is dropped
      kind: yes or no
"""
RAISED = """
flags:
  perhaps_false:
    level: check
    when:
      any charge: false_report is yes
    say: Look at it.
    law: RSMo 610.122
"""


@pytest.mark.parametrize(("ended", "raised"), [("{gap: not known}", [False]), ("convicted", [])])
def test_what_hangs_on_a_gap_of_an_item_stays_unknown_when_its_list_is_done(
    reading: Reading, ended: str, raised: list[bool]
) -> None:
    interview = reading(HANGING, f"charges: [{{ended: {ended}}}]", RAISED)
    assert interview.complete
    assert [each.certain for each in interview.flags] == raised
