"""Whether the Word file and the PDF of every paper say the same, seen on the form's own example answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.casework.template_files import fault_at
from app.core.examples import example
from app.core.faults import Fault
from app.core.office import EMPTY
from app.core.questionnaire import Form
from app.documents import assembly, readback
from app.documents.draft import Draft
from app.documents.errors import DocumentError


def faults(root: Path, form: Form, today: date) -> Iterator[Fault]:
    """Each paper whose two files differ, or why there are none to read."""
    draft = Draft(form, root, example(form, today), EMPTY, today)
    try:
        made = assembly.packet(draft)
    except DocumentError as error:
        sentence = f"The example answers make no packet: {' '.join(str(error).split())}"
        yield Fault("words differ", form.files[0], sentence)
        return
    for document, sentence in readback.differences(made).items():
        paper = draft.plan.paper(document)
        place = draft.source(paper).relative_to(root).as_posix() if paper else form.files[0]
        yield fault_at(
            place,
            "",
            f"With the example answers its Word file and its PDF differ. {sentence}",
            "words differ",
        )
