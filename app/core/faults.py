"""What `draftwell check` can find: one fault with its rule, its place and its sentence; and all the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["mistake", "not ruled out", "due"]
"""Wrong; perhaps wrong, as far as a calculation may return it; or a day has passed and somebody must look."""

RULES: Mapping[str, str] = {
    # Complete
    "undefined": "A name is read on a path on which nothing gives it a value.",
    "unknown name": "A name is neither asked nor a fact, or has no such part.",
    "asked later": "Something rests on a question that is asked only after it.",
    # Reachable
    "unreachable question": "No path asks a question.",
    "unreachable choice": "No path lets a choice be kept.",
    "unreachable clause": "No path prints a passage.",
    "unreachable document": "No path makes a document.",
    "unreachable flag": "No path raises a flag.",
    "unreachable gate": "No path raises a gate.",
    "always true": "A guard holds on every path that comes to it.",
    "unused": "Nothing reads a fact.",
    # Contained
    "contained": "A class of answers would reach an audience that may not see it.",
    # Current
    "review due": "The day has passed by which a form or a legal figure was to be read again.",
    "changed since review": "A form is called reviewed, and something of it has changed since.",
    "no source": "A legal figure or a citation does not say where it was read.",
    # Sound authoring
    "language": "A questionnaire says something that is not the language.",
    "value": "A condition compares with what nobody can answer.",
    "law": "Something needs the law it rests on.",
    "tag": "A template says something that is not a tag, or a tag stands where it swallows words.",
    "lost in the PDF": "A Word file holds something that its twin would drop.",
    "style": "A Word file uses a style outside the vocabulary.",
    "in a loop": "A loop would repeat what may stand only once: a bookmark or a note.",
    "layout": "A document and its Word template name different layouts.",
    "missing file": "A document has no Word template, or an official form no PDF.",
    "stray file": "A file in the folders of a form belongs to none of its documents.",
    "stale twin": "A twin is missing or of another state of its Word template.",
    "words differ": "A Word template and its twin do not say the same.",
    "stale block": "A shared block or style in a Word template is out of date.",
    "official form": "The map of an official form does not fit it, or the form.",
    "reading grade": "A question is harder to read than it may be.",
    "translation": "A language that has begun lacks wording, or has wording of another state.",
}
"""Every rule by its name, in the order of a report; each has seeded faults in `tests/check`."""


@dataclass(frozen=True)
class Fault:
    """One thing to mend, to rule out or to look at again."""

    rule: str
    place: str
    """`FILE:LINE:COLUMN`, or `FILE: SPOT` in a Word file."""
    sentence: str
    """What is wrong and what to do about it."""
    level: Level = "mistake"
    answers: Mapping[str, Any] | None = field(default=None, compare=False)
    """The content of an answer file that shows it, the shortest there is."""
    file: str = ""
    """The Word file a margin note of it would stand in, from the root of the checkout; or empty."""
    spot: str = ""
    """Where in that file: `paragraph 3`, or `table 1, row 2, cell 1`."""

    def __str__(self) -> str:
        said = "" if self.level == "mistake" else f"{self.level}: "
        return f"{said}{self.place}{':' if self.file else ''} {self.sentence}"
