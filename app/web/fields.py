"""Between a question's kind and the boxes of a page: what is shown, and what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from app.core.counties import COUNTIES
from app.core.kinds import Field, Problem
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value, When

Typed = str | dict[str, str] | list[str]
NO_MEMORY = {"autocomplete": "off", "spellcheck": False}
"""No input asks the browser to remember or look up what is typed (SAFE-4, an exception from WCAG 1.3.5)."""
WIDTHS = (2, 3, 4, 5, 10, 20, 30)
INPUT_MODES = {"tel": "tel", "email": "email", "decimal": "decimal", "money": "decimal", "digits": "numeric"}
HOW = {
    "exact": "I know the exact day",
    "about": "About this day",
    "month": "Only the month",
    "season": "Only the season",
    "year": "Only the year",
    "range": "Between two days",
}
SEASONS = ("spring", "summer", "fall", "winter")


@dataclass(frozen=True)
class Box:
    """One control of a page: which macro draws it, and with what."""

    macro: str
    params: dict[str, Any]
    part: str = ""


@dataclass(frozen=True)
class Fault:
    """One line of the error summary: where it leads and what it says."""

    href: str
    text: str


def input_name(index: int) -> str:
    """The name of a box: one that no browser recognises and fills in by itself."""
    return f"a{index}"


def typed(question: Question, form: MultiDict[str, str]) -> Typed:
    """What was typed into a question's boxes, as its kind reads it; "" when every box is empty."""
    fields = question.kind.fields(question.settings)
    if question.kind_name == "choose any":
        return form.getlist(input_name(0))
    if len(fields) == 1:
        return form.get(input_name(0), "")
    parts = {field.part: form.get(input_name(index), "") for index, field in enumerate(fields)}
    said = any(text.strip() for part, text in parts.items() if part != "how")
    return parts if said or not question.may_be_blank else ""


def is_empty(typed: Typed) -> bool:
    """Whether nothing at all was said; how exactly a date is known says nothing alone."""
    if isinstance(typed, Mapping):
        return not any(str(text).strip() for part, text in typed.items() if part != "how")
    return not any(text.strip() for text in typed) if not isinstance(typed, str) else not typed.strip()


def shown(question: Question, value: Value | None) -> Typed:
    """A saved value as its boxes show it."""
    if value is None or isinstance(value, Gap | Blank):
        return ""
    if isinstance(value, When):
        return date_parts(value)
    raw: Any = question.kind.raw(value)
    return raw if isinstance(raw, str) else list(raw) if isinstance(raw, Sequence) else dict(raw)


def date_parts(value: When) -> dict[str, str]:
    """A date as month, day and year and how exactly it is known."""
    first, last = value.earliest, value.latest
    if value.precision == "about":
        first = first + (last - first) / 2
    if value.precision == "season":
        season = {3: "spring", 6: "summer", 9: "fall"}.get(first.month, "winter")
        return {"how": "season", "season": season, "year": str(first.year + (season == "winter"))}
    parts = {"how": value.precision, "year": str(first.year)}
    if value.precision != "year":
        parts["month"] = str(first.month)
    if value.precision in ("exact", "about", "range"):
        parts["day"] = str(first.day)
    if value.precision == "range":
        parts |= {"to_month": str(last.month), "to_day": str(last.day), "to_year": str(last.year)}
    return parts


def boxes(
    question: Question, ask: str, help: str, now: Typed, problems: Sequence[Problem], why: str = ""
) -> list[Box]:
    """The controls of a question; a single one carries the question as the page's heading."""
    fields = question.kind.fields(question.settings)
    problems = _placed(question, problems)
    drawn = []
    for index, field in enumerate(fields):
        text = now.get(field.part, "") if isinstance(now, Mapping) else now
        errors = [problem.sentence for problem in problems if problem.part == field.part]
        drawn.append(_box(question, field, index, text, errors))
    if len(drawn) == 1:
        _as_heading(drawn[0], ask, help, why)
    return drawn


def faults(question: Question, problems: Sequence[Problem]) -> list[Fault]:
    """The lines of the error summary, each leading to its box."""
    parts = [field.part for field in question.kind.fields(question.settings)]
    return [
        Fault(f"#{input_name(parts.index(each.part))}", each.sentence) for each in _placed(question, problems)
    ]


