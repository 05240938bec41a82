"""Environments of the caller's own: the short way where they are Jinja's, docxtpl's words in any case."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import ChainableUndefined, DebugUndefined, Environment, StrictUndefined
from markupsafe import Markup

from app.documents.compiled import jinja
from app.documents.word import compile
from tests.documents.compiled import made


def given_names(**more: Any) -> Environment:
    environment = Environment(**more)
    environment.filters["money"] = environment.filters["loud"] = lambda value: Markup(f"{value}<w:br/>")
    environment.globals["a"] = Markup("<w:tab/>")
    return environment


def of_another_mind() -> Environment:
    environment = Environment()
    environment.filters["upper"] = lambda value: Markup("<w:br/>")
    return environment


ORDINARY: dict[str, Callable[[], Environment]] = {
    "plain": Environment,
    "escaping": lambda: Environment(autoescape=True),
    "strict": lambda: Environment(undefined=StrictUndefined),
    "chaining": lambda: Environment(undefined=ChainableUndefined, autoescape=True),
}
OTHERS: dict[str, Callable[[], Environment]] = {
    "names": given_names,
    "other filter": of_another_mind,
    "debugging": lambda: Environment(undefined=DebugUndefined),
    "brackets": lambda: Environment(variable_start_string="[[", variable_end_string="]]"),
    "trimming": lambda: Environment(trim_blocks=True, lstrip_blocks=True),
    "finalizing": lambda: Environment(finalize=lambda value: Markup("<w:br/>")),
    "choosing": lambda: Environment(autoescape=lambda name: True),
    "extended": lambda: Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]),
}
ENVIRONMENTS = {**ORDINARY, **OTHERS}
LINES = st.sampled_from(
    [
        "{{ a }}",
        "{{ b|upper }}",
        "{{ b|loud }}",
        "{{ b|money }}",
        "[[ a ]]",
        "{{ zz }}",
        "{{ zz.y }}",
        "x & y",
    ]
)
LOOPS = st.sampled_from(["{% for i in d %}{{ i }}{% endfor %}", "{% if a %}{{ a }}{% endif %}", "plain"])
TEXTS = st.sampled_from(["x", "A & <b>", "one\ntwo\t", "", "é"])


@given(
    st.sampled_from(sorted(ENVIRONMENTS)), st.lists(st.one_of(LINES, LOOPS), max_size=3), TEXTS, st.booleans()
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_an_environment_of_the_callers_own(name: str, lines: list[str], text: str, autoescape: bool) -> None:
    data = made.page("{{ b }}", "fixed", *lines)
    context = {"a": text, "b": text, "d": [text, 1]}
    if name == "names":
        del context["a"]
    stock = made.outcome(lambda: made.by_docxtpl(data, context, ENVIRONMENTS[name](), autoescape))
    ready, environment = compile(data), ENVIRONMENTS[name]()
    for _ in range(2):
        assert made.outcome(lambda: ready.render(context, environment, autoescape)) == stock


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_short_way_is_for_environments_like_jinjas(name: str) -> None:
    bound = jinja.Sources().bound(ENVIRONMENTS[name]())
    assert (bound.straight("<w:p>{{ x }}</w:p>") is not None) == (name in ORDINARY)


def test_a_filter_changed_between_two_files_is_heeded() -> None:
    ready, environment = compile(made.template("{{ x|upper }}")), Environment()
    first = ready.render({"x": "a"}, environment)
    environment.filters["upper"] = lambda value: Markup("changed<w:br/>")
    second = ready.render({"x": "a"}, environment)
    assert b"changed" in made.parts(second)["word/document.xml"]
    assert b"changed" not in made.parts(first)["word/document.xml"]


def test_a_name_added_between_two_files_is_heeded() -> None:
    data, environment = made.template("{{ x }} words"), Environment()
    ready = compile(data)
    ready.render({}, environment)
    environment.globals["x"] = Markup("</w:t><w:br/><w:t>\nnew")
    assert made.parts(ready.render({}, environment)) == made.parts(made.by_docxtpl(data, {}, environment))
