"""Templates that are allowed word for word, yet would never end, hurt only themselves (TPL-3)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from app.core.office import EMPTY as NO_OFFICE
from app.documents import assembly, template
from app.documents.box import Box, Job, Limits, OverLimit
from tests.cli.checkouts import write_template
from tests.properties import small_form
from tests.properties.sayings import TODAY
from tests.properties.small_form import Small
from tests.properties.test_typed import Figure

LIMITS = Limits(seconds=20, cpu_seconds=4, memory=256 << 20, output=2 << 20)
LINES = tuple(f"line {number}" for number in range(60))
STORY = "\n".join(["word " * 30] * 120)
LONG = "long " * 195


def nested(opening: str, closing: str, inside: Sequence[str], deep: int) -> list[str]:
    """Loops in loops, each over the whole list again."""
    return [*(opening.replace("X", f"x{level}") for level in range(deep)), *inside, *[closing] * deep]


PARAGRAPH, END = "{%p for X in lines %}", "{%p endfor %}"
TOLD = "{%p for X in story %}"
POISON: Mapping[str, list[str]] = {
    "six loops over a list": nested(PARAGRAPH, END, ["{{ x0.line }} {{ x5.line }}"], 6),
    "twelve loops over a list": nested(PARAGRAPH, END, ["x"], 12),
    "six loops over a story": nested(TOLD, END, ["{{ x0 }}"], 6),
    "four loops that print a long text": nested(PARAGRAPH, END, ["{{ text }}"], 4),
    "eight loops in one line": ["".join(nested("{% for X in lines %}", "{% endfor %}", ["{{ text }}"], 8))],
    "loops that print nothing": [
        "".join(nested("{% for X in lines %}", "{% endfor %}", ["{% if not lines %}x{% endif %}"], 8))
    ],
    "loops with conditions": nested(PARAGRAPH, END, ["{%p if lines %}", "{{ text }}", "{%p endif %}"], 7),
    "three thousand long texts": [*["{{ text }}"] * 3_000],
    "a thousand stories": [*nested(TOLD, END, ["{{ x0 }}"], 1) * 1_000],
    "a word of two million letters": ["{{ text }}" * 2_000],
}
"""The paragraphs of each template."""


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    with Box(1, LIMITS) as box:
        yield box


def job(small: Small) -> Job:
    answers = small.told({"text": LONG.strip(), "story": STORY}, LINES)
    return Job(small.root, small.form.name, answers, NO_OFFICE, TODAY)


@pytest.mark.parametrize("name", POISON)
def test_it_is_ended_with_one_sentence_and_the_next_paper_is_made(
    box: Box, tmp_path: Path, name: str, figure: Figure
) -> None:
    poisoned, clean = small_form.build(tmp_path / "poisoned"), small_form.build(tmp_path / "clean")
    write_template(poisoned.root, "letter", "letter", POISON[name], small_form.NAME)
    docx = poisoned.root / "templates/docx" / small_form.NAME / "letter.docx"
    assert template.mistakes(docx) == []
    with pytest.raises(OverLimit) as refused:
        box.run(job(poisoned), assembly.one, "letter", "pdf")
    assert "\n" not in str(refused.value)
    assert box.run(job(clean), assembly.one, "letter", "pdf")[1].startswith(b"%PDF")
    figure("Contained", "templates that would never end, ended, the next paper made", 1)
