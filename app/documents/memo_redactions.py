"""The memo's part about redacted papers: which list was followed, who entered it, and what it did in each."""

from collections.abc import Iterator

from app.core.memo_table import MemoTable
from app.documents import memo_parts
from app.documents.memo_flag import MemoFlag
from app.documents.redaction import Redaction
from app.documents.redaction_report import RedactedPaper, Report
from app.law.parameters import Parameter

TITLE = "Redactions in public court papers"


def part(report: Report | None) -> dict[str, object]:
    """The list and a row for each redacted paper; nothing for a form without such papers."""
    if report is None:
        return memo_parts.part(TITLE)
    rows = tuple(_row(paper) for paper in report.papers)
    columns = ("Paper", "Redacted, how often", "Marked, not on the list: in full")
    tables = [MemoTable("more", TITLE, columns, rows)] if rows else []
    return memo_parts.part(TITLE, tables, list(_list(report.redaction)))


def flags(report: Report | None) -> Iterator[MemoFlag]:
    """Must fix while no list is sure; check for every marked answer that a public paper says in full."""
    if report is None:
        return
    if (hold := report.redaction.unlisted) is not None:
        yield MemoFlag("must fix", hold.say, hold.law)
    full = tuple(f"{paper.title}: {'; '.join(paper.in_full)}" for paper in report.papers if paper.in_full)
    if full:
        yield MemoFlag("check", "Marked for redaction, but in full, because the list does not name it.", full)


def _row(paper: RedactedPaper) -> tuple[str, str, str]:
    blacked = "\n".join(f"{label}: {count}" for label, count in paper.blacked)
    return paper.title, blacked or "nothing", "\n".join(paper.in_full) or "nothing"


def _list(redaction: Redaction) -> Iterator[str]:
    items = "; ".join(sorted(redaction.items))
    if entered := redaction.entered:
        on = entered.on.isoformat()
        yield f"List used: the office’s, entered by {entered.entered_by} on {on}. It names: {items}."
    elif redaction.unlisted is None:
        yield f"List used: that of the rules. It names: {items}."
    else:
        yield f"No list was entered. To read the held papers, all of this was redacted: {items}."
    if redaction.known:
        yield f"The rules of this day: {_row_words(redaction.known.row)}."
        if redaction.known.undecided:
            left = "; ".join(sorted(redaction.known.undecided))
            yield f"Not known whether the rules name these; an attorney decides: {left}."
    yield "Nothing else is redacted. Initials stand for the name of a minor."


def _row_words(row: Parameter) -> str:
    sure = "confirmed" if row.confirmed else "NOT confirmed"
    from_day = row.effective_from.isoformat()
    return f"{row.citation}, in force from {from_day}, {sure}, last checked {row.last_checked}"
