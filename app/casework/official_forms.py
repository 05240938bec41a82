"""What is wrong with the official forms an office has put beside a form: maps, PDFs, names, readers."""

from collections.abc import Iterator
from pathlib import Path

from app.casework import template_names
from app.core.places import Mistakes
from app.core.questionnaire import Form
from app.core.reach import kept_from
from app.core.shape import nearest
from app.documents.official import filling, map_reading
from app.documents.official.maps import Map
from app.documents.syntax import Use

Fault = tuple[str, str]
"""A place and a sentence."""


def faults(root: Path, form: Form) -> Iterator[Fault]:
    """Every fault of the maps and PDFs of a form, each at its file and line."""
    maps = map_reading.files(root, form.name)
    for path in maps:
        try:
            plan = map_reading.read(root, path)
        except Mistakes as found:
            yield from ((str(mistake.place), mistake.sentence) for mistake in found.mistakes)
            continue
        yield from _of_map(form, plan)
        yield from _of_pdf(plan, path.with_suffix(".pdf"))
    known = {path.stem for path in maps}
    for path in sorted((root / map_reading.FOLDER / form.name).glob("*.pdf")):
        if path.stem not in known:
            name = path.relative_to(root).as_posix()
            yield name, f"This PDF has no map; write {path.stem}.yaml beside it, or take it away."


def _of_pdf(plan: Map, path: Path) -> Iterator[Fault]:
    if not path.is_file():
        yield str(plan.place), f"{path.name} is not there; put the court's PDF beside its map."
        return
    yield from ((str(each.place), each.sentence) for each in filling.mistakes(plan, path.read_bytes()))


def _of_map(form: Form, plan: Map) -> Iterator[Fault]:
    known, kept = template_names.tree(form, plan.spec), kept_from(form, plan.spec)
    for named, place in plan.uses():
        if sentence := template_names.fault(known, Use(named.steps, "print", named.filters, str(place))):
            yield str(place), f"{sentence}."
            continue
        steps = [step for step in named.steps if step != template_names.EACH]
        for name in dict.fromkeys((steps[0], ".".join(steps[:2]))):
            if name in kept:
                yield str(place), f"`{name}` is {kept[name]}, so it may not stand in this form; take it out."
    yield from _of_when(form, plan)
    yield from _of_boxes(form, plan)


def _of_when(form: Form, plan: Map) -> Iterator[Fault]:
    documents = [document.name for document in form.documents]
    if plan.after and plan.after not in documents:
        place = plan.places.get("after", plan.place)
        yield str(place), f"`{plan.after}` is no document of the form{nearest(plan.after, documents)}."
    if plan.when and plan.when not in documents and not _is_yes_or_no(form, plan.when):
        place = plan.places.get("when", plan.place)
        sentence = f"`{plan.when}` is no document, no fact that holds or not, and no yes-or-no question."
        yield str(place), sentence


def _of_boxes(form: Form, plan: Map) -> Iterator[Fault]:
    """Boxes are ticked by what is yes or no, alone or as part of a result."""
    for rule in plan.rules:
        for name in (rule.on or {}).values():
            whole = form.question(name) or form.facts.get(name)
            if whole and not _is_yes_or_no(form, name):
                yield str(rule.place), f"`{name}` is not yes or no, so it cannot tick a box."


def _is_yes_or_no(form: Form, name: str) -> bool:
    fact, question = form.facts.get(name), form.question(name)
    if fact is not None:
        return fact.calculation is None
    return question is not None and question.kind_name == "yes or no"
