"""A questionnaire's wording in another language: `questionnaires/es/mo/x.yaml`, with every mistake in it.

The file says whose wording it is and holds, by path, the English that was translated beside the translation:

    language: es
    form: mo/wage_claim            (or `shared: client` for a shared file)
    wording:
      client_name.ask: {english: What is your name?, says: ¿Cómo se llama usted?}

Paths are `title` and `about` of a form, `section TITLE` and `section TITLE, intro`, and of a question
`PATH.ask`, `.help`, `.why`, `.label`, `.one`, `.read by`, `.leave out`, `.choices.KEY` and `.must 1`. What
only attorneys are asked stays English. No page shows translations yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.loader import Node, Pairs, load, parse
from app.core.places import Mistake, Mistakes, Place
from app.core.questionnaire import Form, Question
from app.core.shape import Shape, fit

FOLDER = "questionnaires"
_PARTS = {"ask": "ask", "help": "help", "why": "why", "label": "label", "one": "one"}
_OF_STORIES = {"read by": "read_by", "leave out": "leave_out"}


class WordingShape(Shape):
    """One wording: what it was made from, and what it says."""

    english: str
    says: str


class TranslationShape(Shape):
    """The words a file of translations may have at its top."""

    language: str
    form: str = ""
    shared: str = ""
    wording: dict[str, WordingShape]


@dataclass(frozen=True)
class Wording:
    """A translated wording with its place."""

    english: str
    says: str
    place: Place


@dataclass(frozen=True)
class Translation:
    """The wording of one file in one language, by path."""

    file: str
    language: str
    of: str
    """`mo/wage_claim`, or `shared/client`."""
    wording: Mapping[str, Wording]


def languages(root: Path, form: Form) -> list[str]:
    """The languages that have begun: those in whose folder a file of this form stands."""
    found = (root / FOLDER).glob(f"*/{form.name}.yaml")
    return sorted(path.relative_to(root / FOLDER).parts[0] for path in found)


def file_of(language: str, source: str) -> str:
    """The file of translations for a file of a form, `questionnaires/mo/x.yaml`."""
    return f"{FOLDER}/{language}/{source.removeprefix(f'{FOLDER}/')}"


def read(root: Path, file: str) -> Translation:
    """The translation in a file of the checkout; raises Mistakes with everything wrong in it."""
    return _read(load(root / file, file), file)


def parsed(data: bytes, file: str) -> Translation:
    """The same from the bytes of a file."""
    return _read(parse(data, file), file)


def _read(node: Node, file: str) -> Translation:
    shape = fit(TranslationShape, node)
    if isinstance(shape, list):
        raise Mistakes(Mistake(each.place, each.sentence, "translation") for each in shape)
    language, _, source = file.removeprefix(f"{FOLDER}/").removesuffix(".yaml").partition("/")
    of = shape.form or f"shared/{shape.shared}"
    if (shape.language, of) != (language, source):
        sentence = f"The file stands where the {language} wording of {source} belongs; say so at its top."
        raise Mistakes([Mistake(node.place, sentence, "translation")])
    places = _places(node)
    wording = {
        path: Wording(each.english, each.says, places.get(path, node.place))
        for path, each in shape.wording.items()
    }
    return Translation(file, language, of, wording)


def _places(node: Node) -> dict[str, Place]:
    inner = node.get("wording") if isinstance(node, Pairs) else None
    return {key.text: key.place for key, _ in inner} if isinstance(inner, Pairs) else {}


def wordings(form: Form, source: str) -> dict[str, tuple[str, Place]]:
    """Everything that a file of a form says to clients, by path, with its place."""
    found: dict[str, tuple[str, Place]] = {}
    if source == form.files[0]:
        top = Place(source)
        found |= {"title": (form.title, top), "about": (form.about, top)}
    for section in form.sections:
        if section.by_attorney or section.place.file != source:
            continue
        found[f"section {section.title}"] = (section.title, section.place)
        found[f"section {section.title}, intro"] = (section.intro, section.place)
        for question in section.questions:
            for each in (question, *question.each):
                found |= {f"{each.path}.{part}": (text, each.place) for part, text in _said(each)}
    return {path: told for path, told in found.items() if told[0]}


def _said(question: Question) -> Iterator[tuple[str, str]]:
    for part, name in (_PARTS | _OF_STORIES).items():
        yield part, getattr(question, name)
    yield from ((f"choices.{key}", text) for key, text in question.choices.items())
    yield from ((f"must {number}", must.say) for number, must in enumerate(question.must, 1))
