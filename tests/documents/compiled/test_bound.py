"""Values that belong to a DocxTemplate come out as in docxtpl, and that template is left alone."""

import base64
import functools
import io
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from app.documents.word import compile
from tests.documents.compiled import made

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
DATA = made.page("H {{ picture }}", "F {{ picture }}", "A {{ picture }} {{ text }}", "{{r link }}")


class Holder:
    """A value of somebody's own that holds another."""

    __slots__ = ("inside",)

    def __init__(self, inside: object) -> None:
        self.inside = inside

    def __str__(self) -> str:
        return str(self.inside)


def picture(stock: Any, **more: Any) -> InlineImage:
    return InlineImage(stock, io.BytesIO(DOT), width=Mm(9), **more)


def context(stock: Any) -> dict[str, object]:
    link = RichText("see ")
    link.add("there", url_id=stock.build_url_id("https://example.org/"), underline=True)
    return {"picture": picture(stock, anchor="https://example.org/a"), "text": "x", "link": link}


@pytest.fixture(scope="module")
def wanted() -> made.Parts:
    stock = DocxTemplate(io.BytesIO(DATA))
    stock.render(context(stock))
    return made.parts(made.saved(stock))


def test_pictures_and_links_of_a_template_of_the_callers_own(wanted: made.Parts) -> None:
    assert made.parts(compile(DATA).render(context(DocxTemplate(io.BytesIO(DATA))))) == wanted


def test_pictures_and_links_of_the_compiled_template(wanted: made.Parts) -> None:
    ready = compile(DATA)
    assert made.parts(ready.render(context(ready.tpl))) == wanted


def test_the_callers_template_can_be_rendered_afterwards(wanted: made.Parts) -> None:
    stock = DocxTemplate(io.BytesIO(DATA))
    values = context(stock)
    compile(DATA).render(values)
    stock.render(values)
    assert made.parts(made.saved(stock)) == wanted


def filtered(stock: Any) -> tuple[dict[str, object], Environment]:
    environment = Environment()
    environment.filters["drawn"] = lambda name: picture(stock)
    return {"x": "name"}, environment


@pytest.mark.parametrize(
    "give",
    [
        lambda stock: ({"x": Holder(picture(stock))}, None),
        lambda stock: ({"x": {"y": [Holder(picture(stock))]}}, None),
        filtered,
    ],
    ids=["in an object", "in a list in a dict", "from a filter"],
)
def test_a_picture_is_found_wherever_it_hides(give: Callable[[Any], tuple[Any, Any]]) -> None:
    data = made.template("a {{ x|drawn }}" if give is filtered else "a {{ x.y[0] if x.y else x }}")
    stock = DocxTemplate(io.BytesIO(data))
    stock.render(*give(stock))
    ours = compile(data).render(*give(DocxTemplate(io.BytesIO(data))))
    assert made.parts(ours) == made.parts(made.saved(stock))


HOLDERS: dict[str, Callable[[Any], object]] = {
    "generator": lambda each: (one for one in [each]),
    "map": lambda each: map(list.pop, [[each]]),
    "iter": lambda each: iter([each]),
    "values": lambda each: {"k": each}.values(),
    "deque": lambda each: deque([each]),
    "holder": lambda each: [Holder(each)],
    "tuple": lambda each: (each,),
    "method": lambda each: map([each].__getitem__, [0]),
    "partial": lambda each: iter(functools.partial(next, iter([each, None])), None),
}


def agree(data: bytes, give: Callable[[Any], dict[str, Any]]) -> None:
    """The values come out alike from docxtpl, from the compiled template and from one of the caller's own."""
    stock, ready = DocxTemplate(io.BytesIO(data)), compile(data)
    stock.render(give(stock))
    wanted = made.parts(made.saved(stock))
    assert made.parts(ready.render(give(ready.tpl))) == wanted
    assert made.parts(compile(data).render(give(DocxTemplate(io.BytesIO(data))))) == wanted
    assert made.parts(ready.render(give(ready.tpl))) == wanted


@given(st.lists(st.sampled_from(sorted(HOLDERS)), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None)
def test_pictures_in_whatever_holds_them_and_can_be_read_once(names: list[str]) -> None:
    loops = "".join(f"{{% for p in x{number} %}}{{{{ p }}}},{{% endfor %}}" for number in range(len(names)))
    agree(
        made.template(loops),
        lambda stock: {f"x{number}": HOLDERS[name](picture(stock)) for number, name in enumerate(names)},
    )


def test_a_picture_behind_very_many_values() -> None:
    agree(
        made.template("{{ z.p }}{{ o|length }}"),
        lambda stock: {"z": {"p": picture(stock)}, "o": [{"i": [number]} for number in range(25_000)]},
    )


def test_a_picture_made_while_the_template_is_filled() -> None:
    agree(
        made.template("{{ draw(file) }}"),
        lambda stock: {"draw": functools.partial(InlineImage, stock), "file": io.BytesIO(DOT)},
    )


@pytest.mark.parametrize(
    "text", ['{{ link("https://example.org/") }}', '{{ t.build_url_id("https://e.org/") }}']
)
def test_a_link_made_while_the_template_is_filled(text: str) -> None:
    agree(made.page(text, text, text), lambda stock: {"link": stock.build_url_id, "t": stock})


def test_a_link_made_while_one_file_is_filled_is_not_in_the_next() -> None:
    ready = compile(made.template("{{ link(to) }}"))
    ready.render({"link": ready.tpl.build_url_id, "to": "https://example.org/first"})
    after = ready.render({"link": ready.tpl.build_url_id, "to": "https://example.org/second"})
    assert b"first" not in made.parts(after)["word/_rels/document.xml.rels"]


def test_another_template_that_a_value_leads_to_changes_nothing() -> None:
    other = DocxTemplate(io.BytesIO(made.template("other words")))
    other.init_docx()
    agree(made.template("{{ x }} words"), lambda stock: {"x": "y", "other": [other]})


def test_a_picture_put_in_place_of_another_comes_out_in_its_place() -> None:
    data = made.template("{{ picture }}")
    ready = compile(data)
    first = ready.render({"picture": picture(ready.tpl)})
    again = compile(first)
    with io.BytesIO(DOT + b"\0") as other:
        again.tpl.replace_pic("image.png", other)
    assert made.parts(again.render({}))["word/media/image1.png"] == DOT + b"\0"


def test_pictures_give_the_same_bytes_each_time() -> None:
    first, second = (compile(DATA).render(context(DocxTemplate(io.BytesIO(DATA)))) for _ in range(2))
    assert first == second


def test_a_subdocument_comes_out_as_docxtpl_would_have_it() -> None:
    pytest.importorskip("docxcompose", reason="docxtpl needs it for subdocuments; this project does not")
    data = made.template("{{p sub }}", "end")

    def values(stock: Any) -> dict[str, object]:
        sub = stock.new_subdoc()
        sub.add_paragraph("inside", style="List Bullet").add_run().add_picture(io.BytesIO(DOT))
        return {"sub": sub}

    stock = DocxTemplate(io.BytesIO(data))
    stock.render(values(stock))
    ours = compile(data).render(values(DocxTemplate(io.BytesIO(data))))
    assert made.parts(ours) == made.parts(made.saved(stock))
