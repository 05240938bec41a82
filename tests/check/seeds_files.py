"""Faults planted around a form: in its review, its translations and the official forms beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from app.core import translation
from app.core.forms import load_form
from app.documents import edition
from tests.check.seeding import FILE, NAME, PAPERS, Seed, write
from tests.check.seeds_text import changing
from tests.documents.official.forms import form as official

SPANISH = translation.file_of("es", FILE)
MAPS = f"templates/pdf/{NAME}"
Wording = dict[str, dict[str, str]]


def seeds() -> Iterator[Seed]:
    """All of them."""
    yield from (_reviewed(what, plant) for what, plant in _CHANGES.items())
    yield from (_translated(what, change) for what, change in _WORDINGS.items())
    yield _of_map("a PDF without a map", "court.pdf", lambda root: None)
    yield _of_map("a map that is a list", "court.yaml", _map("- name\n"))
    yield _of_map("a map with a word that is none", "court.yaml", _map("colour: red\n"))
    yield _of_map("a map without a title", "court.yaml", _map("for: court\n"))


def _reviewed(what: str, change: Callable[[Path], object]) -> Seed:
    """A form that was reviewed and then changed."""

    def plant(root: Path) -> None:
        form = load_form(root, NAME, {})
        seen = edition.digest_of_review(edition.files(root, form), form)
        lines = f"status: reviewed\nreviewed: {{by: Morgan A. Tessel, on: 2026-11-01, edition: {seen}}}\n"
        changing("documents:\n", f"{lines}documents:\n")(root)
        change(root)

    return Seed("changed since review", what, plant, lambda root: FILE)


def _other_letter(root: Path) -> None:
    write(root, "letter", [*PAPERS["letter"][1], "One line more."])


_CHANGES: dict[str, Callable[[Path], object]] = {
    "another question since": changing("ask: How much?", "ask: How much is it?"),
    "another condition since": changing("when: rate is less than 10", "when: rate is less than 12"),
    "another title since": changing("title: Notice", "title: A notice"),
    "another letter since": _other_letter,
}


def _translated(what: str, change: Callable[[Wording], object]) -> Seed:
    """A language that has begun, with something wrong in its wording."""

    def plant(root: Path) -> None:
        form = load_form(root, NAME, {})
        said = translation.wordings(form, FILE)
        wording = {path: {"english": text, "says": f"¿{text}?"} for path, (text, _) in said.items()}
        change(wording)
        content = {"language": "es", "form": NAME, "wording": wording}
        path = root / SPANISH
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")

    return Seed("translation", what, plant, lambda root: SPANISH)


_WORDINGS: dict[str, Callable[[Wording], object]] = {
    "a question not translated": lambda wording: wording.pop("owed.ask"),
    "a choice not translated": lambda wording: wording.pop("trade.choices.field"),
    "a section not translated": lambda wording: wording.pop("section The work"),
    "another English": lambda wording: wording["owed.ask"].update(english="Do they owe you?"),
    "a translation that says nothing": lambda wording: wording["story.ask"].update(says=" "),
    "a translation that pipes a name": lambda wording: wording["county.ask"].update(says="¿{trade}?"),
    "a wording of no question": lambda wording: wording.update(debt={"english": "Debt", "says": "Deuda"}),
}


def _of_map(what: str, name: str, plant_map: Callable[[Path], object]) -> Seed:
    def plant(root: Path) -> None:
        (root / MAPS).mkdir(parents=True)
        (root / MAPS / "court.pdf").write_bytes(official())
        plant_map(root)

    return Seed("official form", what, plant, lambda root: f"{MAPS}/{name}")


def _map(text: str) -> Callable[[Path], object]:
    return lambda root: (root / MAPS / "court.yaml").write_text(text, "utf-8")
