"""Reads finished papers for what they may not say, and leads each finding back to the answer it came from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import accumulate
from pathlib import Path

from app.core import office
from app.core.interview import Asked, Interview
from app.core.office import Office
from app.core.questionnaire import Keep
from app.core.reach import opened, opens_vault, readable
from app.core.values import Address, Name, When
from app.documents import identity, leak_layers, leaks, protected, threats
from app.documents.findings import Finding, What
from app.documents.folding import folded, words
from app.documents.guard_words import PROTECTED, leaked, mend
from app.documents.holders import holder
from app.documents.leak_layers import Layer
from app.documents.leaks import Search
from app.documents.packet import Planned
from app.documents.places import Piece, pieces
from app.documents.protected import Secret
from app.documents.redaction import Redaction

_NAMED = ("name", "address", "county", "email", "phone")
"""Kinds whose answers are names of people and places: a street may be called Prison Road."""
_TYPED = ("text", "story")
_LONGEST = 160


@dataclass
class Guard:
    """What one draft may not say, ready to be looked for in each of its papers."""

    interview: Interview
    office: Office = office.EMPTY
    redaction: Redaction | None = None
    """The list its redacted papers follow."""
    _searches: dict[tuple[tuple[Keep, ...], frozenset[str], bool, bool], Search] = field(
        default_factory=dict, repr=False
    )
    """By what the papers' readers may see, also by name; if more in twins; what is blacked out less."""

    @cached_property
    def secrets(self) -> tuple[Secret, ...]:
        """What lies in the vault."""
        return protected.secrets(self.interview)

    def search(
        self, paper: Planned, docx: bytes, pdf: bytes, pdf_words: str = "", template: Path | None = None
    ) -> tuple[Finding, ...]:
        """Everything found in a paper; `pdf_words` are given when the PDF says something else than Word.

        What its audience may not see is looked for in all bytes of both files, except in the words of their
        `template`; the vault in every way of writing in every paper, all else in papers for the other side.
        """
        read = pieces(docx) + ([Piece("the PDF", pdf_words)] if pdf_words else [])
        return (*self.in_pieces(paper, read), *self.in_bytes(paper, docx, pdf, template))

    def in_pieces(self, paper: Planned, read: Sequence[Piece]) -> tuple[Finding, ...]:
        """What the words of a paper may not say, each finding once in a place."""
        found: dict[tuple[str, str, str], Finding] = {
            (each.kind, each.words, each.place): each for each in self._protected(paper, read)
        }
        # A table says the same sums many times: what was found harmless is so in every place of this paper.
        harmless: set[str] = set()
        for piece in read if paper.audience == "other side" else ():
            if piece.text not in harmless:
                seen = list(self._in_piece(paper, piece))
                for finding in seen:
                    found.setdefault((finding.kind, finding.words, piece.place), finding)
                if not seen:
                    harmless.add(piece.text)
        return tuple(found.values())

    def search_joined(
        self, paper: Planned, pdf: bytes, templates: Sequence[Path], *, redacted: bool = False
    ) -> tuple[Finding, ...]:
        """What may not stand in the bytes of a PDF that joins papers searched before, made of `templates`.

        What is blacked out in some of them may stand in others, unless all of them are `redacted`.
        """
        layers = leak_layers.layers(pdf, "the PDF")
        return tuple(self.in_layers(paper, layers, templates, redacted=redacted))

    def in_bytes(
        self, paper: Planned, docx: bytes, pdf: bytes, template: Path | None = None
    ) -> Iterator[Finding]:
        """Answers that the bytes of either file hold though the paper's audience may not see them."""
        return self.in_layers(paper, leak_layers.of_both(docx, pdf), [template] if template else [])

    def in_layers(
        self,
        paper: Planned,
        layers: Iterable[Layer],
        templates: Sequence[Path] = (),
        *,
        redacted: bool = True,
    ) -> Iterator[Finding]:
        """Answers that some layers hold though the paper's audience may not see them."""
        hides = redacted and paper.spec.twins
        reader = (readable(paper.spec), opened(paper.spec), paper.spec.twins, hides)
        if reader not in self._searches:
            blacked = self.redaction.blacked(self.interview) if hides and self.redaction else None
            self._searches[reader] = Search(self.interview, self.office, paper.spec, blacked)
        for leak in self._searches[reader].found(layers, partial(_fixed, templates)):
            yield leaked(paper, leak, holder(self.interview, paper.spec, leak))

    def _in_piece(self, paper: Planned, piece: Piece) -> Iterator[Finding]:
        yield from self._threats(paper, piece)
        yield from self._identity(paper, piece)

    def _protected(self, paper: Planned, read: Sequence[Piece]) -> Iterator[Finding]:
        """What lies in the vault, within a piece or over the border of several, at the first of them.

        One kind of paper may say it: the court's closed sheet.
        """
        if opens_vault(paper.spec):
            return
        starts = list(accumulate((len(piece.text) + 1 for piece in read), initial=0))
        text = protected.Read("\n".join(piece.text for piece in read))
        for secret in self.secrets:
            for start, end in secret.spans(text):
                piece = read[bisect_right(starts, start) - 1]
                source = self._source(text.original[start:end], besides="vault")
                yield self._finding(paper, piece, "protected", f"({secret.label})", PROTECTED, source)

    def _threats(self, paper: Planned, piece: Piece) -> Iterator[Finding]:
        nameless = self._without_names(piece.text)
        for hit in threats.hits(nameless):
            at = nameless.find(hit.sentence)
            quoted = piece.text[at : at + len(hit.sentence)] if at >= 0 else hit.sentence
            source = self._source(quoted)
            if hit.threat:
                say = f"This threatens {hit.topic} action, or can be read so."
                yield self._finding(paper, piece, "threat", quoted, say, source)
            else:
                say = f"This speaks of a {hit.topic} matter; read whether it could be taken as a threat."
                yield self._finding(paper, piece, "mention", quoted, say, source)

    def _identity(self, paper: Planned, piece: Piece) -> Iterator[Finding]:
        text = self._without_names(piece.text)
        for status in identity.statuses(text):
            say = "This tells of, or hints at, somebody's immigration status. Leave it out."
            yield self._finding(paper, piece, "immigration status", status, say, self._source(status))
        for number in identity.numbers(piece.text):
            say = "This looks like a social security or tax number. Take it out."
            yield self._finding(
                paper, piece, "social security number", number, say, self._source(number[-4:])
            )
        for born in identity.births(piece.text, self._born):
            say = "This gives a birth date. Take it out."
            yield self._finding(paper, piece, "birth date", born, say, self._source(born))

    def _finding(
        self, paper: Planned, piece: Piece, kind: What, quoted: str, say: str, source: Asked | None
    ) -> Finding:
        place = piece.place if kind == "protected" else f"{piece.place} (“{_short(quoted)}”)"
        comes = f" It comes from the answer to “{source.question.short}”." if source else ""
        told = f"{comes}{mend(source)}" if kind == "threat" else comes
        return Finding(
            level="check" if kind == "mention" else "must fix", kind=kind, document=paper.document,
            title=paper.title, place=place, words=_short(quoted), sentence=f"{say}{told}",
            question=source.question.path if source else "", item=source.item if source else None,
        )  # fmt: skip

    @cached_property
    def _born(self) -> date | None:
        for asked in self.interview.asked:
            name = asked.question.name
            if isinstance(asked.value, When) and asked.value.exact and ("born" in name or "birth" in name):
                return asked.value.earliest
        return None

    @cached_property
    def _names(self) -> Sequence[str]:
        """What people, places and mailboxes are called, longest first."""
        found: set[str] = set()
        for asked in self.interview.asked:
            if asked.question.kind_name in _NAMED and asked.answered and not asked.is_open:
                found |= set(_parts(asked.value))
        harmless = [name for name in found if len(name) > 2 and _harmless(name)]
        return sorted(harmless, key=len, reverse=True)

    @cached_property
    def _nameless(self) -> re.Pattern[str]:
        """All those names as one pattern for folded text."""
        either = "|".join(re.escape(folded(name)) for name in self._names)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)")

    def _without_names(self, text: str) -> str:
        """The text with names covered, every other character in its place."""
        for match in self._nameless.finditer(folded(text)):
            text = f"{text[: match.start()]}{'x' * len(match[0])}{text[match.end() :]}"
        return text

    @cached_property
    def _answers(self) -> Sequence[tuple[Asked, str]]:
        told = []
        for asked in self.interview.asked:
            if asked.given and not asked.is_open and not asked.question.is_list:
                told.append((asked, words(asked.question.kind.words(asked.value, asked.question.settings))))
        return told

    def _source(self, quoted: str, besides: str = "") -> Asked | None:
        """The answer that holds the quoted words, or the one in them that is likeliest to blame."""
        wanted = words(quoted)
        for asked, said in self._answers:
            if asked.question.keep != besides and wanted in said:
                return asked
        inside = [(asked, said) for asked, said in self._answers if asked.question.kind_name in _TYPED]
        blamed = [(asked, said) for asked, said in inside if len(said) > 3 and said in wanted]
        return max(blamed, key=lambda each: (bool(threats.hits(each[1])), len(each[1])), default=(None, ""))[
            0
        ]


def _fixed(templates: Sequence[Path]) -> str:
    return "\n".join(leaks.fixed_words(template) for template in templates)


def _harmless(name: str) -> bool:
    """A name of several words may hold any, unless it threatens; a single word must not be a phrase."""
    found = threats.hits(name)
    return not found or (" " in name and not any(hit.threat for hit in found))


def _parts(value: object) -> Iterator[str]:
    if isinstance(value, Name):
        yield value.full
        yield value.last
    elif isinstance(value, Address):
        yield from (value.street, value.city)
    elif isinstance(value, str):
        yield value


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
