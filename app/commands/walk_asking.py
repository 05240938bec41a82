"""Asks one question in plain lines of text and hears the answer, or what to do instead of one."""

import sys
from dataclasses import dataclass

import click

from app.core.interview import Asked, Interview
from app.core.kinds import Raw, Refused
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value

BACK, HELP, LATER, QUIT, SAVE, REMOVE = "<", "?", ":later", ":quit", ":save", ":remove"
GAPS = {":gap": "not known", ":unsafe": "not safe"}
KEYS = "Enter ? for help, < to go back, :later to pass over, :save FILE, :quit to stop."


class Instead(Exception):
    """What was typed is no answer but asks for something: `word` says what, `rest` about what."""

    def __init__(self, word: str, rest: str = "") -> None:
        self.word, self.rest = word, rest
        super().__init__(word)


@dataclass(frozen=True)
class Turn:
    """One question as it is asked now: its words with the answers before it filled in."""

    asked: Asked
    interview: Interview

    @property
    def question(self) -> Question:
        """The question itself."""
        return self.asked.question

    def say(self, text: str) -> str:
        """Wording with its {names} filled in."""
        return self.interview.say(text, self.asked.item, self.question)

    def answer(self) -> Value | None:
        """The answer typed; None keeps what there is. Raises Instead, EOFError, Refused."""
        question = self.question
        if question.kind_name == "story":
            return self._kept_or(_story())
        fields = question.kind.fields(question.settings)
        if len(fields) > 1 and question.kind_name != "date":
            return self._parts()
        return self._kept_or(_chosen(question, heard("> ")))

    def _kept_or(self, raw: Raw) -> Value | None:
        question = self.question
        if raw == "" or raw == []:
            if self.asked.given is not None or question.by_attorney:
                return None
            if question.may_be_blank:
                return Blank()
        return question.kind.read(raw, question.settings)

    def _parts(self) -> Value | None:
        question = self.question
        raw: dict[str, str] = {}
        for number, field in enumerate(question.kind.fields(question.settings)):
            how = " (yes or no)" if field.input == "checkbox" else " (may be empty)" if field.optional else ""
            raw[field.part] = heard(f"{field.label}{how}: ")
            if number == 0 and not raw[field.part] and self._may_pass():
                return self._kept_or("")
        return question.kind.read(raw, question.settings)

    def _may_pass(self) -> bool:
        return self.asked.given is not None or self.question.may_be_blank or self.question.by_attorney


def heard(prompt: str) -> str:
    """One line typed by the person; raises Instead for what is no answer, EOFError at the end."""
    click.echo(prompt, nl=False)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    text = line.strip()
    word, _, rest = text.partition(" ")
    if text in (BACK, HELP, LATER, QUIT, *GAPS) or word in (SAVE, REMOVE):
        raise Instead(word, rest.strip())
    return text


def _story() -> str:
    lines: list[str] = []
    while (line := heard("> ") if not lines else _line()) != ".":
        if not line and not lines:
            return ""
        lines.append(line)
    return "\n".join(lines)


def _line() -> str:
    """A further line of a story, whatever it says: no word of a command takes back what stands above it."""
    click.echo("> ", nl=False)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _chosen(question: Question, text: str) -> Raw:
    """The keys of choices given by their numbers; anything else as it was typed."""
    keys = list(question.choices)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    named = [
        keys[int(part) - 1] if part.isdecimal() and 0 < int(part) <= len(keys) else part for part in parts
    ]
    if question.kind_name == "choose any":
        return named
    return named[0] if question.choices and len(named) == 1 else text


def refused(question: Question, problem: Refused) -> list[str]:
    """The sentences of a refusal, each after the name of its part."""
    if question.is_list:
        return [each.sentence for each in problem.problems]
    labels = {field.part: field.label for field in question.kind.fields(question.settings)}
    said = ((labels.get(each.part, ""), each.sentence) for each in problem.problems)
    return [f"{label}: {sentence}" if label else sentence for label, sentence in said]


def shown(question: Question, value: Value | None) -> str:
    """An answer as the check list says it."""
    if value is None:
        return "not answered"
    if isinstance(value, Gap):
        return {"not known": "not known", "not safe": "not safe to say"}.get(value.cause, "not decided")
    if isinstance(value, Blank):
        return "left empty"
    return "done" if question.is_list else question.kind.words(value, question.settings)
