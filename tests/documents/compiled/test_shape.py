"""What is proven of a template before it is filled holds for every context; all else is not proven."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from app.documents.compiled import calm, jinja, shape

HARSH = st.text(st.sampled_from("ab<>&\"'é漢{}%]\n\t "), max_size=8)
PIECES = st.sampled_from(
    [
        "words",
        "{{ a }}",
        "{{ a|e }}",
        "{{ a|upper }}",
        "{{ b.c }}",
        "{{ b.upper }}",
        "{{ a|safe }}",
        "{{ '<p>' }}",
        "{{ a ~ b.c }}",
        "{{ d|join(', ') }}",
        "{% if a %}",
        "{% else %}",
        "{% endif %}",
        "{% for x in d %}",
        "{{ x }}",
        "{% endfor %}",
        "{% set e = a %}",
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        '<w:v w:val="{{ a }}"/>',
        '<w:v w:val="{% if a %}x{% else %}y{% endif %}"/>',
        '<w:v w:val="{% if a %}"{% else %}y"{% endif %}/>',
        "<!-- {{ a }} -->",
        "<{{ a }}>",
        "<![CDATA[{{ a }}]]>",
        "]]>",
    ]
)
CONTEXTS = st.fixed_dictionaries(
    {"a": HARSH, "b": st.fixed_dictionaries({"c": HARSH}), "d": st.lists(HARSH, max_size=3)}
)
RUN = "</w:r><w:r>"


def whole(inside: str, *, escaping: bool = True) -> bool:
    environment = jinja.Quick(autoescape=escaping)
    tree = environment.parse(f"<w:body>{inside}</w:body>")
    return shape.is_whole(tree, frozenset(environment.globals), escaping=escaping)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=7).map("".join), CONTEXTS, st.booleans())
def test_what_is_proven_is_well_formed_with_any_text(
    inside: str, context: dict[str, Any], escaping: bool
) -> None:
    try:
        proven = whole(inside, escaping=escaping)
    except jinja.TemplateError:
        return
    if not proven or (not escaping and any(mark in str(context) for mark in "<>&")):
        return
    source = f'<w:body xmlns:w="urn:w">{inside}</w:body>'
    text = jinja.Quick(autoescape=escaping).from_string(source).render(context)
    if escaping or calm.METHOD not in text:
        etree.fromstring(text)


@pytest.mark.parametrize(
    "inside",
    [
        "<w:p>{{ a }}</w:p>",
        "<w:p>{% if a %}<w:r>{{ b.c }}</w:r>{% elif b %}x{% else %}<w:r/>{% endif %}</w:p>",
        "{% for x in d %}<w:p>{{ x }}{% if loop.last %}.{% endif %}</w:p>{% endfor %}",
        f"<w:p><w:r>{{% if a %}}one{RUN}two{{% else %}}three{{% endif %}}</w:r></w:p>",
        '<w:p w:val="{% if loop %}x{% else %}y{% endif %}"/>',
        "{% set e = a %}<w:p>{{ e }} {{ a|default('b') }} {{ d|join(', ') }}</w:p>",
    ],
)
def test_templates_of_the_usual_kind_are_proven(inside: str) -> None:
    assert whole(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "{% if a %}<w:p>{% endif %}</w:p>",
        "{% if a %}<w:p>{% else %}<w:p>{% endif %}</w:p>",
        "<w:p>{{ a|safe }}</w:p>",
        "<w:p>{{ (a|e)|truncate(3) }}</w:p>",
        "<w:p>{{ (a|e)|upper }}</w:p>",
        "<!-- {{ a }} --><w:p/>",
        "<w:p {{ a }}/>",
        "<{{ a }}/>",
        '<w:p w:val="{% if a %}"/><w:p w:val="{% endif %}"/>',
        "<w:p><![CDATA[{{ a }}]]></w:p>",
        "{% macro m() %}<w:p>{% endmacro %}{{ m() }}",
        "{% filter safe %}<w:p>{% endfilter %}",
        "{% for x in d recursive %}<w:p/>{% endfor %}",
        "<w:p>{{ lipsum(html=true) }}</w:p>",
        "{% set e = a|safe %}{{ e }}",
        "<w:p>{{ d|map('safe')|first }}</w:p>",
    ],
)
def test_what_may_come_out_broken_is_not_proven(inside: str) -> None:
    assert not whole(inside)


@pytest.mark.parametrize(
    "inside",
    ["{{ a.upper|title }}", "{{ loop }}", "{{ range }}", "{{ '<' }}", '<w:p w:val="{{ a }}"/>', "{{ b[a] }}"],
)
def test_without_escaping_less_is_proven(inside: str) -> None:
    assert not whole(inside, escaping=False)


@pytest.mark.parametrize("mark", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_may_not_hold_is_noticed(mark: str) -> None:
    assert not calm.is_legal(f"é{mark}漢")
    assert calm.is_legal("é\n\t\r 漢🙂\ufdd0")
