"""The head of the memo: who against whom, what is claimed, what ends next, what holds the papers back."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from app.core.interview import Interview
from app.core.kinds.date_text import long
from app.core.memo_table import Headline, MemoTable
from app.core.questionnaire import Level
from app.documents import memo_answers
from app.documents.memo_flag import MemoFlag
from app.documents.memo_papers import Matters, is_official
from app.documents.packet import OFFICE_PAPERS, Planned
from app.law.memo_tables import tables

PARTIES = {"client": "Client", "other_side": "Against"}
"""The shared question files whose first question names a party."""
_MOST_DAYS = 3


def rows(
    interview: Interview, matters: Matters, flags: Mapping[Level, Sequence[MemoFlag]]
) -> list[dict[str, str]]:
    """What an attorney must know before reading on; a row without words is left out."""
    told = [
        *_parties(interview, matters), *_of_law(interview), ("Gates", "\n".join(_gates(interview, matters))),
        ("Signing attorney", _signer(matters)), ("Papers", "\n".join(_papers(matters))),
        ("Flags", ", ".join(f"{len(found)} {level}" for level, found in flags.items())),
        ("Matter", ", ".join(filter(None, (matters.matter_number, matters.title)))),
        ("Form", _form(interview)), ("Day of the draft", long(interview.today)),
    ]  # fmt: skip
    return [{"label": label, "text": text} for label, text in told if text]


def _parties(interview: Interview, matters: Matters) -> Iterator[tuple[str, str]]:
    for file, label in PARTIES.items():
        for asked in interview.asked:
            if asked.question.shared and PurePosixPath(asked.question.place.file).stem == file:
                yield label, memo_answers.words(asked, matters.secrets)
                break


def _of_law(interview: Interview) -> Iterator[tuple[str, str]]:
    found = [
        headline
        for value in interview.facts.values()
        for shown in tables(value.result)
        if isinstance(shown, MemoTable)
        for headline in shown.headlines
    ]
    yield "Each track alone", "\n".join(_line(each) for each in found if each.day is None)
    days = sorted(((each.day, each) for each in found if each.day), key=lambda pair: str(pair[0]))
    ahead = {each.label: each for day, each in reversed(days) if day >= interview.today}
    over = {each.label: each for day, each in reversed(days) if day < interview.today}
    for title, first in (("Next deadlines", ahead), ("PASSED", over)):
        soonest = list(reversed(first.values()))[:_MOST_DAYS]
        yield title, "\n".join(_line(each) for each in sorted(soonest, key=lambda each: str(each.day)))


def _line(headline: Headline) -> str:
    return f"{headline.label}: {headline.text}"


def _gates(interview: Interview, matters: Matters) -> Iterator[str]:
    lifted = {lift.gate for lift in matters.lifted}
    up = [gate.name.replace("_", " ") for gate in interview.gates if gate.name not in lifted]
    down = [gate.name.replace("_", " ") for gate in interview.gates if gate.name in lifted]
    if up:
        court = any(document.audience == "court" for document in interview.form.documents)
        what = "papers are held back" if court else "nothing goes to the other side"
        yield f"{len(up)} up, {what}: {'; '.join(up)}"
    if down:
        yield f"Lifted: {'; '.join(down)}"
    if not interview.gates:
        yield "None is up"


def _signer(matters: Matters) -> str:
    signs = matters.attorney
    return f"{signs.name}, Bar No. {signs.bar_number}" if signs else "not chosen"


def _papers(matters: Matters) -> Iterator[str]:
    withheld = {paper.document for paper in matters.withheld}
    held = matters.plan.held
    kept_back = [paper for paper in matters.plan.papers if paper.document in withheld]
    unfilled = [paper for paper in kept_back if is_official(paper)]
    kept_back = [paper for paper in kept_back if paper not in unfilled]
    made = [paper for paper in matters.plan.papers if paper.document not in withheld]
    yield f"{len(made)} made: {_titles(made)}"
    if held:
        both = [paper for paper in held if paper.document in withheld]
        also = f" (withheld for its words as well: {_titles(both)})" if both else ""
        yield f"{len(held)} held back by a gate: {_titles(held)}{also}"
    if unfilled:
        yield f"{len(unfilled)} not in the packet, see what must be fixed: {_titles(unfilled)}"
    if kept_back:
        yield f"{len(kept_back)} withheld for its words: {_titles(kept_back)}"


def _titles(papers: Sequence[Planned]) -> str:
    own = [paper.title for paper in papers if paper.document not in OFFICE_PAPERS]
    office = [paper.title for paper in papers if paper.document in OFFICE_PAPERS]
    return "; ".join((*own, *office))


def _form(interview: Interview) -> str:
    form = interview.form
    reviewed = "reviewed" if form.status == "reviewed" else "not yet reviewed by an attorney"
    return f"{form.title} ({form.name}), {reviewed}"
