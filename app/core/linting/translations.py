"""What is wrong with the wording of a form in a language that has begun."""

from collections.abc import Iterator
from pathlib import Path

from app.core import translation
from app.core.faults import Fault
from app.core.piping import piped
from app.core.places import Mistakes, Place
from app.core.questionnaire import Form
from app.core.translation import Translation

RULE = "translation"


def faults(root: Path, form: Form) -> Iterator[Fault]:
    """Every fault of the translations of a form and of its shared files, language by language."""
    for language in translation.languages(root, form):
        for source in dict.fromkeys(form.files):
            if translation.wordings(form, source):
                yield from _of_file(root, form, language, source)


def _of_file(root: Path, form: Form, language: str, source: str) -> Iterator[Fault]:
    file = translation.file_of(language, source)
    if not (root / file).is_file():
        begun = f"{form.name} has begun in {language}"
        sentence = f"The {language} wording of {source} is missing, and {begun}; write it."
        yield Fault(RULE, file, sentence)
        return
    try:
        read = translation.read(root, file)
    except Mistakes as found:
        yield from (Fault(RULE, str(each.place), each.sentence) for each in found.mistakes)
        return
    yield from compared(form, source, read)


def compared(form: Form, source: str, read: Translation) -> Iterator[Fault]:
    """Wording that is missing, not in the form, that pipes other names, or whose English has changed."""
    wanted = translation.wordings(form, source)
    for path, (text, place) in wanted.items():
        if path not in read.wording:
            yield Fault(RULE, read.file, f"`{path}` is not translated (“{_short(text)}” at {place}); add it.")
    for path, each in read.wording.items():
        if path not in wanted:
            yield _fault(
                each.place, f"`{path}` is no wording of {source}; take it out, or put its path right"
            )
            continue
        english = wanted[path][0]
        if _plain(each.english) != _plain(english):
            said = f"The English of `{path}` was “{_short(each.english)}” and is “{_short(english)}”"
            yield _fault(each.place, f"{said}; translate it anew and put the new English beside it")
        if not each.says.strip():
            yield _fault(each.place, f"`{path}` says nothing; translate it")
        elif piped(each.says) != piped(english):
            names = ", ".join(f"{{{name}}}" for name in sorted(piped(english))) or "none"
            yield _fault(each.place, f"`{path}` must pipe the same names as the English ({names})")


def _fault(place: Place, sentence: str) -> Fault:
    return Fault(RULE, str(place), f"{sentence}.")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    flat = _plain(text)
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
