"""From the documents a form declares to the papers that are due: one for each element, twins side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from app.core.elements import TITLE, elements
from app.core.evaluation import FactValue
from app.core.questionnaire import UNREDACTED, DocumentSpec, Form

CLOSED = " (confidential)"
"""What stands after the title of every court paper that is not filed openly."""
_FIRST_MADE = 1_000
_STEP = 100


def expanded(document: DocumentSpec, facts: Mapping[str, FactValue]) -> Iterator[DocumentSpec]:
    """The papers one due document makes, each with its own name, title and way of filing."""
    if not document.each:
        yield from twins(document)
        return
    for number, element in enumerate(elements(document, facts), 1):
        title = f"{document.title} – {getattr(element, TITLE)}"
        named = f"{document.name}_{number}"
        yield from twins(replace(document, name=named, title=title, source=document.name, index=number))


def twins(document: DocumentSpec) -> Iterator[DocumentSpec]:
    """The paper, and after a redacted one the same paper whole, for the court's closed file."""
    if document.audience == "court" and document.filing != "public":
        document = replace(document, title=f"{document.title}{CLOSED}")
    yield document
    if document.twins:
        yield replace(
            document, name=f"{document.name}{UNREDACTED}", title=f"{document.title}, unredacted{CLOSED}",
            source=document.template, filing="confidential", twins=False,
        )  # fmt: skip


def offered(form: Form, due: Sequence[DocumentSpec]) -> Iterator[tuple[int, DocumentSpec]]:
    """Every paper to look at while a draft is answered, each with a number that no answer changes.

    Those that are due, and of the others those that need no element; in the order of the form.
    """
    for place, document in enumerate(form.documents, 1):
        own = [each for each in due if each.template == document.name]
        for each in own or (() if document.each else twins(document)):
            whole = each.name.endswith(UNREDACTED) and each.name != document.name
            made = 2 * each.index + whole
            yield place if not made else _FIRST_MADE + _STEP * made + place, each
