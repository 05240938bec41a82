"""A form of as many questions as wanted, with conditions, facts, lists and papers, to time the check with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from docx import Document

from app.documents import blocks, twin

ROOT = Path(__file__).resolve().parent.parent
NAME = "mo/large"
SHARED = ("docx/_base.docx", "docx/_blocks", "html/_layout")
SECTION = 10
"""Questions of one section."""
PAPER = 50
"""Questions that one paper prints."""
HEAD = """\
form: {name}
title: A large form
authority: [RSMo 1.010]
review by: 2099-01-01
documents:
{documents}
sections:
{sections}
facts:
{facts}
flags:
{flags}
"""
QUESTIONS = """\
  - section: Part {n}
    keep: open
    hurt_{n}: {{ask: Were you hurt?, kind: yes or no}}
    how_{n}: {{ask: How?, kind: text, when: hurt_{n} is yes}}
    road_{n}:
      ask: Which road?
      kind: choose one
      from: {{north: North, south: South, other: Other}}
      unsure: allowed
    road_name_{n}: {{ask: Which other road?, kind: text, when: road_{n} is other}}
    day_{n}: {{ask: On which day?, kind: date}}
    cost_{n}: {{ask: What did it cost?, kind: money, when: costly_{n} is yes}}
    things_{n}:
      ask: What was lost?
      kind: list
      one: thing{n}
      each:
        worth_{n}: {{ask: What was it worth?, kind: money}}
        whole_{n}: {{ask: Is it whole?, kind: yes or no}}
        mended_{n}: {{ask: What did mending cost?, kind: money, when: whole_{n} is no}}
"""
FACTS = """\
  costly_{n}: {{means: It cost something, when: {{any: [road_{n} is south, hurt_{n} is yes]}}}}
  all_whole_{n}: {{means: Nothing broke, when: {{every thing{n}: whole_{n} is yes}}}}
  late_{n}: {{means: It came later, when: day_{n} is after {before}}}
"""
FLAG = "  look_{n}: {{level: note, when: late_{n} is yes, say: Look at part {n}., law: RSMo 1.010}}\n"
PAPERS = (
    "On {{{{ day_{n}.on }}}}{{% if hurt_{n} %}}, hurt: {{{{ how_{n} }}}}{{% endif %}}.",
    "{{% if costly_{n} %}}It cost {{{{ cost_{n} }}}}.{{% endif %}}",
    "{{% if late_{n} %}}It came later.{{% endif %}}",
    "{{%p for thing in things_{n} %}}",
    "Worth {{{{ thing.worth_{n} }}}}{{% if thing.whole_{n} %}}.{{% else %}}, mended or not.{{% endif %}}",
    "{{%p endfor %}}",
    "{{% if all_whole_{n} %}}Nothing broke.{{% else %}}Something broke.{{% endif %}}",
)


def build(root: Path, questions: int) -> None:
    """A checkout with nothing in it but the form and what its papers need."""
    for shared in SHARED:
        source, target = ROOT / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    parts = range(1, questions // SECTION + 1)
    papers = list(_papers(parts))
    file = root / f"questionnaires/{NAME}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(_questionnaire(parts, [name for name, _ in papers]), "utf-8")
    for name, numbers in papers:
        _template(root, name, numbers)


def _papers(parts: range) -> Iterator[tuple[str, list[int]]]:
    numbers, each = list(parts), PAPER // SECTION
    for at in range(0, len(numbers), each):
        yield f"paper_{at // each + 1}", numbers[at : at + each]


def _questionnaire(parts: range, papers: list[str]) -> str:
    documents = "".join(f"  {name}: {{title: Paper, for: client}}\n" for name in papers)
    facts = "".join(FACTS.format(n=n, before=f"day_{n - 1}" if n > 1 else "2020-01-01") for n in parts)
    return HEAD.format(
        name=NAME,
        documents=documents,
        sections="".join(QUESTIONS.format(n=n) for n in parts),
        facts=facts,
        flags="".join(FLAG.format(n=n) for n in parts),
    )


def _template(root: Path, name: str, numbers: list[int]) -> None:
    made = Document(str(root / "templates/docx/_base.docx"))
    made.core_properties.category = "letter"
    for number in numbers:
        for line in PAPERS:
            made.add_paragraph(line.format(n=number), style="Body Text")
    path = root / f"templates/docx/{NAME}/{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(path))
    blocks.bring_up_to_date(path, root / "templates/docx/_blocks")
    html = twin.twin_path(path)
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(twin.twin_of(path), "utf-8")
