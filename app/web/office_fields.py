"""The boxes of the office page, and the profile that what is typed into them makes."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.casework import standing
from app.casework.desk import Desk
from app.core.counties import COUNTIES
from app.core.kinds import Refused
from app.core.places import Mistakes
from app.core.questionnaire import Question
from app.web import office_redaction
from app.web.fields import Fault
from app.web.office_lines import Group, Line

ADDRESS = (
    ("street", "Street, or PO box"),
    ("unit", "Suite"),
    ("city", "City"),
    ("state", "State, two letters"),
    ("zip", "ZIP code"),
)
ATTORNEY = (
    ("name", "Name"),
    ("bar number", "Bar number"),
    ("title", "Title"),
    ("email", "E-mail"),
    ("phone", "Phone"),
    ("signature block", "Signature block, one line each"),
)
HOTLINE = (("name", "Name"), ("phone", "Phone"), ("about", "What it offers"))
LINES = ("lines", "signature block")
"""Fields that take several lines."""
MOST = 12


HELP = {
    "Letterhead": "As it stands at the top of a letter.",
    "Attorneys": "Whoever signs papers. Clear all boxes of one to remove it.",
    "Payment": "Where the other side sends money.",
    "What the office always begins with": "Each use is marked as a default and can be changed.",
    "Leaving quickly": "A public page with nothing personal on it. Empty: the weather service.",
    "Hotlines": "Printed on the safety note and the client’s sheet.",
    office_redaction.TITLE: office_redaction.HELP,
    "File names": "For the office’s own computers; {matter}, {number} and {title} are filled in.",
}
Rows = list[tuple[str, list[Line]]]


def groups(desk: Desk, typed: Mapping[str, str]) -> list[Group]:
    """Every group of the page, with one more empty row than is filled in where there may be several."""
    payment = [Line("o-payment-payee", "Payee"), *_address("o-payment-address")]
    leaving = [Line("o-exit.address", "Exit address, beginning with https://")]
    rows: dict[str, Rows] = {
        "The office": [("", [Line("o-office", "Name of the office")])],
        "Letterhead": [("", _letterhead())],
        "Address and contact": [("", [*_address("o-address"), *_contact()])],
        "Attorneys": _several(typed, "attorneys", "Attorney", ATTORNEY),
        "Payment": [("", payment)],
        "What the office always begins with": [("", _defaults(desk, typed))],
        "Leaving quickly": [("", leaving)],
        "Hotlines": _several(typed, "hotlines", "Hotline", HOTLINE),
        "File names": [("", [Line("o-file.names", "Pattern")])],
        office_redaction.TITLE: [("", office_redaction.lines(typed))],
    }
    return [Group(title, HELP.get(title, ""), lines) for title, lines in rows.items()]


def texts(profile: Mapping[str, Any]) -> dict[str, str]:
    """A profile in the file's shape as the texts of the boxes."""
    return dict(_texts(profile, "o"))


def content(typed: Mapping[str, str]) -> tuple[dict[str, Any], list[Fault]]:
    """The profile that was typed, in the file's shape, and what is missing from it."""
    made: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, text in typed.items():
        path = path_of(name)
        if path and path[0] not in ("attorneys", "hotlines") and text.strip():
            _put(made, path, text)
    for key, parts in (("attorneys", ATTORNEY), ("hotlines", HOTLINE)):
        made[key] = [row for _, row in _rows(typed, key, parts)]
        faults += [
            Fault(f"#o-{key}-{at}-name", "Write the name.")
            for at, row in _rows(typed, key, parts)
            if "name" not in row
        ]
        faults += [
            Fault(f"#o-hotlines-{at}-phone", "Write the phone number.")
            for at, row in _rows(typed, key, parts)
            if key == "hotlines" and "phone" not in row
        ]
    return made, faults


def faults(found: Mistakes, content: Mapping[str, Any], typed: Mapping[str, str]) -> list[Fault]:
    """Every mistake at its box: the place of each names the field the way the file would reach it."""
    boxes = dict(_places(content, typed))
    return [Fault(f"#{boxes.get(each.place.file, 'top')}", each.sentence) for each in found.mistakes]


