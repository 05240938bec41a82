"""Corner cases: complete answers at the ends of what a form allows, found by walking it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from app.core import corner_values
from app.core.answers import EMPTY, Answers, Given
from app.core.conditions import names as names_in
from app.core.interview import Asked, Interview, read
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap, Value

ROUNDS = 2_000
FILE = "exhibits.exhibit_file"
"""The one answer that names a file, which no answer file brings along; left empty in every corner."""
MANY = 12
"""How many items a list gets where a corner wants many, if the list takes as many."""


@dataclass(frozen=True)
class Corner:
    """What makes a corner: which way it turns, how long its lists are, and what its answers look like."""

    means: str
    turn: Literal[-1, 0, 1] = 0
    """-1 takes the answer that asks least next, 1 the one that asks most, 0 the example."""
    items: int | None = None
    left: Literal["", "blank", "gap"] = ""
    words: corner_values.Words = ""


CORNERS: Mapping[str, Corner] = {
    "shortest": Corner("Each answer is the one after which fewest questions are asked.", -1, 0),
    "longest": Corner("Each answer is the one after which most questions are asked.", 1, 1),
    "empty-lists": Corner("Every list is empty that may be.", items=0),
    "one-item": Corner("Every list has one item.", items=1),
    "many-items": Corner("Every list has twelve items, or as many as it takes.", items=MANY),
    "blanks": Corner("Everything is left empty that may be.", left="blank"),
    "gaps": Corner("Everything is a gap that may be one.", left="gap"),
    "long-words": Corner("Names and texts are as long as they may be.", 1, 1, words="long"),
    "hostile-words": Corner("Names and texts hold marks, signs and letters that break careless programs.",
                            1, 1, words="hostile"),
}  # fmt: skip
"""Every corner by its name."""


class NoCorner(Exception):
    """The walk found no complete answers; `str` says which check stands in the way."""


def answers(form: Form, name: str, today: date) -> Answers:
    """Complete answers for a corner; one look ahead decides each turn. Raises NoCorner, KeyError."""
    search = _Search(form, CORNERS[name], today)
    search.walk()
    search.mend()
    return _on_the_path(search.interview())


@dataclass
class _Search:
    form: Form
    corner: Corner
    today: date
    given: Answers = EMPTY
    turned: dict[str, Value] = field(default_factory=dict)

    def interview(self) -> Interview:
        return read(self.form, self.given, self.today)

    def walk(self) -> None:
        """Answer what is asked until nothing is; what is certainly asked stays so, so all of it at once."""
        steering = _steering(self.form) if self.corner.turn else frozenset()
        for _ in range(ROUNDS):
            waiting = [asked for asked in self.interview().asked if asked.given is None]
            if not waiting:
                return
            plain = [asked for asked in waiting if not self._turns(asked, steering)]
            for asked in plain:
                self.given = self._answered(asked)
            if not plain:
                self._turn(next(asked for asked in waiting if self._turns(asked, steering)))
        raise NoCorner(f"The questions of {self.form.name} do not come to an end.")

    def _turns(self, asked: Asked, steering: frozenset[str]) -> bool:
        question = asked.question
        return question.name in steering and not question.is_list and question.path not in self.turned

    def _turn(self, asked: Asked) -> None:
        """Take the answer that leads the corner's way; the example where several do."""
        question = asked.question
        best: tuple[int, int] | None = None
        chosen: Value | None = None
        for value in corner_values.several(question):
            tried = read(self.form, self._put(asked, value), self.today)
            broken = sum(each.asked.question.path == question.path for each in tried.broken)
            rank = (broken, -self.corner.turn * len(tried.asked))
            if best is None or rank < best:
                best, chosen = rank, value
        assert chosen is not None
        self.turned[question.path] = chosen
        self.given = self._put(asked, chosen)

    def _answered(self, asked: Asked) -> Answers:
        question = asked.question
        if question.is_list:
            return self._list(question)
        return self._put(asked, self._value(asked))

    def _value(self, asked: Asked) -> Value:
        corner, question = self.corner, asked.question
        if question.path in self.turned:
            return self.turned[question.path]
        if question.may_be_blank and (corner.left == "blank" or question.path == FILE):
            return Blank()
        if corner.left == "gap" and (question.unsure or question.by_attorney):
            return Gap("undecided" if question.by_attorney else "not known")
        return corner_values.one(question, corner.words, self._number(asked))

    def _number(self, asked: Asked) -> int:
        """Which item of its list a question is about, from 0 on."""
        return self.given.items(asked.question.in_list).index(asked.item) if asked.item else 0

    def _list(self, question: Question) -> Answers:
        """The list with as many items as the corner wants, each of them still to be asked about."""
        if self.corner.left == "gap" and question.unsure:
            return self.given.put(question.path, Given(Gap("not known"), "corner"))
        given, count = self.given, self._count(question)
        for number in range(1, count + 1):
            given = given.with_item(question.path, str(number))
        return given.put(question.path, Given(True, "corner"))

    def _count(self, question: Question) -> int:
        least, most = int(question.least or 0), int(question.most or MANY)
        rows = question.example
        wanted = self.corner.items
        if wanted is None:
            wanted = len(rows) if isinstance(rows, list) else 1
        return max(least, min(wanted, most))

    def _put(self, asked: Asked, value: Value) -> Answers:
        return self.given.put(asked.question.path, Given(value, "corner"), asked.item)

    def mend(self) -> None:
        """Give other answers where checks are not met, until all are and nothing new is asked."""
        for _ in range(50):
            interview = self.interview()
            if interview.complete:
                return
            if not interview.broken:
                self.walk()
                continue
            self.given = self._mended(interview)
            self.walk()
        raise NoCorner(f"No such case of {self.form.name} was found: {self.interview().broken[0].sentence}")

    def _mended(self, interview: Interview) -> Answers:
        """The answers with one changed, in or near a broken check, after which fewest checks are broken."""
        tries = [given for asked in _near(interview) for given in self._others(asked)]
        if not tries:
            raise NoCorner(f"No such case of {self.form.name} was found: {interview.broken[0].sentence}")
        return min(tries, key=lambda given: len(read(self.form, given, self.today).broken))

    def _others(self, asked: Asked) -> Iterator[Answers]:
        question = asked.question
        if question.is_list:
            return
        for value in (*corner_values.several(question), *corner_values.near(question, self.today)):
            if value != asked.value:
                yield self._put(asked, value)


def _near(interview: Interview) -> list[Asked]:
    """The first broken answer, and those its checks look at."""
    broken = interview.broken[0].asked
    looked = {name for must in broken.question.must for name in names_in(must.that)}
    beside = [
        each for each in interview.asked
        if each.question.name in looked and each.item in (None, broken.item)
    ]  # fmt: skip
    return [broken, *(each for each in beside if each != broken)]


def _steering(form: Form) -> frozenset[str]:
    """The names on which it depends what is asked, through facts too."""
    sections = {name for section in form.sections for name in names_in(section.when)}
    found = sections | {name for question in form.questions() for name in names_in(question.when)}
    for fact in reversed(list(form.facts.values())):
        if fact.name in found:
            found |= names_in(fact.when) | {name.partition(".")[0] for name in fact.inputs.values()}
    return frozenset(found)


def _on_the_path(interview: Interview) -> Answers:
    """The answers that were asked for, without those a later answer took off the path."""
    used = {(asked.question.path, asked.item) for asked in interview.asked}
    kept = {key: given for key, given in interview.answers.given.items() if key in used}
    return Answers(MappingProxyType(kept), interview.answers.lists)
