"""Reading never fails, and the path is one road: what is asked, in which order, what a change does."""

from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.core import interview
from app.core.answers import EMPTY, Answers, Given
from app.core.conditions import Condition
from app.core.examples import example
from app.core.interview import Asked, Interview
from app.core.office import EMPTY as NO_OFFICE
from app.core.office import Office
from app.core.questionnaire import Form, Question
from app.core.reach import mentioned
from app.documents import packet
from app.documents.context import Contexts
from tests.properties import walks, wild
from tests.properties.amounts import tries
from tests.properties.sayings import TODAY, Words, answer

Figure = Callable[[str, str, int], None]
Place = tuple[str, str | None]
SEEDS = st.integers(0, 2**63)


def places(reading: Interview) -> list[Place]:
    return [(asked.question.path, asked.item) for asked in reading.asked]


def read(form: Form, answers: Answers) -> Interview:
    return interview.read(form, answers, TODAY)


def test_no_answers_at_all_make_the_reading_fail(form: Form, profile: Office, figure: Figure) -> None:
    tried = Counter[str]()

    @tries(60, 3_000)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        reading = read(form, wild.answers(form, Random(seed)))
        packet.plan(reading, profile)
        contexts = Contexts(reading, NO_OFFICE, preview=True)
        for document in form.documents:
            contexts.for_document(document)
        tried["sets"] += 1

    attempt()
    figure("Nothing lost", "senseless sets of answers read without a failure", tried["sets"])


def test_the_path_has_one_order_and_leads_from_its_first_question_to_its_last(form: Form) -> None:
    @tries(20, 500)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        reading = read(form, wild.answers(form, Random(seed)))
        forwards = list(steps(reading.asked[0], reading.after))
        assert forwards == list(reading.asked)
        assert list(steps(reading.asked[-1], reading.before)) == forwards[::-1]
        assert len(set(places(reading))) == len(reading.asked)

    attempt()


def steps(first: Asked, on: Callable[[Asked], Asked | None]) -> Iterator[Asked]:
    here: Asked | None = first
    while here is not None:
        yield here
        here = on(here)


def test_the_questions_asked_stand_in_the_order_of_the_file(form: Form) -> None:
    order = [question.path for section in form.sections for question in section.questions]

    @tries(20, 500)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        reading = read(form, wild.answers(form, Random(seed)))
        asked = [order.index(each.question.path) for each in reading.asked if not each.question.in_list]
        assert asked == sorted(asked)

    attempt()


def test_what_comes_next_is_the_first_open_question(form: Form) -> None:
    @tries(20, 500)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        reading = read(form, wild.answers(form, Random(seed)))
        first = next(iter(reading.missing), None)
        if first is None or not first.question.is_list:
            assert reading.next == first

    attempt()


def test_a_list_comes_after_the_open_questions_about_its_items(form: Form) -> None:
    @tries(20, 500)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        random = Random(seed)
        before = walks.walked(form, random, Words())
        inner = [each for each in before.asked if each.item]
        if not inner:
            return
        asked = random.choice(inner)
        question = asked.question
        opened = before.answers.without(question.path, asked.item).without(question.in_list)
        assert read(form, opened).next == Asked(question, asked.item)
        kept = before.answers.without(question.in_list)
        waits = read(form, kept).next
        assert waits is not None
        assert waits.question.path == question.in_list

    attempt()


def test_answering_whatever_comes_next_comes_to_an_end(form: Form) -> None:
    @tries(2, 40)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        random, reading = Random(seed), read(form, EMPTY)
        for _ in range(400):
            if (asked := reading.next) is None:
                return
            reading = read(form, answered(reading.answers, asked, random))
        raise AssertionError("there is always another question")

    attempt()


def answered(answers: Answers, asked: Asked, random: Random) -> Answers:
    if asked.question.is_list:
        return walks.with_items(answers, asked.question, random) if asked.given is None else answers
    return answers.put(asked.question.path, Given(answer(asked.question, random, Words())), asked.item)


def test_no_answer_changes_which_questions_stand_before_it(form: Form) -> None:
    @tries(25, 700)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        random = Random(seed)
        before = walks.walked(form, random, Words())
        asked = random.choice([each for each in before.asked if not each.question.is_list])
        until = before.asked.index(asked) + 1
        question, item = asked.question, asked.item
        other = before.answers.put(question.path, Given(wild.value(question, random)), item)
        for changed in (other, before.answers.without(question.path, item)):
            assert places(read(form, changed))[:until] == places(before)[:until]

    attempt()


def test_taking_an_answer_back_brings_up_no_new_question(form: Form, figure: Figure) -> None:
    taken = Counter[str]()

    @tries(25, 700)
    @given(SEEDS)
    def attempt(seed: int) -> None:
        random = Random(seed)
        before = walks.walked(form, random, Words())
        asked = random.choice([each for each in before.asked if each.given and not each.question.is_list])
        after = read(form, before.answers.without(asked.question.path, asked.item))
        taken["back"] += 1
        assert {place for place in places(after) if not calculated(form, place[0])} <= set(places(before))

    attempt()
    figure("Complete", "answers taken back, no question brought up by it", taken["back"])


def calculated(form: Form, path: str) -> bool:
    """Whether asking a question rests on a calculation, which may come out higher for knowing less."""
    question = form.question(path)
    return question is not None and any(_rests(form, condition) for condition in whens(form, question))


def whens(form: Form, question: Question) -> Iterator[Condition | None]:
    yield question.when
    parent = form.question(question.in_list) if question.in_list else question
    for section in form.sections:
        if parent in section.questions:
            yield section.when
    if parent is not question and parent is not None:
        yield parent.when


def _rests(form: Form, condition: Condition | None, seen: frozenset[str] = frozenset()) -> bool:
    names = {name for name in mentioned(form, condition) if name in form.facts} - seen
    facts = [form.facts[name] for name in names]
    return any(fact.calculation is not None or _rests(form, fact.when, seen | names) for fact in facts)


def test_taking_an_item_away_leaves_the_items_of_other_lists_alone(form: Form) -> None:
    before = example(form, TODAY)
    after = before.without_item("weeks", "1")
    gone = set(before.given) - set(after.given)
    assert ("evidence.share_it", "1") in after.given
    assert gone
    assert {path.split(".")[0] for path, _ in gone} == {"weeks"}