def _places(content: Mapping[str, Any], typed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in typed:
        path = path_of(name)
        if path[0] not in ("attorneys", "hotlines"):
            yield "office profile: " + ": ".join(path), name
    for key, parts in (("attorneys", ATTORNEY), ("hotlines", HOTLINE)):
        for number, (at, _) in enumerate(_rows(typed, key, parts), 1):
            yield f"office profile: {key} {number}", f"o-{key}-{at}-name"
            for part, _ in parts:
                yield f"office profile: {key} {number}: {part}", _box(key, at, part)


def path_of(name: str) -> list[str]:
    """The path in the profile's file that a box stands for; a point in it stands for a space."""
    return [step.replace(".", " ") for step in name.split("-")[1:]]


def _rows(
    typed: Mapping[str, str], key: str, parts: tuple[tuple[str, str], ...]
) -> list[tuple[int, dict[str, Any]]]:
    """The rows that hold anything, with their number on the page."""
    rows = []
    for at in range(MOST):
        row: dict[str, Any] = {}
        for part, _ in parts:
            text = typed.get(_box(key, at, part), "")
            if text.strip():
                row[part] = _split(text) if part in LINES else text.strip()
        if row:
            rows.append((at, row))
    return rows


def _box(key: str, at: int, part: str) -> str:
    return f"o-{key}-{at}-{part.replace(' ', '.')}"


def _put(made: dict[str, Any], path: list[str], text: str) -> None:
    is_redacted = path == path_of(f"{office_redaction.NAME}-{office_redaction.ITEMS}")
    for step in path[:-1]:
        made = made.setdefault(step, {})
    if is_redacted:
        made[path[-1]] = list(office_redaction.named(text))
    else:
        made[path[-1]] = _split(text) if path[-1] in LINES else text.strip()


def _split(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, f"{name}-{str(key).replace(' ', '.')}")
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        for at, part in enumerate(value):
            yield from _texts(part, f"{name}-{at}")
    else:
        yield name, "\n".join(value) if isinstance(value, list) else str(value)


def _letterhead() -> list[Line]:
    return [
        Line("o-letterhead-name", "Name on the letterhead"),
        Line("o-letterhead-lines", "Lines below it", lines=True),
    ]


def _contact() -> list[Line]:
    labels = {"phone": "Phone", "fax": "Fax", "email": "E-mail", "website": "Website"}
    return [Line(f"o-{part}", label) for part, label in labels.items()]


def _address(name: str) -> list[Line]:
    widths = {"unit": 10, "state": 2, "zip": 10}
    return [Line(f"{name}-{part}", label, width=widths.get(part, 30)) for part, label in ADDRESS]


def _several(typed: Mapping[str, str], key: str, one: str, parts: tuple[tuple[str, str], ...]) -> Rows:
    filled = [
        at for at in range(MOST) if any(typed.get(_box(key, at, part), "").strip() for part, _ in parts)
    ]
    count = min((filled[-1] if filled else -1) + 2, MOST)
    return [
        (f"{one} {at + 1}", [Line(_box(key, at, part), label, part in LINES) for part, label in parts])
        for at in range(count)
    ]


def _defaults(desk: Desk, typed: Mapping[str, str]) -> list[Line]:
    every = standing.questions(desk)
    return [_default(name, asked[0], typed.get(f"o-defaults-{name}", "")) for name, asked in every.items()]


def _default(name: str, question: Question, text: str) -> Line:
    """The box of one default; a text that is none of its choices stays in view until it is changed."""
    choices, chosen = _choices(question), _chosen(question, text)
    choices += tuple((each, each) for each in chosen if each not in dict(choices)) if choices else ()
    return Line(
        f"o-defaults-{name}", standing.title(question), hint=_hint(question), choices=choices,
        several=question.kind_name == "choose any", chosen=chosen,
    )  # fmt: skip


def _choices(question: Question) -> tuple[tuple[str, str], ...]:
    if question.kind_name == "yes or no":
        return (("yes", "Yes"), ("no", "No"))
    if question.kind_name == "county":
        return tuple((each, each) for each in COUNTIES)
    return tuple(question.choices.items())


def _chosen(question: Question, text: str) -> tuple[str, ...]:
    try:
        raw = question.kind.raw(question.kind.read(text.replace("\n", ","), question.settings))
    except Refused:
        return (text,) if text else ()
    return tuple(raw) if isinstance(raw, list) else (str(raw),)


def _hint(question: Question) -> str:
    if question.kind_name == "number" and question.least is not None:
        return (
            f"A number, {question.least} or more."
            if question.most is None
            else (f"A number from {question.least} to {question.most}.")
        )
    return question.help if question.kind_name in ("text", "number") else ""
