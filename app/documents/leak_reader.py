"""Whom a paper is for, as the search for leaks asks: which answers it may show, and which are blacked out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.core.interview import Asked
from app.core.questionnaire import DocumentSpec, Keep, Question
from app.core.reach import reaches
from app.core.values import When
from app.documents.blacked import Blacked, texts
from app.documents.leak_texts import in_digits, in_words
from app.documents.leak_values import Spelling, births, spellings

_DIGITS = 7
"""A number of so many digits is recognised however it is set apart."""
_LEAST = 4


@dataclass(frozen=True)
class Reader:
    """The readers of one paper; `blacked` is given for a paper that is redacted."""

    spec: DocumentSpec
    blacked: Blacked | None = field(default=None, repr=False)

    def hides(self, question: Question) -> bool:
        """Whether the paper blacks out answers to a question."""
        return self.blacked is not None and self.blacked.hides(question)

    def sees(self, question: Question) -> bool:
        """Whether an answer to a question may stand in the paper; one marked but not listed may."""
        if self.hides(question):
            return False
        marked = self.spec.twins and bool(question.redact) and question.keep == "confidential"
        return marked or reaches(question.keep, self.spec, question.path)

    def may_read(self, name: str, keep: Keep) -> bool:
        """Whether a fact of this class may stand in the paper."""
        return reaches(keep, self.spec, name)

    def spellings(self, asked: Asked) -> Iterator[Spelling]:
        """The writings of an answer to look for; of one that is blacked out the whole answer too."""
        yield from spellings(asked)
        if self.hides(asked.question):
            yield from _whole(asked)

    def shown(self, result: object) -> object:
        """A result in plain data without what the paper blacks out."""
        return self.blacked.result(result) if self.blacked else result


def _whole(asked: Asked) -> Iterator[Spelling]:
    value = asked.value
    if isinstance(value, When) and value.exact:
        yield from births(value.earliest)
    for text in texts(asked):
        digits = "".join(filter(str.isdigit, text))
        if len(digits) >= _DIGITS and not any(map(str.isalpha, text)):
            yield Spelling(in_digits(digits), (text, digits))
        elif len(in_words(text).squeezed) >= _LEAST:
            yield Spelling(in_words(text), (text,))
