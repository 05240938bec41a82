"""One walk through a form: which question is next, what an answer changes, and the way back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from app.commands import walk_file
from app.commands.condition_words import words
from app.commands.walk_asking import (
    BACK,
    GAPS,
    HELP,
    KEYS,
    LATER,
    QUIT,
    REMOVE,
    SAVE,
    Instead,
    Turn,
    heard,
    refused,
    shown,
)
from app.core import interview
from app.core.answers import Answers, Given, Key
from app.core.interview import Asked, Interview
from app.core.kinds import KINDS, Refused
from app.core.kinds.date_text import ADVICE, EXACT_ADVICE
from app.core.questionnaire import Form, Question, Section
from app.core.values import Gap, Value


class Stopped(Exception):
    """The person wants to stop here."""


@dataclass
class Session:
    """The answers so far and where the person stands; every answer is kept in the file at once."""

    form: Form
    today: date
    file: Path
    answers: Answers
    later: set[Key] = field(default_factory=set)
    at: Key | None = None
    section: str = ""
    _kept: tuple[Answers, Path] | None = None

    def __post_init__(self) -> None:
        if self.file.exists():
            self._kept = self.answers, self.file

    def reading(self) -> Interview:
        """What the answers so far come to."""
        return interview.read(self.form, self.answers, self.today)

    def run(self) -> None:
        """Ask until nothing is open but what was passed over; raises Stopped, EOFError."""
        while (turn := self._turn()) is not None:
            self._step(turn)

    def keep(self) -> None:
        """Write the answers to their file; one that says just this already is left as its author wrote it."""
        if (self.answers, self.file) != self._kept:
            walk_file.keep(self.form, self.answers, self.file)
            self._kept = self.answers, self.file

    def _turn(self) -> Turn | None:
        reading = self.reading()
        here = next((asked for asked in reading.asked if _key(asked) == self.at), None)
        self.at = _key(here) if here else None
        asked = here or _first_open(reading, self.later)
        return Turn(asked, reading) if asked else None

    def _step(self, turn: Turn) -> None:
        click.echo("\n".join(self._said(turn)))
        try:
            self._list(turn) if turn.question.is_list else self._one(turn)
        except Refused as problem:
            click.echo("\n".join(refused(turn.question, problem)))
        except Instead as instead:
            self._instead(turn, instead)

    def _one(self, turn: Turn) -> None:
        value = turn.answer()
        if value is not None:
            self._put(turn.asked, value)
        elif turn.asked.given is None:
            self.later.add(_key(turn.asked))
        self.at = None

    def _list(self, turn: Turn) -> None:
        more = KINDS["yes or no"].read(heard("> "), turn.question.settings)
        path, items = turn.question.path, self.answers.items(turn.question.path)
        if more:
            number = str(max(map(int, items), default=0) + 1)
            self.answers = self.answers.without(path).with_item(path, number)
        else:
            self.answers = self.answers.put(path, Given(True))
        self.at = None
        self.keep()

    def _put(self, asked: Asked, value: Value) -> None:
        self.answers = self.answers.put(asked.question.path, Given(value), asked.item)
        self.later.discard(_key(asked))
        self.keep()

    def _instead(self, turn: Turn, instead: Instead) -> None:
        match instead.word:
            case word if word == BACK:
                before = turn.interview.before(turn.asked)
                self.at = _key(before) if before else _key(turn.asked)
            case word if word == HELP:
                click.echo("\n".join(_help(turn)))
            case word if word == LATER:
                self.later.add(_key(turn.asked))
                self.at = None
            case word if word == QUIT:
                raise Stopped
            case word if word == SAVE:
                self._save(instead.rest)
            case word if word == REMOVE:
                self._remove(turn.question, instead.rest)
            case word:
                self._gap(turn, word)

    def _save(self, name: str) -> None:
        if Path(name).suffix not in (".yaml", ".yml"):
            return click.echo("Name a file that ends in .yaml, like :save answers.yaml.")
        if Path(name).exists() and Path(name) != self.file:
            return click.echo(f"{name} is there already; choose another name.")
        before, self.file = self.file, Path(name)
        try:
            self.keep()
        except (OSError, ValueError):
            self.file = before
            return click.echo(f"{name[:80]} cannot be written; answers go on being kept in {before}.")
        return click.echo(f"Saved to {name}; from now on every answer is kept there.")

    def _remove(self, question: Question, number: str) -> None:
        items = self.answers.items(question.path)
        if not question.is_list or not number.isdecimal() or not 0 < int(number) <= len(items):
            return click.echo("Write :remove and the number of an item, where the list itself is asked.")
        self.answers = self.answers.without_item(question.path, items[int(number) - 1])
        return self.keep()

    def _gap(self, turn: Turn, word: str) -> None:
        if turn.question.by_attorney:
            self._put(turn.asked, Gap("undecided"))
        elif not turn.question.unsure:
            click.echo("This must be answered; “not known” is not possible here.")
            return
        else:
            self._put(turn.asked, Gap("not safe" if GAPS[word] == "not safe" else "not known"))
        self.at = None

    def _said(self, turn: Turn) -> Iterator[str]:
        """The lines before an answer: the section when it is new, the question, and what may be typed."""
        yield ""
        section = next(each for each in self.form.sections if _holds(each, turn.question))
        if section.title != self.section:
            self.section = section.title
            yield from (f"== {section.title}", *filter(None, [turn.say(section.intro)]), "")
        yield from _notices(turn, section)
        yield f"{_item(turn)}{turn.say(turn.question.ask)}"
        if turn.question.help:
            yield turn.say(turn.question.help)
        yield from (f"  {number}. {said}" for number, said in enumerate(turn.question.choices.values(), 1))
        yield _how(turn)
        for broken in turn.interview.broken:
            if _key(broken.asked) == _key(turn.asked):
                yield f"This does not fit yet: {broken.sentence}"
        if turn.asked.given is not None and not turn.question.is_list:
            yield f"Now: {shown(turn.question, turn.asked.value)}. Enter keeps it."


def _key(asked: Asked) -> Key:
    return asked.question.path, asked.item


def _first_open(reading: Interview, later: set[Key]) -> Asked | None:
    """The first question without an answer, a list after its items' questions; then one that misfits."""
    waiting = [each for each in reading.asked if each.given is None and _key(each) not in later]
    for asked in waiting:
        inner = [each for each in waiting if each.question.in_list == asked.question.path]
        return inner[0] if asked.question.is_list and inner else asked
    return next((each.asked for each in reading.broken if _key(each.asked) not in later), None)


