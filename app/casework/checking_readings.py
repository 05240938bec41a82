"""What a template reads, without the names that the form does not have: of those nothing can be proved."""

from collections.abc import Sequence
from dataclasses import replace

from app.casework import template_names
from app.core.proof.uses import Guard, Loop, Path, Reading
from app.core.questionnaire import DocumentSpec, Form
from app.documents.syntax import Use


def known(form: Form, document: DocumentSpec, reading: Reading) -> Reading:
    """The same reading; what is unknown, or stands inside of it, is left out."""
    tree = template_names.tree(form, document)

    def fits(path: Path, around: Sequence[Guard | Loop], *, loop: bool = False) -> bool:
        use = Use(whole(path, around), "for" if loop else "if", (), "")
        return path[0] == "loop" or template_names.fault(tree, use) is None

    def stands(around: Sequence[Guard | Loop]) -> bool:
        return all(
            fits(step.path, around[:at], loop=isinstance(step, Loop)) for at, step in enumerate(around)
        )

    uses = (
        use
        for use in reading.uses
        if fits(use.path, use.around, loop=use.says == "for") and stands(use.around)
    )
    clauses = (clause for clause in reading.clauses if stands(clause.around))
    return replace(reading, uses=tuple(uses), clauses=tuple(clauses))


def whole(path: Path, around: Sequence[Guard | Loop]) -> Path:
    """A path from its question on, an item of a loop as an item of the list it runs over."""
    loops = {f"@{step.number}": step.path for step in around if isinstance(step, Loop)}
    while path[0] in loops:
        path = (*loops[path[0]], template_names.EACH, *path[1:])
    return path
