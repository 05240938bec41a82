"""Only names, parts, filters, `if`, `else` and `for` get past the check, each mistake with its place."""

import jinja2
import pytest

from app.documents import syntax

FINE = [
    "plain words, 50 % of {them}",
    "{{ name }} {{ client.name.full | caps }} {{ owed.total|money }}",
    "{% if a.b %}x{% else %}y{% endif %}",
    "{% if not a %}x{% endif %}",
    "{% for week in weeks %}{{ loop.index }} {{ week.hours | hours }}{% endfor %}",
]

PAYLOADS = [
    "{{ 7*7 }}",
    "{{ 'a' }}",
    "{{ 1 }}",
    "{{ true }}",
    "{{ none }}",
    "{{ a() }}",
    "{{ a.b('x') }}",
    "{{ a['b'] }}",
    "{{ a[0] }}",
    "{{ a.0 }}",
    "{{ a | attr('x') }}",
    "{{ a | map('upper') }}",
    "{{ a | format(1) }}",
    "{{ a | safe }}",
    "{{ a | tojson }}",
    "{{ a | xmlattr }}",
    "{{ a ~ b }}",
    "{{ a if b }}",
    "{{ a and b }}",
    "{{ a == b }}",
    "{{ a is defined }}",
    "{{ a in b }}",
    "{{ not a }}",
    "{{ -a }}",
    "{{ a, b }}",
    "{{ [a] }}",
    "{{ {} }}",
    "{{ _a }}",
    "{{ a.__class__ }}",
    "{{ a._b }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self }}{{ self._TemplateReference__context }}",
    "{{ lipsum.__globals__ }}",
    "{{ 10**10**8 }}",
    '{{ "A"*900000000 }}',
    "{{ loop.cycle }}",
    "{{ loop.previtem.x }}",
    "{{- a }}",
    "{{ a -}}",
    "{%- if a %}{% endif %}",
    "{%+ if a %}{% endif %}",
    "{# a comment #}",
    "{% raw %}{{ a }}{% endraw %}",
    "{% set a = b %}",
    "{% set a %}{% endset %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block a %}{% endblock %}",
    "{% macro a() %}{% endmacro %}",
    "{% call a() %}{% endcall %}",
    "{% filter upper %}{% endfilter %}",
    "{% with a = b %}{% endwith %}",
    "{% autoescape false %}{{ a }}{% endautoescape %}",
    "{% do a %}",
    "{% break %}",
    "{% elif a %}",
    "{% if a and b %}{% endif %}",
    "{% if a == 'b' %}{% endif %}",
    "{% if a > 1 %}{% endif %}",
    "{% if a is defined %}{% endif %}",
    "{% if a | money %}{% endif %}",
    "{% if true %}{% endif %}",
    "{% if not not a %}{% endif %}",
    "{% for a, b in c %}{% endfor %}",
    "{% for a in b if c %}{% endfor %}",
    "{% for a in b recursive %}{% endfor %}",
    "{% for a in range %}",
    "{% for a in [1] %}{% endfor %}",
    "{% for loop in a %}{% endfor %}",
    "{% for a in b() %}{% endfor %}",
    "{% if a %}",
    "{% endif %}",
    "{% for a in b %}{% else %}{% endfor %}",
    "{% if a %}{% else %}{% else %}{% endif %}",
    "{% if a %}{% for b in c %}{% endif %}{% endfor %}",
    "{{ a",
    "a }}",
    "{% if a",
    "{{ {{ a }} }}",
    "{{ a\n}}",
    "{{r a }}",
    "{{p a }}",
    "{%r if a %}{%r endif %}",
    "{%tc for a in b %}",
    "{% colspan a %}",
    "{% cellbg a %}",
    "{% vm %}",
    "{% hm %}",
]


@pytest.mark.parametrize("source", FINE)
def test_the_allowed_words_pass(source: str) -> None:
    assert syntax.mistakes(source) == []


@pytest.mark.parametrize("source", PAYLOADS)
def test_everything_else_is_a_mistake(source: str) -> None:
    assert syntax.mistakes(source)


def test_without_the_check_a_payload_would_run() -> None:
    stock = jinja2.Environment().from_string("{{ cycler.__init__.__globals__.os.getpid() }}").render()
    assert stock.isdigit()
    assert syntax.mistakes("{{ cycler.__init__.__globals__.os.getpid() }}")


def test_a_mistake_names_its_line() -> None:
    (mistake,) = syntax.mistakes("fine\n{{ a.b }}\n{{ a b }}")
    assert str(mistake).startswith("line 3: ")


def test_all_mistakes_come_at_once() -> None:
    assert len(syntax.mistakes("{{ 1 }}\n{{ a | nope }}\n{% if a %}")) == 3


def test_an_unknown_filter_is_answered_with_those_there_are() -> None:
    (mistake,) = syntax.mistakes("{{ a | upper }}")
    assert "there is no filter “upper”" in mistake.sentence
    assert "money" in mistake.sentence


def test_names_in_loops_are_followed_to_what_they_run_over() -> None:
    uses = syntax.uses(
        "{% for w in weeks %}{% for d in w.days %}{{ d.h }}{{ x }}{% endfor %}{% endfor %}{{ w }}"
    )
    assert [use.path for use in uses] == [
        ("weeks",),
        ("weeks", "[]", "days"),
        ("weeks", "[]", "days", "[]", "h"),
        ("x",),
        ("w",),
    ]


def test_what_a_template_asks_of_its_loop_is_no_use_of_a_name() -> None:
    assert [use.path for use in syntax.uses("{% for a in b %}{{ loop.index }}{% endfor %}")] == [("b",)]


def test_a_use_tells_how_and_through_which_filters() -> None:
    (use,) = syntax.uses("{{ a.b | money }}")
    assert (use.says, use.filters) == ("print", ("money",))
