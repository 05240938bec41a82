"""What is wrong with the papers of a form: missing or stray files, and names that may not stand there."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.casework import official_forms, template_files, template_names
from app.casework.template_files import FOLDER, fault_at
from app.core.faults import Fault
from app.core.questionnaire import DocumentSpec, Form, Keep
from app.core.reach import classes, kept_from
from app.documents import template, twin
from app.documents.errors import DocumentError
from app.documents.syntax import Use
from app.documents.template import Template


def path_of(root: Path, form: Form, document: DocumentSpec) -> Path:
    """Where the Word template of a document stands."""
    return root / FOLDER / form.name / f"{document.name}.docx"


def faults(root: Path, form: Form) -> Iterator[Fault]:
    """Every fault of the templates of a form's documents."""
    known = {twins: classes(form, redacted=twins) for twins in (False, True)}
    for document in form.documents:
        yield from _paper(root, form, document, known[document.twins])


def names_read(root: Path, form: Form) -> frozenset[str]:
    """The names its templates and official forms read, steps joined by dots, items of a list left out."""
    papers = (use.path for _, read in readable(root, form) for use in read.uses)
    steps = [*papers, *official_forms.paths_read(root, form)]
    return frozenset(".".join(step for step in path if step != template_names.EACH) for path in steps)


def readable(root: Path, form: Form) -> Iterator[tuple[DocumentSpec, Template]]:
    """Every document whose Word template is there and without a mistake, with the template."""
    for document in form.documents:
        try:
            yield document, template.read(path_of(root, form, document))
        except (DocumentError, OSError):
            continue


def strays(root: Path, form: Form) -> Iterator[Fault]:
    """Templates and twins in the form's folders that belong to none of its documents."""
    names = {document.name for document in form.documents}
    folder = root / FOLDER / form.name
    html = twin.twin_path(folder / "x.docx").parent
    for path in sorted([*folder.glob("*.docx"), *html.glob("*.html")]):
        if path.stem not in names and not path.name.startswith("~"):
            sentence = "No document of the form uses this file; delete or declare it."
            yield Fault("stray file", path.relative_to(root).as_posix(), sentence)


def _paper(root: Path, form: Form, document: DocumentSpec, known: Mapping[str, Keep]) -> Iterator[Fault]:
    path = path_of(root, form, document)
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        sentence = f"`{document.name}` has no Word template; {name} is not there."
        yield Fault("missing file", str(document.place), sentence)
        return
    yield from template_files.of_template(root, path)
    try:
        read = template.read(path)
    except DocumentError:
        return
    yield from _names(form, document, name, read.uses, known)
    if read.layout.name != document.layout:
        sentence = f"`layout: {document.layout}`, but its Word template says {read.layout.name}."
        yield Fault("layout", str(document.place), f"`{document.name}` has {sentence}")


def _names(
    form: Form, document: DocumentSpec, file: str, uses: tuple[Use, ...], known: Mapping[str, Keep]
) -> Iterator[Fault]:
    """Names the template uses that are not there, or may not reach its audience."""
    tree = template_names.tree(form, document)
    keeps = kept_from(form, document, known)
    for use in uses:
        if sentence := template_names.fault(tree, use):
            yield fault_at(file, use.place, f"{sentence}.", "unknown name")
            continue
        for name in {use.path[0], ".".join(step for step in use.path if step != template_names.EACH)}:
            if sentence := _kept(form, document, name, keeps):
                yield fault_at(file, use.place, sentence, "contained")


def _kept(form: Form, document: DocumentSpec, name: str, keeps: Mapping[str, Keep]) -> str:
    """Why a name may not stand in this paper, or nothing."""
    if name in keeps:
        way_out = (
            "" if keeps[name] == "vault" else "; take it out, or say why with `reveals:` on the document"
        )
        return f"`{name}` is {keeps[name]}, so it may not stand in a {_kind(document)}{way_out}."
    if _in_full(form, document, name):
        return (
            f"`{name}` is marked to be redacted, and everybody reads `{document.name}`, where it would stand"
            " in full; give the document `twins: redacted`, or take the name out."
        )
    return ""


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
