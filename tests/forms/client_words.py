"""Words that Draftwell does not use to a client, everything a form says to one, and the few exceptions."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.core.questionnaire import Form, Question
from app.documents import package

NEVER: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{pattern})", re.IGNORECASE)
    for name, pattern in {
        "ran away": r"(?:ran|runs?|running) away\b|runaways?\b",
        "prostitution": r"prostitut",
        "victim": r"victim",
        "perpetrator": r"perpetrator|offender\b",
        "illegal alien": r"illegal (?:alien|immigrant|worker|status)|illegals?\b(?! to\b)",
        "why did you": r"why (?:did(?:n[’']t| not)?|were(?:n[’']t| not)?|do(?:n[’']t| not)) you\b",
        "alleged": r"alleg",
        "confess": r"confess|admit(?:s|ted)?\b",
        "failed to": r"fail(?:ed|ure) to\b",
        "your fault": r"(?:your|own) fault\b(?!s)",
        "claims to be": r"you claim(?:ed)?\b",
    }.items()
}
"""Words that accuse, label or doubt; each with the forms it may take."""

EXCEPTIONS: Mapping[tuple[str, str, str], str] = {
    ("mo/expungement", "charges.charge_kinds", "perpetrator"): "the name of the sex offender registry",
}
"""Form, where it stands and the word → why it may stand there."""


def told(form: Form, root: Path) -> Iterator[tuple[str, str]]:
    """Everything a form says to a client, with where: questions, notices, intros, checks, papers."""
    for section in form.sections:
        if section.by_attorney:
            continue
        yield section.title, f"{section.title}. {section.intro}"
        for question in section.questions:
            for each in (question, *question.each):
                yield from ((each.path, text) for text in _of(each))
    for document in form.documents:
        if document.audience == "client":
            path = root / "templates" / "docx" / form.name / f"{document.name}.docx"
            if path.is_file():
                yield f"{document.name}.docx", words_of(path)


def _of(question: Question) -> Iterator[str]:
    yield from (question.ask, question.help, question.why, question.read_by, question.leave_out)
    yield from question.choices.values()
    yield from (must.say for must in question.must)


def words_of(path: Path) -> str:
    """The words of a Word template."""
    body = package.parse(package.unpack(path.read_bytes())[package.MAIN])
    return "\n".join(package.text_of(each) for each in body.iter(package.w("p")))


def never(form: str, texts: Iterator[tuple[str, str]]) -> list[str]:
    """Every word that is never used, where it stands, unless it is an exception."""
    return [
        f"{form} {where}: “{found[0]}” in “{' '.join(text.split())[:100]}”"
        for where, text in texts
        for name, pattern in NEVER.items()
        if (found := pattern.search(text)) and (form, where, name) not in EXCEPTIONS
    ]
