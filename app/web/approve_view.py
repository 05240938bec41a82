"""The page of an approval: before one, what stands in the way; with one, who gave it and the clean copies."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template, request

from app.casework import exhibits, path, people
from app.casework.approved import Seen
from app.casework.reading import Opened
from app.core.interview import Asked
from app.core.questionnaire import FOLDERS
from app.documents.obstacles import Obstacles
from app.store.approvals import Approval, Copy
from app.web import access, addresses, papers, stamps
from app.web.fields import Fault

TOP = "#main-content"
WHY = {
    "answers": "an answer was changed or given again",
    "exhibits": "the file of an exhibit was added or taken away",
    "gates": "what holds papers back was lifted or put up again",
    "edition": "the draft moved to another edition of its form",
    "defaults": "a default of the office, or its list of redactions, was changed",
    "withdrawn": "the approval was taken back",
    "again": "another approval followed",
}


@dataclass(frozen=True)
class Trouble:
    """Why an approval or a download was not had: the error summary, and the answers that are to blame."""

    faults: tuple[Fault, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    def among(self, places: Iterable[str]) -> "Trouble":
        """The same on a page that has these boxes only: all else leads to its beginning."""
        there = set(places)
        moved = (Fault(each.href if each.href in there else TOP, each.text) for each in self.faults)
        return Trouble(tuple(moved), self.sources)

    def at(self, place: str) -> str:
        """The sentences that belong to one box of the form."""
        return " ".join(fault.text for fault in self.faults if fault.href == place)


NO_TROUBLE = Trouble()
_BOXES = ("#a0", "#a1")


@dataclass(frozen=True)
class Link:
    """A question and where it is answered."""

    label: str
    href: str


def waiting(seen: Seen, stands: Obstacles, trouble: Trouble) -> str:
    """The page before an approval, and after one that has ended."""
    now = seen.now
    return render_template(
        "approve.html",
        ref=now.draft.id,
        trouble=trouble.among((*_BOXES, *(["#gaps"] if stands.gaps else [])) if stands.settled else ()),
        ended=seen.given,
        why=WHY[(seen.given and seen.given.why) or "defaults"],
        stands=stands,
        exhibits=now.form.question(exhibits.LIST) is not None,
        missing=_links(now, stands.missing),
        undecided=_links(now, stands.undecided),
        broken=[(each.sentence, _link(now, each.asked)) for each in stands.broken],
        gaps=[(gap, _link(now, gap.asked) if gap.asked else None) for gap in stands.gaps],
        said=_said(),
        ticked=request.form.getlist("g"),
        rest=request.form.get("rest") == "yes",
        hidden=stamps.hidden(now.revision),
    )


def standing(seen: Seen, given: Approval, trouble: Trouble) -> str:
    """The page while an approval stands."""
    groups = [
        (papers.AUDIENCES[audience], folder, _papers(given.copies, folder), _whole(given.copies, folder))
        for audience, folder in FOLDERS.items()
    ]
    return render_template(
        "approved.html",
        ref=seen.now.draft.id,
        trouble=trouble.among(()),
        given=given,
        groups=[group for group in groups if group[2]],
        with_word={copy.document for copy in given.copies if copy.ending == "docx"},
        hidden=stamps.hidden(seen.now.revision),
    )


def _papers(copies: Iterable[Copy], folder: str) -> list[Copy]:
    """One copy of each paper in a folder, in filing order."""
    found = {copy.document: copy for copy in copies if copy.folder == folder and copy.number}
    return sorted(found.values(), key=lambda copy: copy.number)


def _whole(copies: Iterable[Copy], folder: str) -> list[Copy]:
    """All papers of a folder as one PDF if it has several; what the court files openly and closed apart."""
    return [copy for copy in copies if copy.folder == folder and not copy.number]


def _links(now: Opened, asked: Iterable[Asked]) -> list[Link]:
    return list(dict.fromkeys(_link(now, each) for each in asked))


def _link(now: Opened, asked: Asked) -> Link:
    return Link(asked.question.short, addresses.spot(now.draft.id, path.page_of(now.interview, asked), "v"))


def _said() -> dict[str, str]:
    """What was typed, or what is known of whoever is signed in."""
    if request.method == "POST" and "a0" in request.form:
        return {"name": request.form["a0"], "bar_number": request.form.get("a1", "")}
    person = people.find(access.desk(), access.who().id)
    return {"name": "" if person.name == people.OWNER else person.name, "bar_number": person.bar_number}
