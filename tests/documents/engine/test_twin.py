"""The HTML twin says what the Word file says, in classes named after its styles, and is known when stale."""

import re
from pathlib import Path

import pytest

from app.documents import reading, styles, template, twin, word
from app.documents.template import TemplateMistakes
from tests.documents.engine.conftest import Template
from tests.documents.engine.papers import begin, table


def bare_words(html: str) -> list[str]:
    text = re.sub(r"<[^>]+>", " ", html.partition("\n")[2])
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").split()


def typed_words(docx: Path) -> list[str]:
    """The words of a template as they stand in Word, its `{%p` and `{%tr` tags written plainly."""
    text = reading.words_of_docx(docx.read_bytes()).replace("{%p ", "{% ").replace("{%tr ", "{% ")
    numbers = r"(?m)^(?:\d+\.|\([a-z]\)|[A-Z]\.|•|COUNT [IVX]+:) (?!\{%)|^(?:\d+\.|\([a-z]\)|[A-Z]\.) (?=\{%)"
    text = re.sub(r"\{\{.*?\}\}", lambda tag: tag[0].replace("|", "¦"), re.sub(numbers, "", text))
    return [word.replace("¦", "|") for word in text.split() if word != "|"]


@pytest.mark.parametrize("name", ["letter", "pleading"])
def test_the_twin_holds_the_words_of_its_template(name: str, request: pytest.FixtureRequest) -> None:
    docx = request.getfixturevalue(name)
    assert bare_words(twin.twin_of(docx)) == typed_words(docx)


@pytest.mark.parametrize("name", ["letter", "pleading"])
def test_the_twin_reads_the_names_its_template_reads(name: str, request: pytest.FixtureRequest) -> None:
    from app.documents import syntax

    docx = request.getfixturevalue(name)
    found = [(use.path, use.says, use.filters) for use in syntax.uses(twin.twin_of(docx))]
    assert found == [(use.path, use.says, use.filters) for use in template.uses(docx)]


def test_a_style_becomes_a_class_and_a_heading_a_heading(template: Template) -> None:
    made = twin.twin_of(template(("What is owed", "Heading 1"), ("Dear {{ x }}:", "Salutation")))
    assert made.splitlines()[1:] == [
        '<h1 class="heading-1">What is owed</h1>',
        '<p class="salutation">Dear {{ x }}:</p>',
    ]


def test_tags_between_paragraphs_stand_on_lines_of_their_own(template: Template) -> None:
    made = twin.twin_of(
        template(("{%p if a %}", "Body Text"), ("x", "Body Text"), ("{%p endif %}", "Body Text"))
    )
    assert made.splitlines()[1:] == ["{% if a %}", '<p class="body-text">x</p>', "{% endif %}"]


def test_a_repeated_row_is_a_head_and_a_looped_row_a_loop(tmp_path: Path) -> None:
    document = begin()
    cells = ["H", "{%tr for a in b %}", "{{ a }}", "{%tr endfor %}"]
    table(document, [[(text, "Table text")] for text in cells], head=1)
    document.save(str(tmp_path / "a.docx"))
    assert twin.twin_of(tmp_path / "a.docx").splitlines()[1:] == [
        '<table class="ruled-table">',
        '<colgroup><col style="width: 100.000%"></colgroup>',
        "<thead>",
        "<tr>",
        '<th scope="col" class="table-text">H</th>',
        "</tr>",
        "</thead>",
        "<tbody>",
        "{% for a in b %}",
        "<tr>",
        '<td class="table-text">{{ a }}</td>',
        "</tr>",
        "{% endfor %}",
        "</tbody>",
        "</table>",
    ]


