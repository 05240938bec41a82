"""Compiled templates make of every template what docxtpl makes of it, part by part."""

from collections.abc import Mapping
from typing import Any

import pytest
from docxtpl import Listing, R, RichTextParagraph
from jinja2 import ChainableUndefined, DebugUndefined, Environment, StrictUndefined
from markupsafe import Markup

from app.documents.word import compile
from tests.documents.compiled import made

WEEKS = [{"week": n, "hours": 40 + n, "paid": f"{n}00"} for n in range(3)]
PEOPLE: dict[str, object] = {
    "name": "Zoë O’Brien & Sons <Cleaning>",
    "ok": True,
    "no": False,
    "weeks": WEEKS,
    "names": ["Ana", "Bo"],
    "deep": {"items": "a key that every dict has, too", "part": {"end": 7}},
    "color": "FF0000",
    "n": 2,
}

TEMPLATES = {
    "a paragraph": made.template("Dear {{ name }}, {% if ok %}yes{% else %}no{% endif %} {{ 1 < 2 }}"),
    "no tag at all": made.template("Plain words.", "", "x < y & z"),
    "paragraph tags": made.template(
        "{%p for n in names %}", "{{ n }}", "{%p endfor %}", "{%p if no %}", "x", "{%p endif %}"
    ),
    "a run tag": made.template("a {%r if ok %} b {%r endif %} c {{r name }} d"),
    "whitespace control": made.template(
        "one {%- if ok -%}", "two", "{%- endif -%}", "three {{- name -}} four"
    ),
    "comments": made.template("a {# hidden #} b", "{#p gone #}", "c"),
    "written out marks": made.template("{_{ name }_} {_% if %_} {{ name }}"),
    "smart quotes in a tag": made.template("{% if name == “x” %}a{% else %}{{ ‘b’ }}{% endif %}"),
    "cut into runs": made.split_runs("Dear {{ name }}, {% if ok %}yes{% endif %}!"),
    "loops in a paragraph": made.template(
        "{% for n in names %}{{ loop.index }}. {{ n }}{% if loop.last %}!{% endif %}{% endfor %}"
    ),
    "set and macro": made.template(
        "{% set x = name|upper %}{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(x) }}"
    ),
    "a missing name": made.template("a{{ missing }}b{{ deep.missing }}c{% if missing %}d{% endif %}"),
    "a missing part of a missing name": made.template("{{ missing.part }}"),
    "a key every dict has": made.template(
        "{{ deep.items }} {{ deep['items'] }} {{ deep.part.end }} {{ deep.get('part') }}"
    ),
    "a broken tag": made.template("{% if %}"),
    "an unclosed block": made.template("{% if ok %}", "x"),
    "an unknown filter": made.template("{{ name|frobnicate }}"),
    "header and footer": made.page("H {{ name|e }}", "F {% if ok %}{{ n }}{% endif %}", "B {{ n }}"),
    "a fixed header": made.page("Nothing", "to fill", "B {{ name }}"),
    "rows": made.table(
        [["W", "H"], ["{%tr for w in weeks %}", ""], ["{{ w.week }}", "{{ w.paid }}"], ["{%tr endfor %}", ""]]
    ),
    "rows that may all vanish": made.table(
        [["{%tr for w in nothing %}", ""], ["{{ w.week }}", "x"], ["{%tr endfor %}", ""]]
    ),
    "the widest row vanishes": made.table(
        [["a", "b", "c"], ["{%tr if no %}", "", ""], ["x", "y", "z"], ["{%tr endif %}", "", ""]], merged=[0]
    ),
    "columns": made.table(
        [
            ["{%tc for w in weeks %}", "{{ w.week }}", "{%tc endfor %}"],
            ["{%tc for w in weeks %}", "{{ w.paid }}", "{%tc endfor %}"],
        ]
    ),
    "column span": made.table([["{% colspan n %}{{ name|e }}", "b"], ["c", "d"]]),
    "cell background": made.table([["{% cellbg color %}{{ n }}", "b"], ["c", "d"]]),
    "merged down": made.table(
        [["{%tr for w in weeks %}", ""], ["{% vm %}same", "{{ w.week }}"], ["{%tr endfor %}", ""]]
    ),
    "merged across": made.table(
        [["{%tc for w in weeks %}", "{% hm %}one", "{%tc endfor %}"], ["a", "b", "c"]]
    ),
    "a footnote": made.noted("note of {{ name|e }}"),
}