def _holds(section: Section, question: Question) -> bool:
    return any(question in (each, *each.each) for each in section.questions)


def _notices(turn: Turn, section: Section) -> Iterator[str]:
    """The notices that stand between the question before and this one."""
    found: list[str] = []
    for each in section.questions:
        if each.name in (turn.question.name, turn.question.in_list):
            yield from found
            return
        if each.kind_name == "notice" and turn.interview.evaluation.holds(each.when).true:
            found.append(f"Note: {turn.interview.say(each.ask)}")
        else:
            found = []


def _item(turn: Turn) -> str:
    if turn.asked.item is None:
        return ""
    parent = turn.interview.form.question(turn.question.in_list)
    items = turn.interview.answers.items(turn.question.in_list)
    return f"{parent.one if parent else ''} {items.index(turn.asked.item) + 1}: ".capitalize()


def _how(turn: Turn) -> str:
    """What may be typed, in a word or two."""
    question = turn.question
    if question.is_list:
        count = len(turn.interview.answers.items(question.path))
        return f"So far: {count}. Is there a {question.one} to add? (yes or no)"
    hows = {
        "yes or no": "yes or no", "choose one": "a number", "choose any": "numbers, with commas between",
        "story": "as many lines as you like; a line with only a full stop ends it",
        "date": EXACT_ADVICE if question.exact else ADVICE,
    }  # fmt: skip
    open_to = [":gap if it is not known, :unsafe if it is not safe to say"] if question.unsure else []
    open_to += ["nothing leaves it empty"] if question.may_be_blank else []
    open_to += ["for the attorney; nothing leaves it undecided"] if question.by_attorney else []
    return f"({'; '.join([hows.get(question.kind_name, question.kind_name), *open_to])})"


def _help(turn: Turn) -> Iterator[str]:
    question = turn.question
    if question.why:
        yield f"Why we ask: {turn.say(question.why)}"
    if question.law:
        yield f"Law: {'; '.join(question.law)}"
    if question.when:
        yield f"Asked because: {words(question.when)}"
    yield f"Who may see it: {question.keep}"
    yield KEYS + (" :remove NUMBER takes an item away." if question.is_list else "")
