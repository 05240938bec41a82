"""Turns the cells of one line into the nodes an answer file would have, each with its cell as its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.casework.workbook import Line
from app.core.answers import Key
from app.core.loader import Node, Pairs, Text
from app.core.places import Mistake, Place
from app.core.questionnaire import Question
from app.core.sheet import GAPS, Column, by_parts

Columns = Mapping[int, Column]
"""The columns of a sheet by their number, from 1, as they stand in the file."""
GAP_ADVICE = "A cell that begins with a question mark says `?not known` or `?not safe`, alone."


def cell(line: Line, number: int) -> str:
    """The text of a line in a column; nothing where the line is shorter."""
    return line.cells[number - 1] if number <= len(line.cells) else ""


@dataclass
class Reading:
    """The answers of one line, and where its empty cells stand."""

    sheet: str
    line: Line
    wrong: Callable[[Mistake], None]
    empty: dict[Key, Place] = field(default_factory=dict)

    def pairs(self, columns: Columns, item: str | None) -> list[tuple[Text, Node]]:
        """Name and answer for each question with something in its cells, in the order of the columns."""
        numbers: dict[str, list[int]] = {}
        asked: dict[str, Question] = {}
        for number, column in columns.items():
            if column.question is not None:
                numbers.setdefault(column.question.name, []).append(number)
                asked[column.question.name] = column.question
        found = []
        for name, question in asked.items():
            place = self.place(numbers[name][0])
            node = self._answer(question, {columns[number].part: number for number in numbers[name]})
            if node is None:
                self.empty[question.path, item] = place
            else:
                found.append((Text(name, place), node))
        return found

    def place(self, number: int) -> Place:
        """The cell in a column of this line."""
        return Place(self.sheet, self.line.number, number)

    def _answer(self, question: Question, numbers: Mapping[str, int]) -> Node | None:
        texts = {part: Text(cell(self.line, number), self.place(number)) for part, number in numbers.items()}
        filled = [text for text in texts.values() if text.text]
        if not filled:
            optional = question.may_be_blank and not question.is_list
            return next(iter(texts.values())) if optional else None
        if any(text.text.strip().startswith("?") for text in filled):
            return self._gap(question, filled)
        if by_parts(question):
            return Pairs(
                tuple((Text(part, text.place), text) for part, text in texts.items()), filled[0].place
            )
        return filled[0]

    def _gap(self, question: Question, filled: list[Text]) -> Node | None:
        guilty = next(text for text in filled if text.text.strip().startswith("?"))
        said = guilty.text.strip().casefold()
        wrong = said not in GAPS or len(filled) > 1
        if wrong:
            self.wrong(Mistake(guilty.place, GAP_ADVICE))
        if wrong and not question.unsure:
            return None
        place = guilty.place
        return Pairs(((Text("gap", place), Text(GAPS.get(said, "not known"), place)),), place)
