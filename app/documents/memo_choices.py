"""The attorney's choices: what is decided and by whom, what is not, and what the papers say meanwhile."""

from collections.abc import Iterator, Mapping, Sequence

from app.core.answers import Given
from app.core.interview import Asked, Interview
from app.core.memo_table import MemoTable
from app.core.values import Gap
from app.documents import memo_answers
from app.documents.meanwhile import Meanwhile, alternatives
from app.documents.memo_flag import MemoFlag


def table(interview: Interview) -> tuple[MemoTable, ...]:
    """Every choice with its alternatives."""
    choices = (each for each in interview.asked if each.question.by_attorney and not each.question.is_list)
    rows = tuple(map(_choice, choices))
    columns = ("Choice", "Decided", "Alternatives", "By")
    return (MemoTable("choices", "The attorney's choices", columns, rows, wide=2),) if rows else ()


def flags(
    interview: Interview, marks: Mapping[str, Sequence[str]], tried: Mapping[str, Meanwhile]
) -> Iterator[MemoFlag]:
    """What waits for a decision; one that changes no paper is only a check."""
    for asked in interview.gaps:
        if asked.value == Gap("undecided"):
            yield _undecided(asked, marks.get(asked.question.short, ()), tried.get(asked.question.name))


def _undecided(asked: Asked, marked: Sequence[str], tried: Meanwhile | None) -> MemoFlag:
    question = asked.question
    others = "; ".join(words for words, _ in alternatives(asked))
    law = "; ".join(question.law) or "A choice only an attorney makes"
    matters = bool(marked) or (tried is not None and bool(tried.changed))
    return MemoFlag(
        "must fix" if matters else "check", f"Decide: {question.short}.",
        (f"{law}. Alternatives: {others}." if others else f"{law}.", _meanwhile(marked, tried)),
    )  # fmt: skip


def _meanwhile(marked: Sequence[str], tried: Meanwhile | None) -> str:
    if marked:
        stands = f"Meanwhile a marked blank stands in: {'; '.join(dict.fromkeys(marked))}."
        others = [title for title in tried.changed if title not in marked] if tried else []
        return f"{stands} It also changes: {'; '.join(others)}." if others else stands
    if tried is None or not tried.changed:
        return "No paper of this packet changes with it."
    alike = " or ".join(f"“{words}”" for words in tried.alike)
    read = f"Meanwhile the papers read as with {alike or 'none of them'}."
    return f"{read} It changes: {'; '.join(tried.changed)}."


def _choice(asked: Asked) -> tuple[str, str, str, str]:
    chosen = asked.value if isinstance(asked.value, tuple) else (asked.value,)
    others = [
        words
        for words, value in alternatives(asked)
        if (value[0] if isinstance(value, tuple) else value) not in chosen
    ]
    return asked.question.short, memo_answers.words(asked, ()), "; ".join(others), _decider(asked.given)


def _decider(given: Given | None) -> str:
    return "nobody yet" if given is None or isinstance(given.value, Gap) else memo_answers.source(given)
