"""Reads an answer file: every answer through its kind, every mistake at its place, in one pass."""

from dataclasses import dataclass, field

from app.core.answers import EMPTY, Answers, Given, Key
from app.core.interview import Asked, Interview
from app.core.kinds import Refused
from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Place
from app.core.questionnaire import Form, Question
from app.core.shape import nearest, place_of, plain
from app.core.values import Blank, Gap, Value

GAPS = ("not known", "not safe")


@dataclass
class AnswerFile:
    """The answers of one file, where each stands, and everything wrong with it."""

    form: Form
    place: Place
    source: str = "file"
    answers: Answers = EMPTY
    places: dict[Key, Place] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def against(self, interview: Interview) -> list[Mistake]:
        """What a reading of these answers finds wrong: questions left open and checks not met."""
        open_ones = [self._missing(asked) for asked in interview.missing]
        broken = [
            Mistake(self._place(each.asked), f"{name_of(each.asked)}: {each.sentence}")
            for each in interview.broken
        ]
        return open_ones + broken

    def unused(self, interview: Interview) -> list[str]:
        """The names of answers that stand on no path of this interview and reach nothing."""
        used = {(asked.question.path, asked.item) for asked in interview.asked}
        return sorted({path for path, item in self.answers.given if (path, item) not in used})

    def _missing(self, asked: Asked) -> Mistake:
        ways = ["answer it"]
        ways += ['write "" to leave it empty'] if asked.question.may_be_blank else []
        ways += ["write {gap: not known}"] if asked.question.unsure else []
        advice = ", or ".join(ways)
        return Mistake(
            self._place(asked), f"{name_of(asked)} is not answered (“{asked.question.short}”); {advice}."
        )

    def _place(self, asked: Asked) -> Place:
        path, item = asked.question.path, asked.item
        return self.places.get((path, item)) or self.places.get((asked.question.in_list, item)) or self.place


def name_of(asked: Asked) -> str:
    """A question's name as a file has it, with the number of its item."""
    where = f" of {asked.question.in_list} {asked.item}" if asked.item else ""
    return f"`{asked.question.name}`{where}"


def read(form: Form, node: Node, source: str = "file") -> AnswerFile:
    """Turn the nodes of an answer file into answers; mistakes are gathered, never raised."""
    file = AnswerFile(form, node.place, source)
    if not isinstance(node, Pairs):
        file.mistakes.append(Mistake(node.place, "An answer file holds `name: answer` lines."))
        return file
    known = {question.name: question for section in form.sections for question in section.questions}
    for key, value in node:
        question = known.get(key.text)
        if question is None or question.kind_name == "notice":
            file.mistakes.append(Mistake(key.place, _unknown(key.text, known, form)))
        else:
            _take(file, question, key.place, value, None)
    return file


def _unknown(name: str, known: dict[str, Question], form: Form) -> str:
    inner = next(
        (question for question in form.questions() if question.name == name and question.in_list), None
    )
    if inner:
        return f"`{name}` belongs inside the items of `{inner.in_list}`."
    return f"`{name[:60]}` is not a question of this form{nearest(name, list(known))}."


def _take(file: AnswerFile, question: Question, place: Place, node: Node, item: str | None) -> None:
    file.places[question.path, item] = place
    if isinstance(node, Pairs) and (cause := node.get("gap")) is not None and len(node.pairs) == 1:
        return _gap(file, question, cause, item)
    if question.is_list:
        return _take_list(file, question, node)
    if isinstance(node, Text) and not node.text.strip() and question.may_be_blank:
        return _put(file, question, Blank(), item)
    try:
        _put(file, question, question.kind.read(plain(node), question.settings), item)
    except Refused as refused:
        for problem in refused.problems:
            where = place_of(node, (problem.part,)) if problem.part else node.place
            part = f".{problem.part}" if problem.part else ""
            file.mistakes.append(Mistake(where, f"`{question.path}{part}`: {problem.sentence}"))
        _put(file, question, Gap("not known"), item)


def _gap(file: AnswerFile, question: Question, cause: Node, item: str | None) -> None:
    text = cause.text if isinstance(cause, Text) else ""
    if text not in GAPS:
        file.mistakes.append(Mistake(cause.place, "A gap is {gap: not known} or {gap: not safe}."))
    elif question.by_attorney:
        _put(file, question, Gap("undecided"), item)
    elif not question.unsure:
        sentence = f"`{question.path}` must be answered; “not known” is not possible here."
        file.mistakes.append(Mistake(cause.place, sentence))
    else:
        _put(file, question, Gap("not safe" if text == "not safe" else "not known"), item)


def _put(file: AnswerFile, question: Question, value: Value, item: str | None) -> None:
    file.answers = file.answers.put(question.path, Given(value, file.source), item)


def _take_list(file: AnswerFile, question: Question, node: Node) -> None:
    if not isinstance(node, Row):
        if isinstance(node, Text) and not node.text.strip() and question.may_be_blank:
            return _put(file, question, Blank(), None)
        file.mistakes.append(
            Mistake(node.place, f"`{question.name}` is a list; write one `- ` entry for each {question.one}.")
        )
        return None
    for number, child in enumerate(node.nodes, 1):
        _take_item(file, question, str(number), child)
    return _put(file, question, True, None)


def _take_item(file: AnswerFile, question: Question, item: str, node: Node) -> None:
    file.answers = file.answers.with_item(question.path, item)
    file.places[question.path, item] = node.place
    if not isinstance(node, Pairs):
        file.mistakes.append(Mistake(node.place, f"Write `name: answer` lines for this {question.one}."))
        return
    known = {each.name: each for each in question.each}
    for key, value in node:
        if key.text in known:
            _take(file, known[key.text], key.place, value, item)
        else:
            sentence = (
                f"`{key.text[:60]}` is not asked about a {question.one}{nearest(key.text, list(known))}."
            )
            file.mistakes.append(Mistake(key.place, sentence))
