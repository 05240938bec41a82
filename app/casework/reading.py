"""Opening a draft: its saved answers, through their kinds, read by its form today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.casework import forms, memory, office, said
from app.casework.acts import print_of
from app.casework.desk import Desk
from app.casework.memory import Reading
from app.core import interview
from app.core.answers import Answers, Given, Key
from app.core.defaults import overlay
from app.core.examples import raw_of
from app.core.interview import Asked, Interview
from app.core.kinds import Refused
from app.core.office import Office
from app.core.questionnaire import Form, Question
from app.store import answers as saved_answers
from app.store import drafts
from app.store.changes import Saved, SavedAnswer
from app.store.drafts import Draft
from app.store.transaction import Transaction
from app.store.who import Who


class NotAsked(Exception):
    """There is no such question on the path of this draft, or not any more."""

    def __init__(self) -> None:
        super().__init__("This question is not asked any more, because an earlier answer has changed.")


@dataclass(frozen=True)
class Opened:
    """A draft as it stands: its form, its answers and the reading of one by the other."""

    draft: Draft
    form: Form
    answers: Answers = field(repr=False)
    interview: Interview = field(repr=False)
    office: Office = field(repr=False)
    last: Mapping[str, int] = field(repr=False)
    """The highest position in each list."""

    @property
    def revision(self) -> int:
        """The revision all of this was read at."""
        return self.draft.revision

    def asked(self, number: int, item: str | None = None) -> Asked:
        """The question with this number on the path; raises NotAsked."""
        question = self.form.numbered(number)
        found = self.interview.at(question, item) if question else None
        if found is None:
            raise NotAsked
        return found

    def print_at(self, question: Question, item: str | None = None) -> str:
        """A print of what is answered here now; for a list, of all its items too."""
        return print_of(self._content(question, item))

    def _content(self, question: Question, item: str | None) -> object:
        given = self.answers.get(question.path, item)
        if not question.is_list:
            return None if given is None else raw_of(question, given)
        items = self.answers.items(question.path)
        inner = [
            [self._content(each, id) for each in question.each if each.kind_name != "notice"] for id in items
        ]
        return [items, inner, given is not None and str(given.value)]


def open_draft(desk: Desk, who: Who, id: str) -> Opened:
    """A draft of this person as it stands; raises NotFound."""
    with desk.store.reading() as t:
        return opened(desk, t, who, id)


def question_of(desk: Desk, who: Who, id: str, number: int) -> Question | None:
    """A question of a draft's form, asked or not, without opening the answers; raises NotFound."""
    with desk.store.reading() as t:
        return forms.of(desk, t, drafts.find(t, who, id)).numbered(number)


def opened(desk: Desk, t: Transaction, who: Who, id: str) -> Opened:
    """The same inside a transaction."""
    draft = drafts.find(t, who, id)
    form = forms.of(desk, t, draft)
    profile = office.profile(desk)
    found = memory.recall(draft, form, profile, desk.today)
    if found is None:
        found = _read(desk, t, who, draft, form, profile)
        memory.keep(draft, draft.revision, desk.today, found)
    return Opened(draft, form, found.answers, found.interview, profile, found.last)


def _read(desk: Desk, t: Transaction, who: Who, draft: Draft, form: Form, profile: Office) -> Reading:
    saved = saved_answers.load(t, who, draft.id)
    answers = with_defaults(form, read_answers(form, saved, draft), profile)
    last = {item.list: item.position for item in saved.items}
    return Reading(form, profile, answers, interview.read(form, answers, desk.today), last)


def read_answers(form: Form, saved: Saved, draft: Draft) -> Answers:
    """Saved answers as values; those this edition has no question for are left aside."""
    given: dict[Key, Given] = {}
    questions = {question.path: question for question in form.questions()}
    for each in saved.answers:
        question = questions.get(each.question)
        value = said.meant(question, each.raw) if question else None
        if value is not None:
            at = each.at.isoformat(timespec="seconds")
            told = Given(value, each.source, each.by, at, _taken_from(each, draft))
            given[each.question, each.item] = told
    lists: dict[str, tuple[str, ...]] = {}
    for item in saved.items:
        lists[item.list] = (*lists.get(item.list, ()), item.id)
    return Answers(MappingProxyType(given), MappingProxyType(lists))


def _taken_from(saved: SavedAnswer, draft: Draft) -> str:
    """The other draft an answer of the matter was given in; by its time where that was not kept."""
    if not saved.shared or saved.given_in == draft.id:
        return ""
    return saved.given_in or ("earlier" if saved.at < draft.created_at else "")


def with_defaults(form: Form, answers: Answers, profile: Office) -> Answers:
    """With the office's defaults for the attorney's choices nobody has made, marked as such.

    One that does not fit its question is passed over, so that a slip in the profile closes no draft.
    """
    for question in form.questions():
        name = question.office_default
        if name and question.by_attorney:
            try:
                answers = overlay(form, answers, {name: profile.default(name)})
            except Refused:
                continue
    return answers