def _placed(question: Question, problems: Sequence[Problem]) -> list[Problem]:
    """The problems each at a box; one with the whole answer stands at the first box that is typed into."""
    parts = [field.part for field in question.kind.fields(question.settings)]
    first = next((part for part in parts if part != "how"), "")
    return [each if each.part in parts else Problem(first, each.sentence) for each in problems]


def _box(question: Question, field: Field, index: int, text: str | Sequence[str], errors: list[str]) -> Box:
    name = input_name(index)
    params: dict[str, Any] = {"id": name, "name": name, "idPrefix": name}
    label = field.label + (" (optional)" if field.optional and question.kind_name != "date" else "")
    params["label"] = {"text": label}
    if errors:
        params["errorMessage"] = {"text": " ".join(errors), "visuallyHiddenText": "Error"}
    draw = _DRAWN_BY.get(field.input, _input)
    macro = draw(params, question, field, text)
    return Box(macro, params, field.part)


def _input(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    width = next((width for width in WIDTHS if width >= field.width), 30)
    params |= {"value": text, "classes": f"govuk-input--width-{width}", **NO_MEMORY}
    if field.input in INPUT_MODES:
        params["inputmode"] = INPUT_MODES[field.input]
    if field.input == "money":
        params["prefix"] = {"text": "$"}
    if question.kind_name == "hours":
        params["suffix"] = {"text": "hours"}
    if question.kind_name == "text" and (question.most is None or question.most > 60):
        params["classes"] = ""
    return "input"


def _textarea(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    limit = int(question.most or 20_000)
    params |= {"value": text, "rows": "12", "attributes": {"data-limit": str(limit)}, **NO_MEMORY}
    return "textarea"


def _select(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    choices = SEASONS if field.part == "season" else COUNTIES
    first = {"value": "", "text": "Choose one"}
    items = [
        {"value": each, "text": each.capitalize() if each in SEASONS else each, "selected": each == text}
        for each in choices
    ]
    params |= {"items": [first, *items], "attributes": {"autocomplete": "off"}}
    return "select"


def _radios(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    choices: Mapping[str, str] = question.choices
    if question.kind_name == "yes or no":
        choices = {"yes": "Yes", "no": "No"}
        params["classes"] = "govuk-radios--inline"
    if field.part == "how":
        choices, text = HOW, text or "exact"
        params |= {
            "classes": "govuk-radios--small",
            "fieldset": {"legend": {"text": field.label, "classes": "govuk-fieldset__legend--s"}},
        }
    params["items"] = [
        {"value": key, "text": words, "checked": key == text} for key, words in choices.items()
    ]
    params["attributes"] = {"autocomplete": "off"}
    return "radios"


def _checkboxes(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    chosen = text if isinstance(text, list) else [text]
    items: list[dict[str, Any]] = []
    for key, words in question.choices.items():
        if key == "none" and items:
            items.append({"divider": "or"})
        items.append({"value": key, "text": words, "checked": key in chosen})
    params |= {"items": items, "hintText": "Choose all that fit."}
    return "checkboxes"


def _checkbox(params: dict[str, Any], question: Question, field: Field, text: Any) -> str:
    params["items"] = [{"value": "yes", "text": field.label, "checked": text == "yes"}]
    return "checkboxes"


_DRAWN_BY = {
    "radios": _radios,
    "checkboxes": _checkboxes,
    "checkbox": _checkbox,
    "select": _select,
    "textarea": _textarea,
}


def _as_heading(box: Box, ask: str, help: str, why: str) -> None:
    params = box.params
    heading = {"text": ask, "isPageHeading": True}
    if box.macro in ("radios", "checkboxes"):
        params["fieldset"] = {"legend": {**heading, "classes": "govuk-fieldset__legend--l"}}
    else:
        params["label"] = {**heading, "classes": "govuk-label--l"}
    usual = params.pop("hintText", "")
    hint = " ".join(filter(None, [help, "" if usual in help else usual]))
    if why:
        params["hint"] = {"html": Markup('{}<span class="dw-why">Why we ask: {}</span>').format(hint, why)}
    elif hint:
        params["hint"] = {"text": hint}