def one_cell(tmp_path: Path, *paragraphs: str, style: str = "Table text") -> str:
    """The cell of a twin whose Word file has these paragraphs in its only cell."""
    document = begin()
    cell = table(document, [[(paragraphs[0], style)]]).rows[0].cells[0]
    for text in paragraphs[1:]:
        cell.add_paragraph(text, style=style)
    document.save(str(tmp_path / "a.docx"))
    found = re.search("<td.*</td>", twin.twin_of(tmp_path / "a.docx"), re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("style", styles.CELLS)
def test_a_cell_of_one_paragraph_is_that_paragraph(tmp_path: Path, style: str) -> None:
    made = one_cell(tmp_path, "{{ x }}{% if a %} <p>{% endif %}", style=style)
    assert made == f'<td class="{styles.slug(style)}">{{{{ x }}}}{{% if a %}} &lt;p&gt;{{% endif %}}</td>'


def test_a_cell_of_many_paragraphs_keeps_them(tmp_path: Path) -> None:
    made = one_cell(tmp_path, "a", "b")
    assert made == '<td><p class="table-text">a</p>\n<p class="table-text">b</p></td>'


def test_a_cell_whose_paragraphs_may_be_left_out_keeps_them(tmp_path: Path) -> None:
    made = one_cell(tmp_path, "{%p if x %}", "a", "{%p endif %}")
    assert made == '<td>\n{% if x %}\n<p class="table-text">a</p>\n{% endif %}\n</td>'


def test_a_paragraph_that_is_not_made_for_cells_stays_one(tmp_path: Path) -> None:
    assert one_cell(tmp_path, "a", style="Bullet item") == '<td><p class="bullet-item">a</p></td>'


def test_markup_typed_into_a_template_stays_words(template: Template) -> None:
    made = twin.twin_of(template(('<script> & "quotes"', "Body Text")))
    assert "&lt;script&gt; &amp; &quot;quotes&quot;" in made


def test_bold_and_italic_are_carried(tmp_path: Path) -> None:
    document = begin()
    paragraph = document.add_paragraph("a ", style="Body Text")
    paragraph.add_run("b").bold = True
    paragraph.add_run(" c", style="Emphasis")
    document.save(str(tmp_path / "a.docx"))
    assert "a <strong>b</strong><em> c</em>" in twin.twin_of(tmp_path / "a.docx")


def test_a_template_with_mistakes_has_no_twin(template: Template) -> None:
    with pytest.raises(TemplateMistakes) as found:
        twin.twin_of(template(("{{ a() }}", "Body Text"), ("x", "Draft mark")))
    assert len(found.value.mistakes) == 2
    assert all(line.startswith("paper.docx: ") for line in str(found.value).splitlines())


def test_a_twin_is_current_until_its_word_file_changes(template: Template) -> None:
    docx = template(("x", "Body Text"))
    html = docx.with_suffix(".html")
    assert not twin.is_current(docx, html)
    html.write_text(twin.twin_of(docx), encoding="utf-8")
    assert twin.is_current(docx, html)
    template(("y", "Body Text"))
    assert not twin.is_current(docx, html)


def test_a_twin_edited_by_hand_is_not_current(template: Template) -> None:
    docx = template(("x", "Body Text"))
    html = docx.with_suffix(".html")
    html.write_text(twin.twin_of(docx).replace(">x<", ">y<"), encoding="utf-8")
    assert not twin.is_current(docx, html)


def test_a_twin_lives_beside_the_word_files_under_html() -> None:
    docx = Path("docx/templates/docx/mo/wage_claim/demand_letter.docx")
    assert twin.twin_path(docx) == Path("docx/templates/html/mo/wage_claim/demand_letter.html")


def test_every_style_of_the_vocabulary_is_carried(template: Template) -> None:
    rows = [
        (f"in {name}", name.replace("heading", "Heading") if name[:2] == "he" else name)
        for name in styles.PARAGRAPHS
    ]
    made = twin.twin_of(template(*rows))
    for name, element in styles.PARAGRAPHS.items():
        assert f'<{element} class="{styles.slug(name)}">in {name}</{element}>' in made


def test_a_twin_and_its_word_file_say_the_same_when_filled(template: Template) -> None:
    docx = template(("{% if a %}{{ b }}{% else %}none{% endif %} end", "Body Text"))
    assert reading.words_of_docx(word.render(docx, {"a": True, "b": "<x>"}, title="T")) == "<x> end"
