"""Check your answers: every answer on the path by section, each with a link to change it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from flask import Blueprint, render_template

from app.casework import path, reading, tally
from app.casework.cells import columns as table_columns
from app.casework.path import Spot
from app.casework.reading import Opened
from app.core.interview import Asked, SectionProgress
from app.core.questionnaire import Question
from app.core.values import Gap
from app.web import access, addresses, notices, table_view, taken, words

bp = Blueprint("check", __name__)


@dataclass(frozen=True)
class Line:
    """One answer: its question in short, its words, and where to change it."""

    label: str
    words: str
    href: str
    state: str = ""
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """A list's items, as one table or as one block each."""

    title: str
    href: str
    state: str
    sentences: tuple[str, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    sums: tuple[str, ...] = ()
    items: tuple[tuple[str, tuple[Line, ...]], ...] = ()


@dataclass
class Part:
    """One section of the page: answers and lists in the order of the questionnaire."""

    title: str
    blocks: list[list[Line] | Group] = field(default_factory=list)


@bp.get("/d/<ref>/c")
def page(ref: str) -> str:
    now = reading.open_draft(access.desk(), access.who(), ref)
    missing = [each for each in now.interview.missing if not each.question.by_attorney]
    return render_template(
        "check.html",
        now=now,
        ref=ref,
        parts=[_part(now, each) for each in now.interview.sections if not each.section.by_attorney],
        open=len(missing),
        resume=addresses.spot(ref, path.page_of(now.interview, now.interview.next))
        if now.interview.next
        else "",
        choices=[each for each in now.interview.asked if each.question.by_attorney],
        undecided=sum(each.is_gap for each in now.interview.asked if each.question.by_attorney),
        notices=notices.at_end(now),
        taken=taken.panels(now),
    )


def _part(now: Opened, progress: SectionProgress) -> Part:
    part = Part(progress.section.title)
    for asked in progress.asked:
        if asked.question.in_list:
            continue
        if asked.question.is_list:
            part.blocks.append(_group(now, asked))
            continue
        if not part.blocks or isinstance(part.blocks[-1], Group):
            part.blocks.append([])
        lines = part.blocks[-1]
        if isinstance(lines, list):
            lines.append(line(now, asked))
    return part


def line(now: Opened, asked: Asked, back: str = "c") -> Line:
    """The line of one answer."""
    spot = Spot(asked.question.number, asked.item)
    said = words.of_answer(now, asked)
    state = "open" if not asked.answered else "gap" if isinstance(asked.value, Gap) else ""
    href = addresses.spot(now.draft.id, spot, back)
    return Line(asked.question.short, said, href, state, tuple(_broken(now, asked)))


def _broken(now: Opened, asked: Asked) -> Iterator[str]:
    for each in now.interview.broken:
        if (each.asked.question.path, each.asked.item) == (asked.question.path, asked.item):
            yield each.sentence


def _group(now: Opened, asked: Asked) -> Group:
    question, ids = asked.question, now.answers.items(asked.question.path)
    href = addresses.spot(now.draft.id, Spot(question.number), "c")
    state = "open" if not asked.answered else ""
    title, sentences = question.short[:1].upper() + question.short[1:], tuple(_broken(now, asked))
    if isinstance(asked.value, Gap):
        return Group(title, href, "gap", sentences)
    if question.as_table:
        return _table(now, asked, Group(title, href, state, sentences))
    items = tuple((words.item_title(now, question, id), tuple(_lines(now, asked, id))) for id in ids)
    return Group(title, href, state, sentences, items=items)


def _lines(now: Opened, parent: Asked, id: str) -> Iterator[Line]:
    for each in now.interview.asked:
        if each.question.in_list == parent.question.name and each.item == id:
            yield line(now, each)


def _table(now: Opened, asked: Asked, group: Group) -> Group:
    question, ids = asked.question, now.answers.items(asked.question.path)
    there = {(each.question.path, each.item): each for each in now.interview.asked}
    wholes = [
        part for path, part in tally.parts_of(question).items() if any((path, id) in there for id in ids)
    ]
    columns = [
        each for each in question.each if each in wholes or any((each.path, id) in there for id in ids)
    ]

    def said(each: Question, id: str) -> str:
        if (each.path, id) in there:
            return words.of_value(each, there[each.path, id].value)
        counted = tally.amount(now, question, each, id) if each in wholes else None
        return "–" if counted is None else words.of_value(each, counted)

    rows = [tuple(said(each, id) for each in columns) for id in ids]
    sums = table_view.sums(now, question, [head for head in table_columns(question) if not head.part])
    foot = tuple(sums.get(str(each.number), "") for each in columns)
    heads = tuple(each.short for each in columns)
    return Group(group.title, group.href, group.state, group.sentences, heads, tuple(rows), foot)
