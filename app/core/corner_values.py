"""The answers corner cases give to one question: every turn it may take, and words at their worst."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from app.core.examples import raw_example
from app.core.kinds import Raw, Refused
from app.core.questionnaire import Question
from app.core.values import Value, When

Words = Literal["", "long", "hostile"]
HOSTILE = "O'Brien & Daughter <LLC>"
LETTERS = "Zoë Ñúñez-Łukasiewicz"
MOST = {"text": 1_000, "name": 100, "address": 200}
"""How many characters a text, a part of a name and a part of an address may have."""


def one(question: Question, words: Words = "", item: int = 0) -> Value:
    """The example's answer, a week earlier for each further item, or one with words at their worst."""
    example = _example(question)
    if item and isinstance(example, When) and example.exact:
        return When(example.earliest - timedelta(7 * item), example.latest - timedelta(7 * item))
    raw = _worst(question, words)
    if raw is None:
        return example
    try:
        return question.kind.read(raw, question.settings)
    except Refused:
        return example


def _example(question: Question) -> Value:
    """The questionnaire's example, or its kind's where the questionnaire shows an empty one."""
    try:
        return question.kind.read(raw_example(question), question.settings)
    except Refused:
        return question.kind.read(question.kind.example(question.settings), question.settings)


def several(question: Question) -> Iterator[Value]:
    """The example first, then every other turn: both words, each choice, all choices together."""
    yield one(question)
    raws: list[Raw] = []
    if question.kind_name == "yes or no":
        raws = ["yes", "no"]
    elif question.kind_name == "choose one":
        raws = list(question.choices)
    elif question.kind_name == "choose any":
        together = [key for key in question.choices if key != "none"]
        raws = [*([key] for key in question.choices), together]
    yield from _taken(question, raws)


def near(question: Question, today: date) -> Iterator[Value]:
    """Other days, numbers and names, for a check that the example does not meet beside its neighbours."""
    raws: list[Raw] = []
    if question.kind_name == "date":
        raws = [(today + timedelta(days)).isoformat() for days in (-9_000, -1_000, -400, -90, -7, 0, 7, 60)]
    elif question.kind_name in ("number", "money", "hours", "year"):
        edges = [question.least or Decimal(0), question.most or Decimal(100)]
        raws = [f"{edge:f}" for edge in (*edges, *(Decimal(n) for n in (1, 2, 10, 40, 1_000, today.year)))]
    elif question.kind_name == "name":
        raws = [
            {"first": "Jamie", "middle": "Quinn", "last": "Placeholder"},
            {"first": "Alex", "last": "Specimen"},
        ]
    yield from _taken(question, raws)


def _taken(question: Question, raws: list[Raw]) -> Iterator[Value]:
    """The values of those that the kind takes."""
    for raw in raws:
        try:
            yield question.kind.read(raw, question.settings)
        except Refused:
            continue


def _worst(question: Question, words: Words) -> Raw | None:
    if not words or question.kind_name not in ("text", "story", "name", "address", "email"):
        return None
    if words == "long":
        return _long(question)
    sample: dict[str, Raw] = {
        "text": HOSTILE,
        "story": f"{HOSTILE}\n\n{LETTERS} said: “100 % of it” – it’s $1 \\ 2.",
        "name": {"first": LETTERS, "middle": "'", "last": HOSTILE, "suffix": "Jr."},
        "address": {
            "street": f"1 {HOSTILE} Row",
            "unit": "#1/2",
            "city": LETTERS,
            "state": "MO",
            "zip": "64106",
        },
        "email": "o'brien+%x@example.org",
    }
    return sample[question.kind_name]


def _long(question: Question) -> Raw | None:
    most = int(question.most or MOST.get(question.kind_name, 0))
    match question.kind_name:
        case "text":
            return _filled(most)
        case "name":
            return {part: _filled(100) for part in ("first", "middle", "last")} | {"suffix": "Esq."}
        case "address":
            return {
                "street": _filled(200),
                "unit": _filled(60),
                "city": _filled(60),
                "state": "MO",
                "zip": "64106",
            }
        case _:
            return None


def _filled(most: int) -> str:
    """Words of ordinary length, together exactly as many characters as there may be."""
    text = "Montgomery-Featherstonehaugh Willoughby " * (most // 40 + 1)
    return text[:most].rstrip().ljust(most, "x")
