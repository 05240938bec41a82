"""Whatever is handed in as a form or a template, the check says in one sentence what is wrong, and ends."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main
from tests.check.seeding import FILE, NAME, paper, write

LETTER = paper("letter")


def questionnaire(data: bytes | str) -> Callable[[Path], None]:
    return lambda root: _written(root / FILE, data)


def template(data: bytes | str) -> Callable[[Path], None]:
    return lambda root: _written(root / LETTER, data)


def _written(path: Path, data: bytes | str) -> None:
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def words(text: str) -> Callable[[Path], None]:
    def plant(root: Path) -> None:
        write(root, "letter", [text])

    return plant


def many_tags(root: Path) -> None:
    write(root, "letter", ["{{ rate }} " * 100] * 101)


def bomb(root: Path) -> None:
    with zipfile.ZipFile(root / LETTER, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        pack.writestr("word/document.xml", bytes(300_000_000))


def many_questions(root: Path) -> None:
    asked = "".join(f"    q{n}: {{ask: What?, kind: text}}\n" for n in range(10_000))
    text = (root / FILE).read_text("utf-8")
    (root / FILE).write_text(text.replace("    worker:\n", f"{asked}    worker:\n"), "utf-8")


NESTED = "a: " + "[" * 5_000
ALIASES = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a, *a]\n" for n in range(50))
BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "a colon too many": (questionnaire("form: a: b\n"), "second colon"),
    "an empty questionnaire": (questionnaire(""), "empty"),
    "a questionnaire that is a list": (questionnaire("- form\n"), "Write `name: value` lines here"),
    "a word alone": (questionnaire("form"), "Write `name: value` lines here"),
    "brackets left open": (questionnaire("form: [mo"), "cannot be read as YAML"),
    "binary data for a questionnaire": (questionnaire(bytes(range(256))), "not UTF-8 text"),
    "zeros for a questionnaire": (questionnaire(bytes(900)), "cannot be printed"),
    "UTF-16": (questionnaire("form: mo/seeded".encode("utf-16")), "not UTF-8 text"),
    "aliases of aliases": (questionnaire(ALIASES), "references are not allowed"),
    "deep nesting": (questionnaire(NESTED), "nested deeper than 20 levels"),
    "a tag that makes an object": (questionnaire("a: !!python/object/apply:os.system [ls]\n"), "`!` tag out"),
    "ten thousand questions": (many_questions, "the limit is"),
    "a text renamed to .docx": (template("Dear Sir or Madam"), "not a Word file"),
    "an empty .docx": (template(b""), "not a Word file"),
    "half a Word file": (
        lambda root: _written(root / LETTER, (root / LETTER).read_bytes()[:4_000]),
        "Word file",
    ),
    "a zip bomb": (bomb, "200 parts and 30 MB"),
    "ten thousand tags": (many_tags, "more than 5,000 tags"),
    "a power of powers": (words("{{ 9**9**9 }}"), "may hold a name"),
    "a call": (words("{{ ''.__class__.__mro__ }}"), "may hold a name"),
    "braces and nothing else": (words("{{" * 20_000), "more than 5,000 tags"),
    "a loop in a loop in a loop": (words("{% for a in weeks %}" * 400), "not closed"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_no_traceback(
    name: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant, sentence = BAD[name]
    plant(checkout)
    monkeypatch.chdir(checkout)
    result = CliRunner().invoke(main, ["check", NAME, "--today", "2026-12-01"])
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (1, 2)
    assert [line for line in result.output.splitlines() if sentence in line], result.output[:2_000]
