"""Builds the questions of a section from their nodes."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from app.core.gathering import Gathering
from app.core.kinds import KINDS, LIST
from app.core.loader import Node, Pairs, Row, Text
from app.core.questionnaire import Must, Question
from app.core.redactable import REDACTABLE
from app.core.shape import QuestionShape, SectionShape, nearest

WORD = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = ("office", "attorney", "today", "made", "loop", "this")
"""Names that papers have from the packet itself; no question, list or fact may take one."""
REDACTED_KINDS = ("text", "name", "address", "phone", "email", "date", "year", "number")
"""Kinds whose answers may be blacked out: one value each, never a choice or a story."""
KEEP = "needs `keep:` (open, confidential, counsel only or vault), here or on its section."


def check_free(gathering: Gathering, key: Text) -> None:
    """Keep a mistake when a question or fact takes a name that papers use for something else."""
    if key.text in RESERVED:
        gathering.wrong(key, f"`{key.text}` means something else in every paper; give it another name.")


@dataclass(frozen=True)
class Around:
    """What surrounds a question: its section, whether that is shared, and the list it stands in."""

    section: SectionShape
    shared: bool
    parent: str = ""
    keep: str = ""

    @property
    def for_matter(self) -> bool:
        """Whether an answer belongs to the matter, for every draft, and not to one draft alone."""
        return self.shared and self.section.asked is None


@dataclass
class QuestionBuilder:
    """Numbers and builds the questions of one form."""

    gathering: Gathering
    count: int = 0

    def questions(self, pairs: Pairs, around: Around) -> tuple[Question, ...]:
        """The questions among some pairs, in order; broken ones are left out and said."""
        built = [self._question(key, node, around) for key, node in pairs]
        return tuple(question for question in built if question is not None)

    def _question(self, key: Text, node: Node, around: Around) -> Question | None:
        shape = self.gathering.fit(QuestionShape, node, key)
        pairs = node if isinstance(node, Pairs) else Pairs((), key.place)
        if not WORD.fullmatch(key.text):
            self.gathering.wrong(key, f"`{key.text[:60]}` is not a name; use small letters, digits and _.")
        check_free(self.gathering, key)
        self.count += 1
        number = self.count
        keep = (shape.keep if shape else None) or around.keep or around.section.keep
        each = self._each(key, pairs, Around(around.section, around.shared, key.text, keep or ""))
        when, musts = self.gathering.condition(pairs.get("when")), self._musts(pairs)
        least, most = self._number(pairs, "least"), self._number(pairs, "most")
        if shape is None:
            return None
        if keep is None:
            self.gathering.wrong(key, f"`{key.text}` {KEEP}")
        self._fits_kind(key, pairs, shape, around.parent)
        return Question(
            name=key.text, number=number, section=around.section.section, place=key.place, ask=shape.ask,
            kind_name=shape.kind, keep=cast(Any, keep or "counsel only"), help=shape.help, when=when,
            law=tuple(shape.law), unsure=shape.unsure is not None, may_be_blank=shape.may_be_blank == "yes",
            label=shape.label, example=shape.example, must=musts, choices=shape.choices, least=least,
            most=most, exact=shape.exact == "yes", safe_at_home=shape.safe_at_home is not None, one=shape.one,
            as_table=shape.asked_as is not None, each=each, in_list=around.parent, shared=around.for_matter,
            read_by=shape.read_by, leave_out=shape.leave_out, office_default=shape.office_default,
            by_attorney=around.section.answered_by is not None, redact=shape.redact, why=shape.why,
        )  # fmt: skip

    def _each(self, key: Text, pairs: Pairs, around: Around) -> tuple[Question, ...]:
        inner = pairs.get("each")
        return self.questions(inner, around) if isinstance(inner, Pairs) else ()

    def _fits_kind(self, key: Text, pairs: Pairs, shape: QuestionShape, parent: str) -> None:
        wrong = self.gathering.wrong
        if shape.kind not in (*KINDS, LIST):
            hint = nearest(shape.kind, [*KINDS, LIST])
            wrong(pairs.get("kind") or key, f"`{shape.kind[:40]}` is not a kind{hint}.")
        if shape.kind in ("choose one", "choose any") and not shape.choices:
            wrong(key, f"`{key.text}` has nothing to choose from; add `from:`.")
        if shape.kind == LIST and (not shape.each or not shape.one or parent):
            wrong(key, f"`{key.text}` is a list: it needs `one:` and `each:`, and cannot stand in another.")
        if shape.kind == "story" and not shape.read_by:
            wrong(key, f"`{key.text}` is a story: say `read by:` whom, and what to `leave out:`.")
        self._redactable(key, pairs, shape)

    def _redactable(self, key: Text, pairs: Pairs, shape: QuestionShape) -> None:
        where = pairs.get("redact") or key
        if shape.redact and shape.redact not in REDACTABLE:
            hint = nearest(shape.redact, list(REDACTABLE)) or f"; it is one of: {', '.join(REDACTABLE)}"
            self.gathering.wrong(where, f"`{shape.redact[:40]}` is nothing that can be redacted{hint}.")
        elif shape.redact and shape.kind not in REDACTED_KINDS:
            kinds = ", ".join(REDACTED_KINDS)
            self.gathering.wrong(where, f"`redact:` stands on questions of these kinds only: {kinds}.")

    def _musts(self, pairs: Pairs) -> tuple[Must, ...]:
        row = pairs.get("must")
        musts = []
        for child in row.nodes if isinstance(row, Row) else ():
            say = child.get("say") if isinstance(child, Pairs) else None
            that = self.gathering.condition(child.get("that")) if isinstance(child, Pairs) else None
            if that and isinstance(say, Text):
                musts.append(Must(that, say.text))
        return tuple(musts)

    def _number(self, pairs: Pairs, word: str) -> Decimal | None:
        text = pairs.get(word)
        if not isinstance(text, Text) or not text.text:
            return None
        try:
            return Decimal(text.text)
        except InvalidOperation:
            self.gathering.wrong(text, f"`{word}` must be a number.")
            return None
