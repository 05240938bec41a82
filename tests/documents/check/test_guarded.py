"""CHK-1: a template reaches the proof with every name it reads and every guard around it."""

from pathlib import Path

import pytest

from app.core.proof.uses import Guard, Loop, Reading
from app.documents import guarded, syntax, template
from app.documents.layouts import bundle
from app.documents.template import TemplateMistakes
from tests.documents.check.conftest import Template
from tests.documents.engine.papers import begin, table

TEMPLATES = bundle() / "docx"
SHIPPED = [each for each in sorted(TEMPLATES.rglob("*.docx")) if not each.name.startswith("_")]


def read(path: Path) -> Reading:
    return guarded.reading(path.parent, path)


def seen(path: Path) -> list[tuple[str, str, tuple[object, ...]]]:
    """Uses as their dotted path, what they do, and what stands around them."""
    return [(".".join(use.path), use.says, use.around) for use in read(path).uses]


def passages(path: Path) -> list[tuple[str, tuple[object, ...]]]:
    return [(clause.words, clause.around) for clause in read(path).clauses]


def test_a_name_alone_has_nothing_around_it(template: Template) -> None:
    assert seen(template("Pay {{ sum | money }}")) == [("sum", "print", ())]
    assert read(template("Pay {{ sum | money }}")).uses[0].filters == ("money",)


def test_both_sides_of_an_if_within_a_paragraph_are_guarded(template: Template) -> None:
    made = template("{% if a %}{{ b }}{% else %}{{ c }}{% endif %}{{ d }}")
    assert seen(made) == [
        ("a", "if", ()),
        ("b", "print", (Guard(("a",), True),)),
        ("c", "print", (Guard(("a",), False),)),
        ("d", "print", ()),
    ]


def test_an_if_not_wants_the_opposite_and_its_else_the_thing_itself(template: Template) -> None:
    made = template("{%p if not a.b %}", "{{ b }}", "{%p else %}", "{{ c }}", "{%p endif %}")
    assert [around for _, says, around in seen(made) if says == "print"] == [
        (Guard(("a", "b"), False),),
        (Guard(("a", "b"), True),),
    ]


def test_an_item_is_called_by_the_number_of_its_loop(template: Template) -> None:
    made = template("{%p for w in weeks %}", "{{ w.hours }}{{ weeks_all }}", "{%p endfor %}", "{{ w }}")
    assert seen(made) == [
        ("weeks", "for", ()),
        ("@1.hours", "print", (Loop(1, ("weeks",)),)),
        ("weeks_all", "print", (Loop(1, ("weeks",)),)),
        ("w", "print", ()),
    ]


def test_a_loop_in_a_loop_runs_over_a_part_of_the_outer_item(template: Template) -> None:
    made = template("{% for a in b %}{% for c in a.d %}{{ c }}{{ a.e }}{% endfor %}{% endfor %}")
    outer, inner = Loop(1, ("b",)), Loop(2, ("@1", "d"))
    assert seen(made) == [
        ("b", "for", ()),
        ("@1.d", "for", (outer,)),
        ("@2", "print", (outer, inner)),
        ("@1.e", "print", (outer, inner)),
    ]


def test_a_loop_that_names_its_item_like_an_outer_one_means_its_own(template: Template) -> None:
    made = template("{% for x in x %}{% for x in x.y %}{{ x }}{% endfor %}{{ x }}{% endfor %}{{ x }}")
    assert [path for path, _, _ in seen(made)] == ["x", "@1.y", "@2", "@1", "x"]


def test_what_is_asked_of_the_loop_guards_and_is_no_use(template: Template) -> None:
    made = template("{% for a in b %}{% if loop.first %}{{ c }}{% endif %}{{ loop.index }}{% endfor %}")
    assert seen(made) == [
        ("b", "for", ()),
        ("c", "print", (Loop(1, ("b",)), Guard(("loop", "first"), True))),
    ]


def test_a_loop_over_rows_guards_every_cell_of_them(tmp_path: Path) -> None:
    document = begin()
    rows = [
        [("{%tr for w in weeks %}", "Table text"), ("", "Table text")],
        [("{{ w.a }}", "Table text"), ("{% if w.b %}{{ c }}{% endif %}", "Table text")],
        [("{%tr endfor %}", "Table text"), ("", "Table text")],
    ]
    table(document, rows)
    document.save(str(tmp_path / "paper.docx"))
    loop = Loop(1, ("weeks",))
    assert seen(tmp_path / "paper.docx") == [
        ("weeks", "for", ()),
        ("@1.a", "print", (loop,)),
        ("@1.b", "if", (loop,)),
        ("c", "print", (loop, Guard(("@1", "b"), True))),
    ]
    assert read(tmp_path / "paper.docx").uses[1].place == "table 1, row 2, cell 1 (“{{ w.a }}”)"


def test_every_side_that_prints_is_a_clause_with_its_first_words(template: Template) -> None:
    inline = "Always. {% if a %}Yes, {{ b }}!{% else %}No.{% endif %}"
    looped = ("{%p for x in y %}", "Each {{ x }}", "and more.", "{%p endfor %}")
    made = template(inline, *looped, "{% if a %}{% else %}Only no.{% endif %}")
    assert passages(made) == [
        ("Yes, {{ b }}!", (Guard(("a",), True),)),
        ("No.", (Guard(("a",), False),)),
        ("Each {{ x }} and more.", (Loop(1, ("y",)),)),
        ("Only no.", (Guard(("a",), False),)),
    ]


def test_a_clause_stands_where_its_first_words_do(template: Template) -> None:
    made = template("x", "{%p if a %}", "{%p if b %}", "Words", "{%p endif %}", "{%p endif %}")
    assert [clause.place for clause in read(made).clauses] == ["paragraph 4 (“Words”)"] * 2


def test_a_place_names_the_nearest_heading_above(template: Template) -> None:
    made = template(("Facts", "heading 1"), "{{ a }}", ("{%p if b %}", "heading 2"), ("{{ c }}", "heading 2"),
                    ("{%p endif %}", "heading 2"), "{{ d }}")  # fmt: skip
    assert [use.place for use in read(made).uses] == [
        "paragraph 2 (“{{ a }}”), under “Facts”",
        "paragraph 3 (“{%p if b %}”), under “Facts”",
        "paragraph 4 (“{{ c }}”), under “Facts”",
        "paragraph 6 (“{{ d }}”), under “{{ c }}”",
    ]


def test_a_template_with_mistakes_has_no_reading(template: Template) -> None:
    with pytest.raises(TemplateMistakes):
        read(template("{{ a b }}"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_shipped_template_is_read_with_every_use_there_is(path: Path) -> None:
    made = guarded.reading(bundle().parent, path)
    assert made.file == path.relative_to(bundle().parent).as_posix()
    assert [(use.says, use.filters, use.place, _plain(use.path, use.around)) for use in made.uses] == [
        (use.says, use.filters, use.place, use.path) for use in template.uses(path)
    ]


def _plain(path: tuple[str, ...], around: tuple[object, ...]) -> tuple[str, ...]:
    """A path as `syntax.Use` has it."""
    for loop in around:
        if isinstance(loop, Loop) and path[0] == f"@{loop.number}":
            return (*_plain(loop.path, around), "[]", *path[1:])
    return path


def test_there_are_templates_to_read() -> None:
    """The control."""
    assert len(SHIPPED) > 60
    assert any("[]" in use.path for path in SHIPPED for use in template.uses(path))
    assert syntax.uses("{{ a }}")
