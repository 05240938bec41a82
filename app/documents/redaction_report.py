"""What was blacked out in which paper, and what was marked and stands in full, read in the finished words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.interview import Asked
from app.documents import reading
from app.documents.blacked import Blacked, is_marked, texts
from app.documents.draft import Draft
from app.documents.leak_texts import folded, in_words
from app.documents.paper import Made
from app.documents.redaction import Redaction


@dataclass(frozen=True)
class RedactedPaper:
    """One public twin: how often each answer is blacked out, and the marked ones that stand in full."""

    title: str
    blacked: tuple[tuple[str, int], ...]
    in_full: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The list that was followed, and what came of it in each paper."""

    redaction: Redaction
    papers: tuple[RedactedPaper, ...]


def of(draft: Draft, made: Sequence[Made]) -> Report | None:
    """The report on a draft's papers, or None when none is redacted."""
    if draft.redaction is None:
        return None
    blacked = draft.redaction.blacked(draft.interview)
    twins = (each for each in made if each.paper.spec.twins)
    return Report(draft.redaction, tuple(_paper(blacked, each) for each in twins))


def _paper(blacked: Blacked, made: Made) -> RedactedPaper:
    words = reading.words_of_docx(made.docx)
    return RedactedPaper(
        made.paper.title, tuple(_counted(blacked, words).items()), tuple(dict.fromkeys(_full(blacked, words)))
    )


def _counted(blacked: Blacked, words: str) -> Counter[str]:
    """Each label with its item, and how often its mark is printed; answers with one mark are counted once."""
    found: Counter[str] = Counter()
    small = words.casefold()
    marks = {instead: _said(asked) for asked, instead in blacked.printed()}
    for instead, said in marks.items():
        if count := small.count(instead.casefold()):
            found[said] += count
    return found


def _full(blacked: Blacked, words: str) -> Iterator[str]:
    """Marked answers whose item the list does not name, and which the paper says."""
    small = folded(words)
    for asked in blacked.interview.asked:
        marked = frozenset({asked.question.redact}) - {""} - blacked.items
        if is_marked(asked, marked) and any(_stands(text, small) for text in texts(asked)):
            yield _said(asked)


def _stands(text: str, small: str) -> bool:
    wanted = in_words(text)
    return bool(wanted.squeezed) and wanted.stands_in(small, "".join(filter(str.isalnum, small)))


def _said(asked: Asked) -> str:
    short, item = asked.question.short, asked.question.redact
    return short if short == item else f"{short} ({item})"
