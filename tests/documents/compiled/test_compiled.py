"""A compiled template is opened once, may be shared, gives the same bytes, and evaluates no answer."""

import ast
import io
import multiprocessing
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from jinja2 import Environment

from app.documents.compiled import program, renderer
from app.documents.word import compile
from tests.documents.compiled import made

ROOT = Path(__file__).resolve().parents[3]
DATA = made.page("H {{ x }}", "F", "B {{ x }}")
TRAP = {"x": "{{ 6*7 }}"}


def test_a_template_is_opened_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[int] = []
    open_it = program.opened
    monkeypatch.setattr(program, "opened", lambda data: opened.append(1) or open_it(data))
    (tmp_path / "once.docx").write_bytes(made.template("only here {{ x }}"))
    for number in range(3):
        compile(tmp_path / "once.docx").render({"x": number})
    assert opened == [1]


def test_a_changed_file_is_another_template(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(made.template("old"))
    before = compile(file).render({})
    file.write_bytes(made.template("new"))
    assert before != compile(file).render({})


def test_only_so_many_templates_are_kept() -> None:
    for number in range(renderer._MOST + 3):
        renderer._PROGRAMS[str(number)] = None
    compile(made.template("one more")).render({})
    assert len(renderer._PROGRAMS) == renderer._MOST


def test_the_same_context_gives_the_same_bytes() -> None:
    assert compile(DATA).render({"x": 1}) == compile(DATA).render({"x": 1})


def test_no_member_tells_a_time_and_every_one_is_sound() -> None:
    with zipfile.ZipFile(io.BytesIO(compile(DATA).render({"x": "ä" * 500}))) as archive:
        assert archive.testzip() is None
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_opens_what_was_rendered() -> None:
    assert Document(io.BytesIO(compile(DATA).render({"x": "words"}))).paragraphs[0].text == "B words"


def test_threads_may_share_a_template() -> None:
    ready = compile(made.template("shared {{ x }}"))
    with ThreadPoolExecutor(8) as pool:
        files = list(pool.map(lambda number: ready.render({"x": number}), range(200)))
    assert files == [ready.render({"x": number}) for number in range(200)]


def test_a_thousand_files_leave_the_memory_as_it_was() -> None:
    ready = compile(DATA)
    for number in range(200):
        ready.render({"x": str(number)})
    before = _memory()
    for number in range(1000):
        ready.render({"x": str(number)})
    assert _memory() < before * 1.1


def _memory() -> int:
    """The pages of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1])


def _render(number: int) -> bytes:
    return compile(DATA).render({"x": number})


def test_a_forked_process_may_use_what_its_parent_compiled() -> None:
    here = [_render(number) for number in range(3)]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(_render, range(3)) == here


def test_an_environment_that_changes_is_noticed() -> None:
    data, environment = made.template("{{ x }} {{ 'a'|sign }}"), Environment()
    environment.filters["sign"] = lambda text: "one"
    first = compile(data).render({"x": 1}, environment)
    environment.filters["sign"] = lambda text: "two"
    assert first != compile(data).render({"x": 1}, environment)


def test_escaping_is_set_in_the_callers_environment_as_docxtpl_does() -> None:
    environment = Environment()
    compile(DATA).render({"x": 1}, environment, autoescape=True)
    assert environment.autoescape is True


@pytest.mark.parametrize("sections", [1, 2, 3])
def test_an_answer_in_a_footnote_is_never_evaluated(sections: int) -> None:
    note = made.parts(compile(made.noted("{{ x }}", sections=sections)).render(TRAP))["word/footnotes.xml"]
    assert b"{{ 6*7 }}" in note


def test_docxtpl_itself_evaluates_it_with_two_sections() -> None:
    note = made.parts(made.by_docxtpl(made.noted("{{ x }}", sections=2), TRAP))["word/footnotes.xml"]
    assert b"42" in note


def test_an_answer_in_a_footnote_is_not_evaluated_beside_a_picture_either() -> None:
    ready = compile(made.noted("{{ x }}", sections=2))
    assert ready.tpl is not None
    assert b"{{ 6*7 }}" in made.parts(ready.render(TRAP))["word/footnotes.xml"]


def test_a_mistake_of_the_template_carries_the_lines_around_it_as_in_docxtpl() -> None:
    data = made.template("a", "{% if %}", "b")
    shown: list[Any] = []
    for make in (lambda: compile(data).render({}), lambda: made.by_docxtpl(data, {})):
        with pytest.raises(Exception, match="Expected an expression") as caught:
            make()
        shown.append(list(caught.value.docx_context))
    assert shown[0] == shown[1]


def callers(tree: ast.AST) -> list[int]:
    """The lines where the first layer is imported or called."""
    lines = []
    for node in ast.walk(tree):
        named = isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.documents.compiled")
        from_word = isinstance(node, ast.ImportFrom) and node.module == "app.documents.word"
        taken = from_word and any(each.name in ("compile", "Compiled", "*") for each in node.names)
        whole = isinstance(node, ast.Import) and any("documents.compiled" in each.name for each in node.names)
        from_package = isinstance(node, ast.ImportFrom) and node.module == "app.documents"
        package = from_package and any(each.name == "compiled" for each in node.names)
        called = isinstance(node, ast.Attribute) and node.attr == "compile" and _is_word(node.value)
        if named or taken or whole or package or called:
            lines.append(node.lineno)
    return lines


def _is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node).split(".")[-1] == "word"


def test_nothing_in_the_product_but_word_uses_the_first_layer() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "app").rglob("*.py")
        if path.parent.name != "compiled" and callers(ast.parse(path.read_text()))
    }
    assert found == {"app/documents/word.py"}


@pytest.mark.parametrize(
    "line",
    [
        "from app.documents.word import compile",
        "from app.documents import word\nword.compile(path)",
        "import app.documents.word\napp.documents.word.compile(path)",
        "from app.documents.compiled import renderer",
        "from app.documents import compiled",
        "import app.documents.compiled.renderer",
    ],
)
def test_a_use_elsewhere_would_be_noticed(line: str) -> None:
    assert callers(ast.parse(line))
