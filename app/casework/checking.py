"""Everything wrong with a form package: file, templates, dates, and words that differ on example answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from app.casework import alike, official_forms, template_names
from app.casework.template_files import template_faults
from app.core import checker, forms
from app.core.places import Mistakes
from app.core.questionnaire import DocumentSpec, Form
from app.core.reach import kept_from
from app.documents import template, twin
from app.documents.errors import DocumentError
from app.law import parameters
from app.law.catalogue import CALCULATIONS

DOCX = Path("templates/docx")
Level = Literal["mistake", "due"]


@dataclass(frozen=True)
class Finding:
    """One thing to mend, or one date on which somebody has to look again."""

    place: str
    sentence: str
    level: Level = "mistake"

    def __str__(self) -> str:
        return f"{'due: ' if self.level == 'due' else ''}{self.place} {self.sentence}"


def form_findings(root: Path, name: str, today: date) -> list[Finding]:
    """What is wrong with one form, or due."""
    try:
        form = forms.load_form(root, name, CALCULATIONS)
    except Mistakes as found:
        return [Finding(str(mistake.place), mistake.sentence) for mistake in found.mistakes]
    mistakes = [Finding(str(mistake.place), mistake.sentence) for mistake in checker.check(form)]
    papers = [finding for document in form.documents for finding in _paper(root, form, document)]
    official = [Finding(*fault) for fault in official_forms.faults(root, form)]
    findings = [*mistakes, *papers, *official, *_strays(root, form), *_review(form, today)]
    if any(finding.level == "mistake" for finding in findings):
        return findings
    return [*findings, *(Finding(*fault) for fault in alike.faults(root, form, today))]


def office_findings(root: Path) -> list[Finding]:
    """What is wrong with the papers every form shares."""
    papers = [path for each in ("_office", "_court") for path in sorted((root / DOCX / each).glob("*.docx"))]
    return [Finding(*fault) for path in papers for fault in template_faults(root, path)]


def law_findings(today: date) -> list[Finding]:
    """Which legal figures are due for a new look."""
    return [
        Finding(
            f"app/law/parameters.yaml: {row.key}", f"was to be looked at again by {row.review_by}.", "due"
        )
        for row in parameters.due(today)
    ]


def _review(form: Form, today: date) -> Iterator[Finding]:
    place = form.files[0]
    if not form.review_by:
        yield Finding(place, "The form needs `review by:`, the day by which an attorney reads it again.")
        return
    try:
        due = date.fromisoformat(form.review_by) <= today
    except ValueError:
        yield Finding(place, f"`review by: {form.review_by[:40]}` is not a day; write one like 2027-01-15.")
        return
    if due:
        yield Finding(place, f"The form was to be read again by an attorney by {form.review_by}.", "due")


def _paper(root: Path, form: Form, document: DocumentSpec) -> Iterator[Finding]:
    path = root / DOCX / form.name / f"{document.name}.docx"
    if not path.is_file():
        place = path.relative_to(root).as_posix()
        yield Finding(str(document.place), f"`{document.name}` has no Word template; {place} is not there.")
        return
    faults = list(template_faults(root, path))
    yield from (Finding(*fault) for fault in faults)
    try:
        read = template.read(path)
    except DocumentError:
        return
    yield from _words(root, form, document, path)
    if read.layout.name != document.layout:
        sentence = f"`layout: {document.layout}`, but its Word template says {read.layout.name}."
        yield Finding(str(document.place), f"`{document.name}` has {sentence}")


def _words(root: Path, form: Form, document: DocumentSpec, path: Path) -> Iterator[Finding]:
    """Names the template uses that are not there, or may not reach its audience."""
    known = template_names.tree(form, document)
    keeps = kept_from(form, document)
    for use in template.uses(path):
        place = f"{path.relative_to(root).as_posix()}: {use.place}:"
        if sentence := template_names.fault(known, use):
            yield Finding(place, f"{sentence}.")
            continue
        for name in {use.path[0], ".".join(step for step in use.path if step != template_names.EACH)}:
            if name in keeps:
                yield Finding(
                    place,
                    f"`{name}` is {keeps[name]}, so it may not stand in a {_kind(document)}"
                    f"{_way_out(keeps[name])}.",
                )
            elif _in_full(form, document, name):
                yield Finding(
                    place,
                    f"`{name}` is marked to be redacted, and everybody reads `{document.name}`, where it"
                    " would stand in full; give the document `twins: redacted`, or take the name out.",
                )


def _in_full(form: Form, document: DocumentSpec, name: str) -> bool:
    """Whether a public court paper without twins would print what is marked to be redacted."""
    question = form.question(name)
    public = document.audience == "court" and document.filing == "public" and not document.reveals
    return public and not document.twins and question is not None and bool(question.redact)


def _kind(document: DocumentSpec) -> str:
    """What a paper is called in the sentence that says what may not stand in it."""
    if document.audience == "court" and document.filing != "public":
        return f"paper for court that is filed {document.filing}"
    return f"paper for {document.audience}"


def _way_out(keep: str) -> str:
    return "" if keep == "vault" else "; take it out, or say why with `reveals:` on the document"


def _strays(root: Path, form: Form) -> Iterator[Finding]:
    """Templates and twins in the form's folders that belong to none of its documents."""
    names = {document.name for document in form.documents}
    folder = root / DOCX / form.name
    html = twin.twin_path(folder / "x.docx").parent
    for path in sorted([*folder.glob("*.docx"), *html.glob("*.html")]):
        if path.stem not in names and not path.name.startswith("~"):
            yield Finding(
                path.relative_to(root).as_posix(),
                "No document of the form uses this file; delete or declare it.",
            )
