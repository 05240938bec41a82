"""The short cuts of our compiler give what Jinja's own gives, mistakes included."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from app.documents.compiled import jinja


class Other:
    """An object with attributes of its own."""

    def __init__(self) -> None:
        self.k, self.items = "of an <object>", "own"


class Mapped(dict[str, object]):
    """A dict that is not a plain one."""

    k = "of the class"


class Word(str):
    """A text that is not a plain one."""

    def __str__(self) -> str:
        return "said <otherwise>"


VALUES = st.sampled_from(
    [
        "plain",
        "a < b & 'c'",
        Markup("<b/>"),
        Word("x"),
        None,
        3,
        2.5,
        True,
        ["<a>", 1],
        ("b",),
        {"k": "<v>", "items": "an item", "l": {"k": Markup("<i/>")}},
        {"l": Mapped(k="key")},
        Mapped(k="<key>"),
        Other(),
        {"k": Other()},
    ]
)
NAMES = st.sampled_from(["a", "b", "missing", "loop"])
PARTS = st.sampled_from(
    ["", ".k", ".items", ".l.k", ".k.k", ".missing", ".missing.k", "['k']", ".k.items", "[0]"]
)
FILTERS = st.sampled_from(["", "", "|e", "|upper", "|default('<d>')", "|safe", "|string", "|first"])
EXPRESSIONS = st.tuples(NAMES, PARTS, FILTERS).map("".join)
OUTPUTS = st.one_of(
    EXPRESSIONS.map(lambda each: f"{{{{ {each} }}}}"),
    st.tuples(EXPRESSIONS, EXPRESSIONS).map(lambda two: f"{{{{ {two[0]} ~ {two[1]} }}}}"),
    st.sampled_from(
        ["x < y ", "{{ '<' }}", "{{ 1 / 0 }}", "{{ a() }}", "{# c #}", "{% raw %}{{ a }}{% endraw %}"]
    ),
)
BLOCKS = st.recursive(
    OUTPUTS,
    lambda inside: st.one_of(
        st.lists(inside, max_size=3).map("".join),
        st.tuples(EXPRESSIONS, inside, inside).map(
            lambda parts: f"{{% if {parts[0]} %}}{parts[1]}{{% else %}}{parts[2]}{{% endif %}}"
        ),
        st.tuples(EXPRESSIONS, inside).map(
            lambda two: f"{{% for i in {two[0]} %}}{{{{ i }}}}{two[1]}{{% endfor %}}"
        ),
        inside.map(lambda each: f"{{% set s %}}{each}{{% endset %}}{{{{ s }}}}"),
        inside.map(lambda each: f"{{% macro m(a) %}}{each}{{% endmacro %}}{{{{ m(b) }}}}"),
        inside.map(lambda each: f"{{% filter upper %}}{each}{{% endfilter %}}"),
        inside.map(lambda each: f"{{% with a = b %}}{each}{{% endwith %}}"),
        inside.map(lambda each: f"{{% block q %}}{each}{{% endblock %}}"),
    ),
    max_leaves=6,
)


def said(make: Callable[[], str]) -> str:
    try:
        return make()
    except Exception as fault:  # each of Jinja's and Python's own is compared
        return f"{type(fault).__name__}: {fault}"


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(BLOCKS, VALUES, VALUES, st.booleans())
def test_every_template_says_what_it_says_in_jinja(source: str, a: Any, b: Any, autoescape: bool) -> None:
    ours, stock = (
        said(lambda: kind(autoescape=autoescape).from_string(source).render(a=a, b=b))  # noqa: B023
        for kind in (jinja.Quick, Environment)
    )
    assert ours.split(" at 0x")[0] == stock.split(" at 0x")[0]


@pytest.mark.parametrize("value", ["<", Markup("<"), 1, None])
def test_a_value_alone_and_among_others_is_escaped_alike(value: object) -> None:
    alone, among = (
        jinja.Quick(autoescape=True).from_string(text).render(a=value) for text in ("{{ a }}", "-{{ a }}-")
    )
    assert among == f"-{alone}-"
