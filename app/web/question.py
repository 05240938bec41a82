"""One question a page: showing it, taking its answer, and showing both texts when two people answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from app.casework import drafting, path, reading, taken
from app.casework.changing import Outcome, Overtaken
from app.casework.path import Spot
from app.casework.reading import NotAsked, Opened
from app.casework.said import Said
from app.core.interview import Asked
from app.core.kinds import Problem, Refused
from app.core.values import Blank, Gap
from app.web import access, addresses, conflict, fields, listing, notices, stamps, table, words
from app.web.fields import Typed

bp = Blueprint("question", __name__)

BUTTONS: dict[str, Gap | Blank] = {
    "not-known": Gap("not known"),
    "not-safe": Gap("not safe"),
    "blank": Blank(),
    "undecided": Gap("undecided"),
}
"""What the buttons beside “Save and continue” say."""


@bp.route("/d/<ref>/<int:number>", methods=["GET", "POST"])
def page(ref: str, number: int) -> Response | str | tuple[str, int]:
    return _page(ref, Spot(number))


@bp.route("/d/<ref>/<int:number>/<item>", methods=["GET", "POST"])
def about_item(ref: str, number: int, item: str) -> Response | str | tuple[str, int]:
    return _page(ref, Spot(number, item))


def _page(ref: str, spot: Spot) -> Response | str | tuple[str, int]:
    now = reading.open_draft(access.desk(), access.who(), ref)
    try:
        asked = now.asked(spot.number, spot.item)
    except NotAsked as gone:
        return _gone(ref, gone)
    if asked.question.as_table:
        return table.page(now, asked)
    if asked.question.is_list:
        return listing.page(now, asked)
    if request.method == "POST":
        return _save(now, asked, spot)
    return show(now, asked, shown(now, asked))


def _save(now: Opened, asked: Asked, spot: Spot) -> Response | str | tuple[str, int]:
    typed = fields.typed(asked.question, request.form)
    try:
        outcome = _answer(now, asked, spot, typed)
    except Refused as refused:
        return show(now, asked, typed, refused.problems), 422
    except Overtaken as overtaken:
        return conflict.page(overtaken, words_of(asked, typed), typed_fields()), 409
    except NotAsked as gone:
        return _gone(now.draft.id, gone)
    return onward(now.draft.id, outcome)


def _answer(now: Opened, asked: Asked, spot: Spot, typed: Typed) -> Outcome:
    desk, who, stamp = access.desk(), access.who(), stamps.stamp()
    said: Said = BUTTONS.get(request.form.get("do", ""), typed)
    if said is typed and isinstance(asked.value, Gap) and fields.is_empty(typed):
        # Left as it was: what is not known, not safe or undecided stays so.
        said = asked.value
    if asked.question.by_attorney and said == Gap("undecided"):
        return drafting.take_back(desk, who, now.draft.id, spot, stamp)
    return drafting.answer(desk, who, now.draft.id, spot, said, stamp)


def onward(ref: str, outcome: Outcome) -> Response:
    """Go where a save leads: back to where the change began, when it said so, else on."""
    back = addresses.back_to(ref, request.form.get("b", ""))
    return redirect(back or addresses.spot(ref, outcome.next), 303)


def show(now: Opened, asked: Asked, typed: Typed, problems: Sequence[Problem] = ()) -> str:
    """The page of a question with these words in its boxes."""
    question, item = asked.question, asked.item
    ask = words.say(now, question.ask, asked)
    help, why = (words.say(now, text, asked) for text in (question.help, question.why))
    boxes = fields.boxes(question, ask, help, typed, problems, why)
    return render_template(
        "question.html",
        page=Page(now, asked),
        ask=ask,
        help=help,
        why=why,
        boxes=boxes,
        faults=fields.faults(question, problems),
        hidden=stamps.hidden(now.revision, now.print_at(question, item)),
        back=request.values.get("b", "") if addresses.BACK.fullmatch(request.values.get("b", "")) else "",
        notices=notices.before(now, asked),
    )


def shown(now: Opened, asked: Asked) -> Typed:
    """The saved answer as the boxes show it; before there is one, what the office usually answers."""
    question = asked.question
    usual = now.office.default(question.office_default) if asked.given is None else None
    if usual:
        try:
            return fields.shown(question, question.kind.read(usual, question.settings))
        except Refused:
            return ""
    return fields.shown(question, asked.value)


def words_of(asked: Asked, typed: Typed) -> str:
    """What was typed, for a person to compare; its reading where it can be read."""
    gap = BUTTONS.get(request.form.get("do", ""))
    if gap is not None:
        return words.of_value(asked.question, gap)
    try:
        return words.of_value(asked.question, asked.question.kind.read(typed, asked.question.settings))
    except Refused:
        texts = typed.values() if isinstance(typed, dict) else [typed] if isinstance(typed, str) else typed
        return " ".join(text for text in texts if text)


def typed_fields() -> list[tuple[str, str]]:
    """Everything a form said about the answer itself, to be sent again."""
    return [
        (name, text)
        for name, text in request.form.items(multi=True)
        if name[:1] == "a" or name in ("do", "b")
    ]


def _gone(ref: str, gone: NotAsked) -> tuple[str, int]:
    kept = [text for name, text in typed_fields() if name[:1] == "a" and text.strip()]
    return render_template(
        "gone.html", ref=ref, sentence=str(gone), kept=kept
    ), 409 if request.method == "POST" else 404


@dataclass(frozen=True)
class Part:
    """One section in the list beside a question."""

    title: str
    href: str
    here: bool
    complete: bool


@dataclass(frozen=True)
class Page:
    """What every page of a question needs to know of where it stands."""

    now: Opened
    asked: Asked

    @property
    def ref(self) -> str:
        """The draft's reference."""
        return self.now.draft.id

    @property
    def address(self) -> str:
        """Where its form is sent."""
        return addresses.spot(self.ref, Spot(self.asked.question.number, self.asked.item))

    @property
    def back_link(self) -> str:
        """The page before this one."""
        spot = path.back(self.now.interview, Spot(self.asked.question.number, self.asked.item))
        return addresses.spot(self.ref, spot) if spot else f"/d/{self.ref}"

    @property
    def section(self) -> str:
        """The title of the section."""
        return self.asked.question.section

    @property
    def place(self) -> tuple[int, int]:
        """Which section this is, of how many on the path."""
        titles = [each.section.title for each in self.now.interview.sections if not each.section.by_attorney]
        return (titles.index(self.section) + 1 if self.section in titles else 1), len(titles)

    @property
    def parts(self) -> list[Part]:
        """Every section on the path with how far it is, for the list beside the question."""
        found = []
        for each in self.now.interview.sections:
            if not each.section.by_attorney:
                first = next((asked for asked in each.asked if not asked.answered), each.asked[0])
                href = addresses.spot(self.ref, path.page_of(self.now.interview, first))
                title = each.section.title
                found.append(Part(title, href, title == self.section, each.complete))
        return found

    @property
    def intro(self) -> str:
        """What the section says at its beginning, on its first page only."""
        for each in self.now.interview.sections:
            if each.section.title == self.section and each.asked[0] is self.asked:
                return words.say(self.now, each.section.intro, self.asked)
        return ""

    @property
    def skip(self) -> str:
        """Where it leads to leave an open question open that offers no other way on; "" where one does."""
        question = self.asked.question
        optional = question.unsure or question.may_be_blank or question.by_attorney
        if self.asked.answered or optional or (question.is_list and not question.least):
            return ""
        spot = path.skipped(self.now.interview, Spot(question.number, self.asked.item))
        return addresses.spot(self.ref, spot) if spot else f"/d/{self.ref}/c"

    @property
    def elsewhere(self) -> int:
        """How many other drafts of the client this answer stands in too."""
        shared = self.asked.question.shared
        return taken.others(access.desk(), access.who(), self.now) if shared else 0

    @property
    def item_title(self) -> str:
        """What the item is called whose question this is."""
        question = self.asked.question
        parent = self.now.form.question(question.in_list) if question.in_list else None
        return words.item_title(self.now, parent, self.asked.item) if parent and self.asked.item else ""
