"""What an invented person may say to a question of each kind; texts carry a word nobody else says."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from app.core.counties import COUNTIES
from app.core.examples import raw_example
from app.core.kinds import Raw
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value

Say = Callable[[Question, Random], Raw]
"""Raw words for a question, as a page or a file would bring them."""

TODAY = date(2026, 12, 1)
LONG_AGO = date(2023, 1, 1)
FIRST_DAY_BY = date(2026, 3, 1)
CHOSEN = ("yes or no", "choose one", "choose any", "date")


class Words:
    """Words that occur nowhere else, one for every text, and the question each was said to."""

    def __init__(self, start: str = "Zq") -> None:
        self.start, self._numbers = start, count()
        self.said: dict[str, Question] = {}

    def new(self, question: Question) -> str:
        """A fresh word such as `Zqbaaak`: letters only, so that no filter, line end or index changes it."""
        number, letters = next(self._numbers), ""
        for _ in range(4):
            number, digit = divmod(number, 20)
            letters += "bcdfghjklmnprstvwxza"[digit]
        word = f"{self.start}{letters}k"
        self.said[word] = question
        return word


def answer(question: Question, random: Random, words: Words, *, sure: bool = False) -> Value:
    """A value of the question's kind, or now and then a gap or a blank where it allows one."""
    if not sure and (question.unsure or question.by_attorney) and random.random() < 0.12:
        return Gap("undecided") if question.by_attorney else Gap(random.choice(("not known", "not safe")))
    if not sure and question.may_be_blank and random.random() < 0.25:
        return Blank()
    return question.kind.read(raw(question, random, words), question.settings)


def raw(question: Question, random: Random, words: Words) -> Raw:
    """Words for a question that its kind takes; half of the choices and days are the form's own example.

    Chance alone would hardly ever reach the papers that rest on many answers at once.
    """
    if question.kind_name in CHOSEN and question.example is not None and random.random() < 0.5:
        return raw_example(question)
    return _SAYINGS[question.kind_name](question, random, words)


def _text(question: Question, random: Random, words: Words) -> Raw:
    if question.name == "signing_attorney":
        return "99901"
    if (question.most or 99) < 9:
        return raw_example(question)
    word = words.new(question)
    return (
        word
        if (question.most or 99) < 40
        else f"{word} {random.choice(('& Sons', 'of the mill', '<b>', ''))}"
    )


def _story(question: Question, random: Random, words: Words) -> Raw:
    return "\n\n".join(f"Then came {words.new(question)}." for _ in range(random.randint(1, 3)))


def _name(question: Question, random: Random, words: Words) -> Raw:
    parts = ["last", *(part for part in ("first", "middle", "suffix") if random.random() < 0.5)]
    return {part: words.new(question) for part in parts}


def _address(question: Question, random: Random, words: Words) -> Raw:
    street, city = f"{random.randint(1, 999)} {words.new(question)} Street", words.new(question)
    unit = {"unit": f"Suite {words.new(question)}"} if random.random() < 0.3 else {}
    return {"street": street, "city": city, "state": "MO", "zip": "64106", **unit}


def _phone(question: Question, random: Random, words: Words) -> Raw:
    return f"816-555-01{random.randint(10, 99)}"


def _email(question: Question, random: Random, words: Words) -> Raw:
    return f"{words.new(question).lower()}@example.org"


def _date(question: Question, random: Random, words: Words) -> Raw:
    last = FIRST_DAY_BY if question.name == "first_day" else TODAY
    day = LONG_AGO + timedelta(random.randint(0, (last - LONG_AGO).days))
    if question.name == "starts":
        day -= timedelta((day.weekday() + 1) % 7)
    if question.exact or random.random() < 0.6:
        return day.isoformat()
    later = day + timedelta(random.randint(1, 40))
    season = f"{random.choice(('spring', 'summer', 'fall', 'winter'))} {day.year}"
    spans = (f"about {day}", f"{day:%Y-%m}", season, str(day.year), f"{day} to {later}")
    return random.choice(spans)


def _amount(places: int, usual: int) -> Callable[[Question, Random, Words], Raw]:
    def say(question: Question, random: Random, words: Words) -> Raw:
        least, most = question.least or Decimal(0), min(question.most or Decimal(usual), Decimal(usual))
        value = Decimal(random.randint(int(least * 10**places), int(most * 10**places))).scaleb(-places)
        return f"{value:f}"

    return say


def _choose_any(question: Question, random: Random, words: Words) -> Raw:
    keys = [key for key in question.choices if key != "none"]
    if "none" in question.choices and random.random() < 0.5:
        return ["none"]
    return random.sample(keys, random.randint(1, min(3, len(keys))))


_SAYINGS: Mapping[str, Callable[[Question, Random, Words], Raw]] = {
    "text": _text,
    "story": _story,
    "name": _name,
    "address": _address,
    "phone": _phone,
    "email": _email,
    "county": lambda question, random, words: random.choice(COUNTIES),
    "date": _date,
    "year": lambda question, random, words: str(random.randint(1990, 2026)),
    "number": _amount(0, 30),
    "money": _amount(2, 900),
    "hours": _amount(1, 70),
    "yes or no": lambda question, random, words: random.choice(("yes", "no")),
    "choose one": lambda question, random, words: random.choice(list(question.choices)),
    "choose any": _choose_any,
}
