"""The chapters of the reference of the language, each read from the code that gives it its meaning."""

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator

from app.core import office
from app.core.calculation import Calculation
from app.core.conditions import COMPARISONS, MEANINGS
from app.core.faults import RULES
from app.core.form_words import (
    DocumentShape,
    FactShape,
    FlagShape,
    FormShape,
    GateShape,
    MustShape,
    QuestionShape,
    ReviewShape,
    SectionShape,
    Shape,
    SharedShape,
)
from app.core.kinds import KINDS, Kind, Settings
from app.documents import office_context, styles
from app.documents.environment import LOOP_PARTS
from app.documents.filters import FILTERS
from app.documents.layouts import LAYOUTS

SHAPES: dict[type[Shape], str] = {
    FormShape: "A form", SharedShape: "A shared file", SectionShape: "A section", QuestionShape: "A question",
    MustShape: "An extra check (`must`)", FactShape: "A fact", FlagShape: "A flag", GateShape: "A gate",
    DocumentShape: "A document", ReviewShape: "A review (`reviewed`)",
}  # fmt: skip
"""Every part of a form file, in the order of the reference, with its heading."""


def words() -> Iterator[str]:
    """Every word of a form file, what it may be, and what it does."""
    for shape, title in SHAPES.items():
        yield from ("", f"### {title}", "", "| Word | Takes | |", "|---|---|---|")
        for name, field in shape.model_fields.items():
            needed = " (needed)" if field.is_required() else ""
            takes = _takes(field.annotation, field.alias or name)
            yield f"| `{field.alias or name}`{needed} | {takes} | {field.description} |"


def _takes(annotation: object, name: str) -> str:
    """What may follow a word, in words."""
    if name in ("when", "that"):
        return "a condition"
    arguments = [each for each in typing.get_args(annotation) if each is not type(None)]
    if typing.get_origin(annotation) is typing.Literal:
        return ", ".join(f"`{each}`" for each in arguments)
    if len(arguments) == 1 and typing.get_origin(arguments[0]) is typing.Literal:
        return _takes(arguments[0], name)
    origin = typing.get_origin(annotation)
    if origin is dict or annotation is dict:
        return "`name: …` lines"
    if origin is list:
        return "one text or a list" if name in ("law", "cites", "reveals", "authority", "holds") else "a list"
    if isinstance(annotation, type) and annotation is str:
        return "text"
    if any(isinstance(each, type) and issubclass(each, Shape) for each in arguments):
        return "`name: …` lines"
    return "a list, or `name: …` lines" if len(arguments) > 1 else "an answer as an answer file holds it"


def kinds() -> Iterator[str]:
    """Every kind, what its answer file holds, and what a template prints of it."""
    yield from ("", "| Kind | | An answer file holds | A template prints |", "|---|---|---|---|")
    for kind in KINDS.values():
        raw, printed = _example(kind)
        yield f"| `{kind.name}` | {_sentence(kind)} | {raw} | {printed} |"
    yield "| `list` | Questions about each of several items. | a sequence of `name: answer` lines | a loop |"


def _example(kind: Kind) -> tuple[str, str]:
    settings = Settings(choices={"one": "One", "two": "Two"})
    if kind.name == "notice":
        return "nothing", "nothing"
    raw = kind.example(settings)
    shown = f"`{raw}`" if isinstance(raw, str) else f"`{str(raw).replace(chr(39), '')}`"
    return shown.replace("\n\n", " ↵ "), _printed(kind, kind.plain(kind.read(raw, settings), settings))


def _printed(kind: Kind, plain: object) -> str:
    if isinstance(plain, dict):
        return "its parts " + ", ".join(f"`.{part}`" for part in plain)
    if isinstance(plain, list):
        return "a loop over its entries"
    return "`{% if %}`: whether it is yes" if isinstance(plain, bool) else "its words"


def comparisons() -> Iterator[str]:
    """Every comparison with what it means."""
    yield from ("", "| `NAME` … | Is true when |", "|---|---|")
    yield from (f"| `{each}` | {MEANINGS[each]} |" for each in COMPARISONS)


def filters() -> Iterator[str]:
    """Every filter a template may use."""
    yield from ("", "| Filter | |", "|---|---|")
    yield from (f"| `{{{{ name \\| {name} }}}}` | {_sentence(each)} |" for name, each in FILTERS.items())


def loops() -> Iterator[str]:
    """What a template may ask of the loop it stands in."""
    yield "In a loop: " + ", ".join(f"`loop.{part}`" for part in sorted(LOOP_PARTS)) + "."


def always() -> Iterator[str]:
    """What every template may name beside the answers and the facts."""
    for name, content in (
        ("office", office_context.office_context(office.EMPTY)),
        ("attorney", office_context.attorney_context(None)),
    ):
        yield f"Of the {name}: " + ", ".join(f"`{name}.{part}`" for part in content) + "."


def looks() -> Iterator[str]:
    """Every layout and every style of the base document."""
    yield from ("", "| Layout | Page | Margin | |", "|---|---|---|---|")
    for each in LAYOUTS.values():
        said = "for court papers: 13 points, no words below the text" if each.court else each.running_head
        yield f"| `{each.name}` | {each.width} × {each.height} in | {each.margin} in | {said} |"
    yield from ("", "Styles of paragraphs:", "", ", ".join(f"`{name}`" for name in styles.PARAGRAPHS) + ".")
    yield from ("", "Of these a court paper may use only:", "")
    yield ", ".join(f"`{name}`" for name in styles.PARAGRAPHS if name in styles.COURT) + "."
    yield from ("", "Styles of tables: " + ", ".join(f"`{name}`" for name in styles.TABLES) + ".")
    yield from ("", "Styles of characters: " + ", ".join(f"`{name}`" for name in styles.CHARACTERS) + ".")


def rules() -> Iterator[str]:
    """Every rule of `draftwell check`."""
    yield from ("", "| Rule | Finds |", "|---|---|")
    yield from (f"| {name} | {sentence} |" for name, sentence in RULES.items())


def calculations(known: typing.Mapping[str, Calculation]) -> Iterator[str]:
    """Every calculation with what it takes and the fields it gives."""
    for name, each in sorted(known.items()):
        inputs = ", ".join(
            f"`{one}`" + (" (needed)" if one in each.needs else "") for one in sorted(each.inputs)
        )
        yield from ("", f"### {name}", "", _sentence(each.result), "", f"Takes: {inputs or 'nothing'}.", "")
        yield "Gives: " + ", ".join(f"`.{one.name}` ({_type(one.type)})" for one in _fields(each)) + "."


def _fields(calculation: Calculation) -> tuple["dataclasses.Field[object]", ...]:
    return dataclasses.fields(calculation.result)


def _type(found: object) -> str:
    """The type of a field in the words of a reader."""
    text = found.__name__ if isinstance(found, type) else str(found)
    text = re.sub(r"\b[a-z_.]+\.(?=[A-Za-z])", "", text).replace(" | None", " or nothing")
    said = {"str": "words", "bool": "yes or no", "int": "number", "Decimal": "number", "date": "day"}
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"several \1", text)
    return re.sub(r"\b(str|bool|int|Decimal|date)\b", lambda match: said[match[1]], text)


def _sentence(thing: object) -> str:
    """The first line of a docstring, safe in a table."""
    return (inspect.getdoc(thing) or "").split("\n")[0].replace("|", "\\|")
