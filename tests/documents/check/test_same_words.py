"""CHK-5: that a Word template and its twin say the same is proved from both, without filling either."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import pdf, reading, same_words, stream_twin, syntax, twin, word
from app.documents.layouts import bundle
from tests.documents.check.conftest import Template
from tests.documents.engine import papers
from tests.properties.amounts import tries

TEMPLATES = bundle() / "docx"
SHIPPED = [each for each in sorted(TEMPLATES.rglob("*.docx"))
           if not each.name.startswith("_") and each.parent.name != "_blocks"]  # fmt: skip
PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>|[^\s<{]+|\s+|\{")
Change = Callable[[Random, list[str], int], None]


def faults(docx: Path, html: str) -> list[str]:
    changed = docx.with_suffix(".changed.html")
    changed.write_text(html, "utf-8")
    return list(same_words.faults(docx, changed))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_shipped_template_and_its_twin_say_the_same(path: Path) -> None:
    assert list(same_words.faults(path, twin.twin_path(path))) == []


def test_there_are_templates_to_compare() -> None:
    """The control."""
    assert len(SHIPPED) > 60
    html = twin.twin_path(TEMPLATES / "mo/wage_claim/demand_letter.docx").read_text("utf-8")
    assert len(list(stream_twin.stream(html))) > 2_000


def test_the_sample_papers_and_their_twins_say_the_same(tmp_path: Path) -> None:
    for path in (papers.letter(tmp_path), papers.pleading(tmp_path)):
        assert faults(path, twin.twin_of(path)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Pay", "Play"),
        ("Pay ", ""),
        ("Pay", "Pay at once"),
        ("now.", "now"),
        ("Pay {{", "Pay  {{"),
        ("{{ sum | money }}", "{{ sum }}"),
        ("{{ sum | money }}", "{{ total | money }}"),
        ("{{ sum | money }}", ""),
        ("{% if late %}", "{% if not late %}"),
        ("{% if late %}", "{% if early %}"),
        ("{% else %}", "{% endif %}{% if late %}"),
        ("{% for day in days %}", "{% for day in dates %}"),
        ("{% for day in days %}", "{% for d in days %}"),
        ('class="body-text"', 'class="small-print"'),
        ('<p class="body-text">', '<p class="body-text" hidden>'),
        ("<p", "<h1"),
        ("</p>", "</p><p>"),
        ("</p>", "</p>stray"),
        ("</p>", "</p><!-- {{ sum }} -->"),
        ("Pay", "<script>Pay</script>"),
        ("Pay", "<del>Pay</del>"),
        ("Pay", "<!DOCTYPE x>Pay"),
        ("Pay", "&#112;ay"),
        ("Pay", "Pay<br>"),
        ("at", "&nbsp;at"),
        ("{{ sum | money }}", "{{ sum + 1 }}"),
    ],
)
def test_each_kind_of_change_is_found(template: Template, before: str, after: str) -> None:
    made = template("Pay {{ sum | money }} at{% if late %} once{% else %} leisure{% endif %} now.",
                    "{%p for day in days %}", "On {{ day }}", "{%p endfor %}")  # fmt: skip
    html = twin.twin_of(made)
    assert before in html
    assert faults(made, html) == []
    assert len(faults(made, html.replace(before, after, 1))) == 1


def test_a_difference_is_said_with_its_place_and_both_sides(template: Template) -> None:
    made = template("One two.", "Three four.")
    (sentence,) = faults(made, twin.twin_of(made).replace("four", "five"))
    assert sentence == (
        "At paragraph 2 (“Three four.”), after “One two. | Three”, "
        "the Word template says “four.”, but its twin says “five.”."
    )


def test_a_twin_that_cannot_be_read_is_said_to_be(template: Template, tmp_path: Path) -> None:
    made = template("One.")
    assert list(same_words.faults(made, tmp_path / "none.html")) == [
        "Its HTML twin cannot be read (FileNotFoundError)."
    ]


def _pieces(html: str) -> Iterator[str]:
    head, _, rest = html.partition("\n")
    yield f"{head}\n"
    yield from PIECE.findall(rest)


def _say_otherwise(_: Random, pieces: list[str], at: int) -> None:
    pieces[at] = f"{pieces[at]}x" if pieces[at][0] != "{" else re.sub(r"\w+(?=\W*$)", "other", pieces[at])


def _leave_out(_: Random, pieces: list[str], at: int) -> None:
    del pieces[at]


def _say_twice(_: Random, pieces: list[str], at: int) -> None:
    pieces.insert(at, f"{pieces[at]} " if pieces[at][0] not in "{<" else pieces[at])


def _add(random: Random, pieces: list[str], at: int) -> None:
    pieces.insert(at, random.choice(("not ", "{{ today }}", "1")))


def _swap(random: Random, pieces: list[str], at: int) -> None:
    said = [n for n in range(1, len(pieces)) if _says(pieces[n]) and pieces[n] != pieces[at]]
    other = random.choice(said)
    pieces[at], pieces[other] = pieces[other], pieces[at]


CHANGES = (_say_otherwise, _leave_out, _say_twice, _add, _swap)


def _says(piece: str) -> bool:
    """Whether a piece is a word or a tag."""
    return bool(piece.strip()) and piece[0] != "<"


@tries(150, 5_000)
@given(
    st.sampled_from(SHIPPED),
    st.integers(),
    st.sampled_from((_say_otherwise, _leave_out, _say_twice, _add, _swap)),
)
def test_every_word_or_tag_changed_missing_or_added_is_found(
    tmp_path_factory: pytest.TempPathFactory, path: Path, seed: int, change: Change
) -> None:
    random = Random(seed)
    pieces = list(_pieces(twin.twin_path(path).read_text("utf-8")))
    change(random, pieces, random.choice([n for n in range(1, len(pieces)) if _says(pieces[n])]))
    changed = tmp_path_factory.getbasetemp() / "changed.html"
    changed.write_text("".join(pieces), "utf-8")
    assert list(same_words.faults(path, changed))


WORDS = st.sampled_from(["pay", "now", "a  b", "x & y", "<z>", "“q”", "\u00a0", "é", "-", " "])
TAGS = st.sampled_from(["{{ a }}", "{{ b }}", "{% if c %}{{ d }}{% else %}no{% endif %}"])
ROW = st.lists(WORDS | TAGS, min_size=1, max_size=5).map("".join).filter(str.strip)


@tries(40, 1_000)
@given(
    st.lists(
        st.lists(WORDS | TAGS, min_size=1, max_size=5).map("".join).filter(str.strip), min_size=1, max_size=4
    )
)
def test_where_both_say_the_same_so_do_both_filled_papers(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str]
) -> None:
    path = papers.write(
        tmp_path_factory.mktemp("filled") / "paper.docx", [(row, "Body Text") for row in rows]
    )
    html = papers.with_twin(path)
    assert list(same_words.faults(path, html)) == []
    context = {"a": "A&B", "b": "", "c": True, "d": "<D>"}
    docx, made = word.render(path, context, title="T"), pdf.render(html, context, title="T")
    assert reading.difference(docx, made.data) is None


def test_a_tag_is_compared_by_what_it_means(template: Template) -> None:
    made = template("{{a|money}}", "{%  if not a %}x{%endif%}")
    assert syntax.mistakes("{{a|money}}") == []
    html = twin.twin_of(made).replace("{{a|money}}", "{{ a | money }}")
    assert faults(made, html) == []
