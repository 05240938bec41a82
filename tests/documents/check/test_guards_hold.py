"""CHK-1: a paper prints what the guards of its template let through, whatever template and answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.proof.uses import Guard, Loop, Reading
from app.documents import guarded, reading, word
from app.documents.errors import NameMissing
from tests.documents.engine import papers
from tests.properties.amounts import tries

NAMES = ("a", "b", "c")
LISTS = ("xs", "ys")
PARTS = ("p", "q")
Around = Sequence[Guard | Loop]


@dataclass
class Writer:
    """Writes a template at random: each passage begins with a mark of its own, each value is its own name."""

    random: Random
    numbers: "count[int]" = field(default_factory=count)
    scopes: list[str] = field(default_factory=list)

    def paragraphs(self, depth: int) -> list[str]:
        made = [self.mark()]
        for _ in range(self.random.randint(1, 3)):
            made += self.block(depth) if depth and self.random.random() < 0.5 else [self.line(depth)]
        return made

    def block(self, depth: int) -> list[str]:
        begin, end = self.opened()
        inside = self.paragraphs(depth - 1)
        if end == "endif" and self.random.random() < 0.5:
            inside += ["{%p else %}", *self.paragraphs(depth - 1)]
        self.closed(end)
        return [f"{{%p {begin} %}}", *inside, f"{{%p {end} %}}"]

    def line(self, depth: int) -> str:
        if not depth or self.random.random() < 0.4:
            return f" v{next(self.numbers)}: {{{{ {self.value()} }}}} "
        begin, end = self.opened()
        inside = f"{self.mark()}{self.line(depth - 1)}"
        if end == "endif" and self.random.random() < 0.5:
            inside += f"{{% else %}}{self.mark()}{self.line(depth - 1)}"
        self.closed(end)
        return f" {{% {begin} %}}{inside}{{% {end} %}}{self.line(0)}"

    def opened(self) -> tuple[str, str]:
        if self.random.random() < 0.4:
            over = self.random.choice(LISTS)
            # An item may hide one of the same name.
            name = self.random.choice(("i", "j"))
            self.scopes.append(name)
            return f"for {name} in {over}", "endfor"
        path = self.random.choice(NAMES)
        if self.scopes and self.random.random() < 0.6:
            path = f"{self.random.choice(self.scopes)}.{self.random.choice(PARTS)}"
        return f"if {self.random.choice(('', 'not '))}{path}", "endif"

    def closed(self, end: str) -> None:
        if end == "endfor":
            self.scopes.pop()

    def mark(self) -> str:
        return f"m{next(self.numbers)}. "

    def value(self) -> str:
        return "value" if not self.scopes else self.random.choice(("value", f"{self.scopes[-1]}.said"))


def data(random: Random) -> Mapping[str, object]:
    def item() -> dict[str, object]:
        return {**{part: random.random() < 0.5 for part in PARTS}, "said": "s"}

    lists = {name: [item() for _ in range(random.randint(0, 2))] for name in LISTS}
    return {**{name: random.random() < 0.5 for name in NAMES}, **lists, "value": "v"}


def holds(around: Around, items: Mapping[str, object]) -> bool:
    """Whether there are items for which everything around holds."""
    if not around:
        return True
    first, rest = around[0], around[1:]
    if isinstance(first, Guard):
        return bool(found(first.path, items)) == first.wanted and holds(rest, items)
    each = found(first.path, items)
    assert isinstance(each, list)
    return any(holds(rest, {**items, f"@{first.number}": item}) for item in each)


def found(path: Sequence[str], items: Mapping[str, object]) -> object:
    value: object = items
    for step in path:
        assert isinstance(value, Mapping)
        value = value[step]
    return value


def expected(made: Reading, answers: Mapping[str, object]) -> set[str]:
    """The marks of the passages that print."""
    return {clause.words.split()[0] for clause in made.clauses if holds(clause.around, answers)}


def printed(path: Path, made: Reading, answers: Mapping[str, object]) -> set[str]:
    words = set(reading.words_of_docx(word.render(path, dict(answers), title="T")).split())
    return {clause.words.split()[0] for clause in made.clauses} & words


@tries(150, 5_000)
@given(st.integers(), st.integers(0, 3))
def test_a_passage_prints_where_its_guards_hold_and_nowhere_else(
    tmp_path_factory: pytest.TempPathFactory, seed: int, depth: int
) -> None:
    random = Random(seed)
    rows = [(text, "Body Text") for text in Writer(random).paragraphs(depth)]
    path = papers.write(tmp_path_factory.getbasetemp() / "guards.docx", rows)
    made = guarded.reading(path.parent, path)
    for _ in range(4):
        answers = data(random)
        assert printed(path, made, answers) == expected(made, answers)


@tries(150, 5_000)
@given(st.integers())
def test_a_name_that_is_missing_is_missed_just_where_the_guards_of_a_use_hold(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    rows = [(text, "Body Text") for text in Writer(random).paragraphs(2)]
    path = papers.write(tmp_path_factory.getbasetemp() / "missing.docx", rows)
    made = guarded.reading(path.parent, path)
    answers = data(random)
    gone = random.choice(NAMES)
    read = any(use.path == (gone,) and holds(use.around, answers) for use in made.uses)
    without = {name: value for name, value in answers.items() if name != gone}
    if read:
        with pytest.raises(NameMissing):
            word.render(path, without, title="T")
    else:
        word.render(path, without, title="T")


def test_without_the_guards_it_would_be_noticed(tmp_path: Path) -> None:
    """The control."""
    rows = [(text, "Body Text") for text in ("{%p if a %}", "m1. x", "{%p endif %}")]
    path = papers.write(tmp_path / "guards.docx", rows)
    made = guarded.reading(tmp_path, path)
    assert expected(made, {"a": True}) == printed(path, made, {"a": True}) == {"m1."}
    assert expected(made, {"a": True}) != printed(path, made, {"a": False})
