"""What is wrong with the official forms an office has put beside a form: maps, PDFs, names, readers."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.casework import template_names
from app.casework.template_names import Tree
from app.core.faults import Fault
from app.core.linting import contained
from app.core.places import Mistakes
from app.core.questionnaire import Form
from app.core.reach import classes
from app.core.shape import nearest
from app.documents.official import filling, map_reading
from app.documents.official.maps import Map
from app.documents.syntax import Use

RULE = "official form"


def faults(root: Path, form: Form) -> Iterator[Fault]:
    """Every fault of the maps and PDFs of a form, each at its file and line."""
    maps = map_reading.files(root, form.name)
    for path in maps:
        try:
            plan = map_reading.read(root, path)
        except Mistakes as found:
            yield from (Fault(RULE, str(each.place), each.sentence) for each in found.mistakes)
            continue
        yield from of_map(form, plan)
        yield from _of_pdf(plan, path.with_suffix(".pdf"))
    known = {path.stem for path in maps}
    for path in sorted((root / map_reading.FOLDER / form.name).glob("*.pdf")):
        if path.stem not in known:
            name = path.relative_to(root).as_posix()
            sentence = f"This PDF has no map; write {path.stem}.yaml beside it, or take it away."
            yield Fault(RULE, name, sentence)


def paths_read(root: Path, form: Form) -> Iterator[tuple[str, ...]]:
    """Every name the maps of a form read, in steps; a map that cannot be read tells none."""
    for path in map_reading.files(root, form.name):
        try:
            plan = map_reading.read(root, path)
        except Mistakes:
            continue
        yield from (tuple(named.steps) for named, _ in plan.uses())
        yield from ((name,) for name in plan.when)


def all_readable(root: Path, form: Form) -> bool:
    """Whether every map of a form can be read."""
    try:
        for path in map_reading.files(root, form.name):
            map_reading.read(root, path)
    except Mistakes:
        return False
    return True


def _of_pdf(plan: Map, path: Path) -> Iterator[Fault]:
    if not path.is_file():
        sentence = f"{path.name} is not there; put the court's PDF beside its map."
        yield Fault("missing file", str(plan.place), sentence)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Fault("missing file", str(plan.place), f"{path.name} cannot be read ({error.strerror}).")
        return
    yield from (Fault(RULE, str(each.place), each.sentence) for each in filling.mistakes(plan, data))


def of_map(form: Form, plan: Map) -> Iterator[Fault]:
    """Names, boxes and conditions of a map that do not fit the form."""
    known, every = template_names.tree(form, plan.spec), classes(form)
    for named, place in plan.uses():
        # Paragraphs are printed one under another; anything else that is a list needs an item or a filter.
        filters = (*named.filters, "listed") if _is_told(known, named.steps) else named.filters
        if sentence := template_names.fault(known, Use(named.steps, "print", filters, str(place))):
            yield Fault("unknown name", str(place), f"{sentence}.")
            continue
        if sentence := contained.of_path(form, plan.spec, named.steps, every):
            yield Fault("contained", str(place), sentence)
    for name in plan.when:
        path = ("made", name) if form.document(name) else (name,)
        if sentence := contained.of_path(form, plan.spec, path, every):
            yield Fault("contained", str(plan.places.get("when", plan.place)), sentence)
    yield from _of_when(form, plan)
    yield from _of_boxes(form, plan)


def _is_told(known: Tree, steps: Sequence[str]) -> bool:
    """Whether a name is a list of nothing but texts."""
    for step in steps:
        if step == template_names.EACH:
            known = known[0] if isinstance(known, list) and known else None
        else:
            known = known.get(step) if isinstance(known, Mapping) else None
    return isinstance(known, list) and known[:1] == [None]


def _of_when(form: Form, plan: Map) -> Iterator[Fault]:
    documents = [document.name for document in form.documents]
    if plan.after and plan.after not in documents:
        place = plan.places.get("after", plan.place)
        sentence = f"`{plan.after}` is no document of the form{nearest(plan.after, documents)}."
        yield Fault(RULE, str(place), sentence)
    for name in plan.when:
        if name not in documents and not _is_yes_or_no(form, name):
            place = plan.places.get("when", plan.place)
            sentence = f"`{name}` is no document, no fact that holds or not, and no yes-or-no question."
            yield Fault(RULE, str(place), sentence)


def _of_boxes(form: Form, plan: Map) -> Iterator[Fault]:
    """Boxes are ticked by what is yes or no, alone or as part of a result."""
    for rule in plan.rules:
        for name in (rule.on or {}).values():
            whole = form.question(name) or form.facts.get(name)
            if whole and not _is_yes_or_no(form, name):
                sentence = f"`{name}` is not yes or no, so it cannot tick a box."
                yield Fault(RULE, str(rule.place), sentence)


def _is_yes_or_no(form: Form, name: str) -> bool:
    fact, question = form.facts.get(name), form.question(name)
    if fact is not None:
        return fact.calculation is None
    return question is not None and question.kind_name == "yes or no"
