"""What is wrong with the papers of a form: missing or stray files, and names that may not stand there."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.casework import official_forms, template_files, template_names
from app.casework.template_files import FOLDER, fault_at
from app.core.faults import Fault
from app.core.linting import contained
from app.core.questionnaire import DocumentSpec, Form, Keep
from app.core.reach import classes, opened, opens_all
from app.documents import template, twin
from app.documents.errors import DocumentError
from app.documents.syntax import Use
from app.documents.template import Template
from app.law.memo_reads import facts_told


def path_of(root: Path, form: Form, document: DocumentSpec) -> Path:
    """Where the Word template of a document stands."""
    return root / FOLDER / form.name / f"{document.name}.docx"


def faults(root: Path, form: Form) -> Iterator[Fault]:
    """Every fault of the templates of a form's documents."""
    known = {twins: classes(form, redacted=twins) for twins in (False, True)}
    for document in form.documents:
        yield from _paper(root, form, document, known[document.twins])


def names_read(root: Path, form: Form) -> frozenset[str] | None:
    """The names its papers, official forms and the memo read: steps joined by dots, without `[]`.

    None when a template or a map cannot be read: then nobody can say that a name is not in it.
    """
    read = dict(readable(root, form))
    if len(read) < len(form.documents) or not official_forms.all_readable(root, form):
        return None
    papers = (use.path for each in read.values() for use in each.uses)
    steps = [*papers, *official_forms.paths_read(root, form)]
    named = {".".join(step for step in path if step != template_names.EACH) for path in steps}
    return facts_told(form) | named


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
    for use in uses:
        if sentence := template_names.fault(tree, use):
            yield fault_at(file, use.place, f"{sentence}.", "unknown name")
            continue
        sentence = contained.of_path(form, document, use.path, known) or _in_full(form, document, use.path)
        if sentence:
            yield fault_at(file, use.place, sentence, "contained")


def _in_full(form: Form, document: DocumentSpec, path: Sequence[str]) -> str:
    """That a public court paper without twins would print what is marked to be redacted, or nothing."""
    name = ".".join([step for step in path if step != template_names.EACH][:2])
    question = form.question(name) or form.question(path[0])
    public = document.audience == "court" and document.filing == "public" and not opens_all(document)
    if (
        not public
        or document.twins
        or question is None
        or not question.redact
        or question.path in opened(document)
    ):
        return ""
    return (
        f"`{question.path}` is marked to be redacted, and everybody reads `{document.name}`, where it would"
        " stand in full; give the document `twins: redacted`, or take the name out."
    )