VALUES = {
    "plain": "plain",
    "markup": "A <b> C",
    "amp": "a & b",
    "lt": "x < y and z",
    "entity": "&amp; &lt; &nbsp;",
    "lines": "one\ntwo\n",
    "crlf": "a\r\nb\rc",
    "tab": "\ta\tb",
    "marks": "a\ab\fc\n",
    "control": "a\x0bb\x00c",
    "no character": "a\ufffeb\uffff",
    "half": "a\ud800b",
    "cdata": "a ]]> b <![CDATA[ c",
    "comment": "<!-- a -->",
    "jinja": "{{ 7*7 }} {% x %} {_{",
    "emoji": "🙂 漢 ا",
    "long": "word " * 60,
    "empty": "",
    "paragraph": "x</w:t></w:r></w:p>\n<w:p><w:r><w:t>y",
    "unclosed": "<w:p>",
    "cell": "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>x",
    "pi": "<?x y?>",
}


def both(
    data: bytes, context: Mapping[str, object], *, autoescape: bool, **more: Any
) -> tuple[object, object]:
    make = more.get("env", lambda: None)
    stock = made.outcome(lambda: made.by_docxtpl(data, dict(context), make(), autoescape))
    return made.outcome(lambda: compile(data).render(dict(context), make(), autoescape)), stock


@pytest.mark.parametrize("autoescape", [False, True])
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_gives_what_docxtpl_gives(name: str, autoescape: bool) -> None:
    ours, stock = both(TEMPLATES[name], PEOPLE, autoescape=autoescape)
    assert ours == stock


@pytest.mark.parametrize("autoescape", [False, True])
@pytest.mark.parametrize("name", TEMPLATES)
def test_an_environment_of_the_callers_own_gives_the_same(name: str, autoescape: bool) -> None:
    def own() -> Environment:
        made_up = Environment(undefined=ChainableUndefined, trim_blocks=True, lstrip_blocks=True)
        made_up.filters["frobnicate"] = lambda text: Markup("<w:b/>")
        return made_up

    ours, stock = both(TEMPLATES[name], PEOPLE, autoescape=autoescape, env=own)
    assert ours == stock


@pytest.mark.parametrize("autoescape", [False, True])
@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", ["a paragraph", "header and footer", "rows"])
def test_any_text_comes_out_as_docxtpl_would_have_it(name: str, value: str, autoescape: bool) -> None:
    typed = VALUES[value]
    weeks = [{"week": typed, "paid": 1}, {"week": 2, "paid": typed}]
    context = {**PEOPLE, "name": typed, "n": typed, "weeks": weeks}
    ours, stock = both(TEMPLATES[name], context, autoescape=autoescape)
    assert ours == stock


@pytest.mark.parametrize("autoescape", [False, True])
@pytest.mark.parametrize(
    "value",
    [
        R("bold & bright\nnew", bold=True, color="#00FF00", size=24, font="eastAsia:Serif"),
        Listing("a <b>\nc\ad\fe\tf"),
        RichTextParagraph("alone", parastyle="Normal"),
        Markup("<w:br/>"),
        Markup("broken <"),
        Markup("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>"),
        3.5,
        None,
        ["a", "<b>"],
        {"a": "<b>"},
        b"<bytes>",
        len,
    ],
    ids=str,
)
def test_values_that_are_no_text_come_out_as_docxtpl_would_have_them(value: object, autoescape: bool) -> None:
    data = made.template("a {{ x }} b", "{{r x }}", "{{p x }}", "end")
    ours, stock = both(data, {"x": value}, autoescape=autoescape)
    assert ours == stock


@pytest.mark.parametrize("undefined", [StrictUndefined, DebugUndefined, ChainableUndefined])
def test_a_missing_name_does_what_the_environment_says(undefined: Any) -> None:
    data = TEMPLATES["a missing name"]
    ours, stock = both(data, {"deep": {}}, autoescape=True, env=lambda: Environment(undefined=undefined))
    assert ours == stock


def test_the_comparison_would_notice_one_letter() -> None:
    data = TEMPLATES["a paragraph"]
    assert made.parts(compile(data).render({**PEOPLE, "name": "Ann"})) != made.parts(
        made.by_docxtpl(data, PEOPLE)
    )
