"""Answers without sense: any question, asked or not, with the most extreme value its kind takes."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from app.core.answers import EMPTY, Answers, Given
from app.core.kinds import Raw, Refused
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap, Value
from tests.properties.sayings import TODAY, Words, raw

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
Extreme = Callable[[Question, Random], Raw]


def answers(form: Form, random: Random) -> Answers:
    """Some of the form's questions answered in no order and with no regard to one another."""
    known, likely = EMPTY, random.random()
    for section in form.sections:
        for question in section.questions:
            if question.kind_name == "notice" or random.random() > likely:
                continue
            if question.is_list:
                known = _items(known, question, random)
            if not question.is_list or random.random() < 0.8:
                known = known.put(question.path, Given(True if question.is_list else value(question, random)))
    return known


def _items(known: Answers, question: Question, random: Random) -> Answers:
    for number in range(random.choice((0, 1, 2, 3, 12))):
        known = known.with_item(question.path, f"i{number}")
        for each in question.each:
            if random.random() < 0.85:
                known = known.put(each.path, Given(value(each, random)), f"i{number}")
    return known


def value(question: Question, random: Random) -> Value:
    """Any value at all that the question may have, a gap or a blank it does not offer included."""
    if random.random() < 0.1:
        return random.choice((Gap("not known"), Gap("not safe"), Gap("undecided"), Blank()))
    try:
        said = _EXTREMES.get(question.kind_name, _usual)(question, random)
        return question.kind.read(said, question.settings)
    except Refused:
        return question.kind.read(_usual(question, random), question.settings)


def _usual(question: Question, random: Random) -> Raw:
    return raw(question, random, Words())


def _date(question: Question, random: Random) -> Raw:
    near = TODAY + timedelta(random.randint(-1200, 400))
    far = FIRST + timedelta(random.randint(0, (LAST - FIRST).days))
    day = random.choice((near, near, far, FIRST, LAST, TODAY))
    later = min(LAST, day + timedelta(random.choice((0, 1, 6, 7, 400))))
    return random.choice(
        (str(day), str(day), f"about {day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day} to {later}")
    )


def _money(question: Question, random: Random) -> Raw:
    return random.choice(("0", "0.01", "100000000", "7.25", str(Decimal(random.randint(0, 10**7)) / 100)))


def _hours(question: Question, random: Random) -> Raw:
    return random.choice(("0", "0.0001", "40", "40.0001", "168", "23:59", str(random.randint(0, 168))))


def _number(question: Question, random: Random) -> Raw:
    least, most = question.least or Decimal(0), question.most or Decimal(1_000_000_000)
    return f"{random.choice((least, most, (least + most) / 2)):f}"


_EXTREMES: Mapping[str, Extreme] = {"date": _date, "money": _money, "hours": _hours, "number": _number}
