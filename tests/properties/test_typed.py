"""Whatever is typed stands in both files as it was typed, or is refused with a sentence that says why."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import KINDS, Raw, Refused, Settings
from app.core.values import Name
from app.core.wording import normalised
from app.documents import fonts, reading
from app.documents.paper import Made
from tests.properties import small_form
from tests.properties.amounts import tries
from tests.properties.small_form import Small

Figure = Callable[[str, str, int], None]

MARKUP = (
    "& < > \" ' </p> <script>alert(1)</script> <w:t> ]]> <!-- --> &amp; &#x41; <?xml ?> {{ 7*7 }} {% if x %} "
    "{# no #} {{ office.name }} {%p endfor %} {{{ }}} {%- -%} ${x} %s %(a)s {0} \\n \\ / `x` *b* _i_ # | ~ ^"
).split(" ")
REFUSED = "\ud800\udfff\x00\x01\x07\x1b\x7f\x9f\ufffd\uffff\ufdd0\ufdd1\u202e\u2066\ue000\U000f0000\U0010ffff"
MARKED = "ą́ ǫ́ ẹ́ ọ́ ṣ̀ q̃ n̄ m̌ x̣́ s̱ Nguyễn".split()
"""Letters with marks that have no single character, as Navajo, Yoruba, Guaraní and others write them."""
BLANKS = " \t\u00a0\u202f\u2009"


def drawable() -> list[str]:
    """Characters our faces can draw that neither vanish nor turn the reading direction."""
    found = sorted(chr(code) for code in fonts.glyphs() if code > 32)
    return [each for each in found if unicodedata.category(each)[0] in "LNPS" and _left_to_right(each)]


def _left_to_right(character: str) -> bool:
    return unicodedata.bidirectional(character) not in ("R", "AL", "AN")


PARTS = ("text", "story", "first", "last", "street")
PIECES = st.one_of(
    st.text(st.sampled_from(drawable()), min_size=1, max_size=12),
    st.sampled_from(MARKUP),
    st.sampled_from([*BLANKS, *MARKED]),
    st.text(
        st.characters(min_codepoint=0x21, max_codepoint=0x17F, categories=("L", "N", "P", "S")),
        min_size=1,
        max_size=9,
    ),
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)
STORIES = st.lists(TEXTS, min_size=1, max_size=5).map("\r\n".join)
OTHER_SCRIPTS = "😀🔒雇主العربيةשלום가あकก\u0600\u2011\u3000"
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=8),
    st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=20),
    st.text(st.sampled_from(OTHER_SCRIPTS), min_size=1, max_size=20),
)
SAID = st.fixed_dictionaries({part: STORIES if part == "story" else TEXTS for part in PARTS})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return small_form.build(tmp_path_factory.mktemp("told"))


def typed(kind: str, raw: object) -> object | None:
    """The value of what was typed, or None when it was refused in whole sentences."""
    try:
        return KINDS[kind].read(raw, Settings())  # type: ignore[arg-type]
    except Refused as refused:
        sentences = [problem.sentence for problem in refused.problems]
    assert sentences
    assert [each for each in sentences if not re.fullmatch(r"[A-Z“`].*[.)]", each, re.DOTALL)] == []
    return None


def letter_of(small: Small, said: Mapping[str, str], lines: Sequence[str] = ()) -> Made:
    address = {"street": said["street"], "city": "Kansas City", "state": "MO", "zip": "64106"}
    person = {"first": said["first"], "last": said["last"]}
    whole: dict[str, Raw] = {"text": said["text"], "story": said["story"], "person": person, "place": address}
    return small.letter(whole, lines)


def word_paragraphs(made: Made) -> list[str]:
    """The paragraphs of the Word file as python-docx reads them."""
    return [paragraph.text for paragraph in Document(io.BytesIO(made.docx)).paragraphs]


def same(text: str) -> str:
    """The form in which texts are compared: blanks of any kind and number are one blank."""
    return " ".join(text.split())


def tight(text: str) -> str:
    return "".join(text.split())


def expected(said: Mapping[str, str], lines: Sequence[str]) -> list[str]:
    """The paragraphs of the letter, by what was typed."""
    person = Name(first=normalised(said["first"]), last=normalised(said["last"])).full
    story = [line for line in normalised(said["story"]).split("\n") if line.strip()]
    return [
        f"Told: {normalised(said['text'])} so far.",
        *story,
        f"{person} lives at {normalised(said['street'])}, Kansas City, MO 64106",
        *(f"{number}: {normalised(line)}" for number, line in enumerate(lines, 1)),
    ]


def test_what_can_be_drawn_is_printed_as_typed_in_both_files(small: Small, figure: Figure) -> None:
    count = Counter[str]()

    @tries(20, 1_000)
    @given(SAID, st.lists(TEXTS, max_size=6))
    def attempt(said: dict[str, str], lines: list[str]) -> None:
        if not all(map(normalised, (*said.values(), *lines))):
            return
        made = letter_of(small, said, lines)
        wanted = [same(line) for line in expected(said, lines)]
        assert [same(line) for line in word_paragraphs(made) if line.strip()] == wanted
        assert reading.difference(made.docx, made.pdf) is None
        assert tight("".join(wanted)) in tight(reading.words_of_pdf(made.pdf))
        count["texts"] += len(said) + len(lines)
        count["characters"] += sum(map(len, wanted))

    attempt()
    figure(
        "Faithful",
        "texts with markup, Jinja marks and every script our faces have, typed and read back",
        count["texts"],
    )
    figure("Faithful", "characters of them compared one by one in Word and PDF", count["characters"])


def test_any_character_of_unicode_is_printed_or_refused_or_an_attorney_is_told(
    small: Small, figure: Figure
) -> None:
    count = Counter[str]()

    @tries(20, 600)
    @given(st.lists(ANYTHING, min_size=1, max_size=8))
    def attempt(texts: list[str]) -> None:
        taken = [text for text in texts if typed("text", text)]
        count["refused"] += len(texts) - len(taken)
        if not taken:
            return
        plain = dict.fromkeys(PARTS, "x")
        made = letter_of(small, plain, taken)
        wanted = [same(line) for line in expected(plain, taken)]
        assert [same(line) for line in word_paragraphs(made) if line.strip()] == wanted
        count["printed"] += len(taken)
        told = {finding.level for finding in made.findings}
        if fonts.missing("".join(wanted)) or reading.difference(made.docx, made.pdf):
            assert "must fix" in told

    attempt()
    figure("Faithful", "texts of any Unicode refused with a sentence", count["refused"])
    figure(
        "Faithful", "texts of any Unicode printed as typed, or the attorney told of the box", count["printed"]
    )


@pytest.mark.parametrize(
    "kind", ["text", "story", "phone", "email", "county", "date", "money", "hours", "choose one"]
)
@pytest.mark.parametrize("character", REFUSED)
def test_what_cannot_be_printed_is_refused_in_every_kind(kind: str, character: str) -> None:
    assert typed(kind, f"Ana{character} Roe") is None


@pytest.mark.parametrize("part", ["first", "middle", "last", "suffix"])
@pytest.mark.parametrize("character", REFUSED)
def test_what_cannot_be_printed_is_refused_in_every_part_of_a_name(part: str, character: str) -> None:
    assert typed("name", {"first": "Ana", "last": "Roe", part: f"Ana{character}Roe"}) is None


def test_twenty_thousand_characters_of_story_are_printed_to_the_last(small: Small) -> None:
    words = " ".join(f"word{number}" for number in range(3_000))[:19_990].rsplit(" ", 1)[0] + " thelast"
    made = letter_of(small, dict.fromkeys(PARTS, "x") | {"story": words})
    assert words in "\n".join(word_paragraphs(made))
    assert reading.difference(made.docx, made.pdf) is None
    assert reading.words_of_pdf(made.pdf).count("word") == words.count("word")


def test_one_character_more_is_refused_with_both_numbers() -> None:
    with pytest.raises(Refused, match=r"20,001 characters; shorten it to 20,000"):
        KINDS["story"].read("x" * 20_001, Settings())


def test_a_changed_letter_would_be_seen(small: Small) -> None:
    plain = dict.fromkeys(PARTS, "same")
    one = letter_of(small, plain | {"text": "wage"})
    other = letter_of(small, plain | {"text": "wages"})
    assert reading.difference(one.docx, other.pdf) is not None
