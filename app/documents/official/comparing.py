"""Compares an official form with its map: every way in which it is another form, at the line of the map."""

import hashlib
from collections.abc import Iterator, Mapping

import pikepdf

from app.core.places import Mistake
from app.core.shape import nearest
from app.documents.official import words
from app.documents.official.fields import FormField
from app.documents.official.maps import Box, Map, Rule

_UNWANTED = ("button",)
"""Kinds a form may have beside what the map names: a button prints nothing and is taken out."""


def mistakes(plan: Map, data: bytes, pdf: pikepdf.Pdf, found: Mapping[str, FormField]) -> Iterator[Mistake]:
    """Everything that is not as the map says: edition, fields, their kinds, places and values."""
    yield from _edition(plan, data, pdf)
    for rule in plan.rules:
        yield from _named(rule, found) if rule.name else _placed(rule, pdf)
    for name, place in plan.left_empty.items():
        if name not in found:
            yield Mistake(place, f"The form has no field “{name}”{nearest(name, list(found))}.")
    known = {rule.name for rule in plan.rules} | set(plan.left_empty)
    for name, field in found.items():
        hidden = all(seen.hidden for seen in field.seen)
        if name not in known and field.kind not in _UNWANTED and not hidden:
            yield Mistake(
                plan.places.get("fields", plan.place),
                f"The form has a field “{name}” ({field.seen[0].box}) that the map does not name;"
                " say what it takes, or put it under `left empty:`.",
            )


def _edition(plan: Map, data: bytes, pdf: pikepdf.Pdf) -> Iterator[Mistake]:
    if plan.sha256 and hashlib.sha256(data).hexdigest() != plan.sha256:
        yield Mistake(
            plan.places["sha256"],
            "The PDF is not the file this map was made for; compare the two, then mend `sha256:`.",
        )
    wanted = "".join(plan.revision.split())
    if wanted and not any(wanted in "".join(words.of_page(page).split()) for page in pdf.pages):
        yield Mistake(
            plan.places["revision"],
            f"The words “{plan.revision}” stand nowhere in the PDF, so it may be another edition of the form;"
            " compare it with the map, then mend `revision:`.",
        )


def _named(rule: Rule, found: Mapping[str, FormField]) -> Iterator[Mistake]:
    field = found.get(rule.name)
    if field is None:
        sentence = f"The form has no field “{rule.name}”{nearest(rule.name, list(found))}."
        yield Mistake(rule.place, sentence)
        return
    yield from _where(rule, field)
    if sentence := _kind(rule, field):
        yield Mistake(rule.place, sentence)
    elif rule.on:
        states = {seen.state for seen in field.seen}
        for value in rule.on:
            if value not in states:
                told = ", ".join(f"“{each}”" for each in sorted(states) if each) or "none"
                sentence = f"The field “{rule.name}” has no export value “{value}”; it has {told}."
                yield Mistake(rule.place, sentence)


def _kind(rule: Rule, field: FormField) -> str:
    said = f"The field “{rule.name}” is {_KINDS[field.kind]}"
    if rule.on and field.kind not in ("check", "radio"):
        return f"{said}; `on:` is for boxes to tick."
    if rule.values and field.kind not in ("text", "choice"):
        return f"{said}; `value:` is for fields to write in."
    return ""


_KINDS = {
    "text": "a field for text", "choice": "a list of choices", "check": "a box to tick",
    "radio": "a group of boxes to tick", "button": "a button", "signature": "a field for a signature",
    "unknown": "of a kind Draftwell does not fill",
}  # fmt: skip


def _where(rule: Rule, field: FormField) -> Iterator[Mistake]:
    for seen in field.seen:
        if not any(seen.box.near(box) for box in rule.boxes):
            yield Mistake(
                rule.place, f"The field “{rule.name}” stands at `{seen.box}`, not where the map says."
            )
        elif seen.hidden:
            sentence = f"The field “{rule.name}” is hidden or lies off its page; it cannot be filled."
            yield Mistake(rule.place, sentence)
        elif seen.turned:
            sentence = f"The field “{rule.name}” stands on a turned page or is turned; it cannot be filled."
            yield Mistake(rule.place, sentence)
    for box in rule.boxes:
        if not any(seen.box.near(box) for seen in field.seen):
            yield Mistake(rule.place, f"The field “{rule.name}” has no place at `{box}`.")


def _placed(rule: Rule, pdf: pikepdf.Pdf) -> Iterator[Mistake]:
    for box in rule.boxes:
        if not _on_its_page(box, pdf):
            yield Mistake(rule.place, f"The PDF has no upright page with room for `{box}`.")


def _on_its_page(box: Box, pdf: pikepdf.Pdf) -> bool:
    if not 1 <= box.page <= len(pdf.pages):
        return False
    page = pdf.pages[box.page - 1]
    left, bottom, right, top = map(float, page.cropbox)
    return (
        not page.rotation
        and left <= box.left
        and box.right <= right
        and bottom <= box.bottom
        and box.top <= top
    )
