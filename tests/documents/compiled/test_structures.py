"""Word's less usual structures, written as XML: compiled, they give what docxtpl makes of them."""

from typing import Any

import pytest
from docx import Document
from docx.oxml.parser import parse_xml
from docxtpl import R

from app.documents.word import compile
from tests.documents.compiled import made

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)


def p(*runs: str, look: str = "") -> str:
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(inside: str, look: str = "<w:tcPr/>") -> str:
    return f"<w:tc>{look}{inside}</w:tc>"


def tr(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def tbl(columns: int, *rows: str) -> str:
    grid = '<w:gridCol w:w="1000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def box(inside: str) -> str:
    return p(
        '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Box"/><a:graphic><a:graphicData uri="x"><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )


def sdt(inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


SPAN = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
DOWN = '<w:tcPr><w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/></w:tcPr>'
SECTION = '<w:pPr><w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:pPr>'
LOOP = tr(tc(p(r("{%tr for i in rows %}"))))
END = tr(tc(p(r("{%tr endfor %}"))))
BOLD = "<w:rPr><w:b/></w:rPr>"
BODIES = {
    "a table in a cell": tbl(1, tr(tc(tbl(2, tr(tc(p(r("{{ a }}"))), tc(p(r("x"))))) + p(r("{{ b }}"))))),
    "rows in a table in a cell": tbl(1, tr(tc(tbl(1, LOOP, tr(tc(p(r("{{ i }}")))), END) + p()))),
    "a loop in a cell": tbl(
        1, tr(tc(p(r("{%p for i in rows %}")) + p(r("{{ i }}")) + p(r("{%p endfor %}")) + p()))
    ),
    "a cell that spans": tbl(2, tr(tc(p(r("{{ a }}")), SPAN)), LOOP, tr(tc(p(r("{{ i }}"))), tc(p())), END),
    "spans in a loop": tbl(2, LOOP, tr(tc(p(r("{{ i }}")), SPAN)), END),
    "too few columns": tbl(1, tr(tc(p(r("a"))), tc(p(r("{{ a }}"))), tc(p()))),
    "too many columns": tbl(4, tr(tc(p(r("{{ a }}"))))),
    "a table without rows": tbl(2) + p(r("{{ a }}")),
    "a table without a grid": f"<w:tbl><w:tblPr/>{tr(tc(p(r('{{ a }}'))))}</w:tbl>",
    "merged down in a loop": tbl(2, LOOP, tr(tc(p(r("x")), DOWN), tc(p(r("{{ i }}")))), END),
    "a content control": sdt(p(r("{{ a }}"))) + p(sdt(r("{% if b %}{{ b }}{% endif %}"))),
    "a row in a content control": tbl(1, sdt(tr(tc(p(r("{{ a }}")))))),
    "a loop around a content control": p(r("{%p for i in rows %}"))
    + sdt(p(r("{{ i }}")))
    + p(r("{%p endfor %}")),
    "tracked changes": p(
        f'<w:ins w:id="1" w:author="x">{r("{{ a }}")}</w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText>{{ b }}</w:delText></w:r></w:del>'
    ),
    "a tracked row": tbl(1, f'<w:tr><w:trPr><w:ins w:id="1"/></w:trPr>{tc(p(r("{{ a }}")))}</w:tr>'),
    "a text box": box(p(r("{{ a }}")) + p(r("{% for i in rows %}{{ i }}{% endfor %}"))),
    "text boxes in a loop": p(r("{%p for i in rows %}")) + box(p(r("{{ i }}"))) + p(r("{%p endfor %}")),
    "two sections": p(r("{{ a }}"), look=SECTION) + p(r("{{ b }}")) + "<w:sectPr/>",
    "a section in a condition": p(r("{%p if no %}"))
    + p(r("x"), look=SECTION)
    + p(r("{%p endif %}"))
    + p(r("{{ a }}")),
    "a field": p('<w:fldSimple w:instr=" MERGEFIELD {{ b }} ">' + r("{{ a }}") + "</w:fldSimple>"),
    "a formula": p("<m:oMath><m:r><m:t>{{ a }}</m:t></m:r></m:oMath>", r("{{ b }}")),
    "a bookmark and a link": p(
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/>',
        r("{{ a }}"),
        '<w:bookmarkEnd w:id="0"/>',
        f'<w:hyperlink w:anchor="x">{r("{{ b }}")}</w:hyperlink>',
    ),
    "breaks and tabs": p("<w:r><w:t>{{ a }}</w:t><w:br/><w:tab/><w:t>{{ b }}</w:t></w:r>"),
    "a tag over three looks": p(
        r("{", BOLD),
        r("{ a"),
        r(" }", BOLD),
        r("}"),
        "<w:proofErr/>",
        r("{% if b"),
        r(" %}y{%"),
        r(" endif %}"),
    ),
    "a tag with a tab": p("<w:r><w:t>{{ a</w:t><w:tab/><w:t>}}</w:t></w:r>"),
    "a condition over runs": p(
        r("{% if b %}one"), r("two", BOLD), r("{% else %}three"), r("{% endif %} end")
    ),
    "a condition over paragraphs": p(r("{% if b %}one"))
    + p(r("two{% else %}three"))
    + p(r("{% endif %} end")),
    "smart quotes and signs": p(r("{{ “x” ~ ‘y’ }} {% if 1 &lt; 2 and b != “z” %}&amp;{% endif %}")),
    "raw": p(r("{% raw %}{{ a }}{% endraw %} {{ a }}")),
    "set, with and macros": p(r("{% set x = a %}{% with y = b %}{{ x }}{{ y }}{% endwith %}"))
    + p(r("{% macro m(q) %}[{{ q }}]{% endmacro %}{{ m(a) }}{% call m(b) %}{% endcall %}")),
    "whitespace": p(r("a {%- if b %} b {% endif -%} c")) + p(r("{{- a -}}")) + p(r(" d")),
    "rich text": p(r("{{r rich }}")) + p(r("{{ rich }}")) + p(r("x {{r a }} y")),
    "comments": p(r("{# gone #}a"))
    + p(r("{#p gone #}"))
    + tbl(1, tr(tc(p(r("{#tr gone #}")))), tr(tc(p(r("{{ a }}"))))),
    "an include of nothing": p(r("{% include 'nothing' ignore missing %}{{ a }}")),
    "an include that fails": p(r("{% include 'nothing' %}")),
    "methods": p(r("{{ a.upper() }}{{ d.get('k') }}{% for k, v in d.items() %}{{ k ~ v }}{% endfor %}")),
    "a method as it is": p(r("{{ a.title }} {{ d.title }} {{ d.get }}")),
    "a cell of one's own": tbl(1, tr(tc(p(r("{{ cell|safe }}"))), "{{ cell|safe }}")),
    "a paragraph of one's own": p(r("{{ ending|safe }}")) + "{{ ending|safe }}" + p(r("{{ a }}")),
    "a macro of the template's own": p(r("{{ '<w:br/>' }}{{ '</w:t><w:br/><w:t>'|safe }}")),
    "a division by zero": p(r("{{ 1 / 0 }}")),
    "a comment of XML": p("<!-- {{ a }} -->", r("{{ b }}")),
    "written out braces": p(r("{_{ a }_} {_% b %_} {{ a }}_}")),
}
OWN = {
    "cell": '</w:t></w:r></w:p></w:tc><w:tc w:x="1"><w:p><w:r><w:t>own',
    "ending": "</w:t></w:r></w:p>\n<w:p><w:r><w:t>own\n",
}
CONTEXTS: list[dict[str, Any]] = [
    {"a": "A & <b>", "b": "x", "rows": ["1", "two\nlines"], "d": {"k": "<v>"}, "rich": R("r", bold=True)},
    {"a": "plain", "b": "", "rows": [], "d": {"k": "v"}, "rich": "no"},
    {"a": "plain", "b": "", "rows": [], "d": {"k": "v"}, "rich": "no", **OWN},
    {"a": "“é”", "b": "long\aone\ftwo", "rows": ["1"], "d": {}},
]


def template(body: str) -> bytes:
    """A file with this body in front of what an empty one has."""
    document = Document()
    root = parse_xml(f"<w:body {SPACES}>{body}</w:body>")
    for child in reversed(list(root)):
        document.element.body.insert(0, child)
    return made.saved(document)


@pytest.mark.parametrize("name", BODIES)
def test_a_structure_comes_out_as_docxtpl_would_have_it(name: str) -> None:
    data = template(BODIES[name])
    for context in CONTEXTS:
        for autoescape in (False, True):
            ours = made.outcome(lambda: compile(data).render(dict(context), None, autoescape))  # noqa: B023
            stock = made.outcome(lambda: made.by_docxtpl(data, dict(context), None, autoescape))  # noqa: B023
            assert ours == stock


def test_headers_of_first_and_even_pages_are_filled() -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for number, part in enumerate((section.first_page_header, section.even_page_footer, section.footer)):
        part.paragraphs[0].text = f"{number} {{{{ a }}}}"
    document.add_section().header.paragraphs[0].text = "{{ b }}"
    data = made.saved(document)
    for context in CONTEXTS[1:]:
        assert made.parts(compile(data).render(context)) == made.parts(made.by_docxtpl(data, context))
