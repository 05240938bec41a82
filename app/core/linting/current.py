"""What is due: a day of review that has come, a form changed since its review, citations nobody has read.

A citation without a source is one that its author marked so: `(not confirmed)` or `(cite-check)`. Every other
citation names the law itself, which is its source.
"""

from collections.abc import Iterator
from datetime import date

from app.core.citations import is_unread
from app.core.faults import Fault
from app.core.places import Place
from app.core.questionnaire import Form, Review

FEWEST = 8
"""A review names so many digits of its edition or more."""


def faults(form: Form, today: date, edition: str = "") -> Iterator[Fault]:
    """Everything of a form that is due; `edition` is the hash of its package without its review, or empty."""
    yield from _review_by(form, today)
    yield from _reviewed(form, today, edition)
    yield from _unread(form)


def _review_by(form: Form, today: date) -> Iterator[Fault]:
    place = form.files[0]
    if not form.review_by:
        sentence = "The form needs `review by:`, the day by which an attorney reads it again."
        yield Fault("language", place, sentence)
    elif (day := _day(form.review_by)) is None:
        sentence = f"`review by: {form.review_by[:40]}` is not a day; write one like 2027-01-15."
        yield Fault("language", place, sentence)
    elif day <= today:
        read = f"The form was to be read again by an attorney by {form.review_by}"
        yield Fault("review due", place, f"{read}; read it, then set a later day.", "due")


def _reviewed(form: Form, today: date, edition: str) -> Iterator[Fault]:
    review, place = form.reviewed, form.files[0]
    if review is None:
        if form.status == "reviewed":
            sentence = f"`status: reviewed` needs `reviewed:` below it, {_wanted(edition)}."
            yield Fault("language", place, sentence)
        return
    if sentence := _wrong(review, form.status, today):
        yield Fault("language", place, sentence)
    elif edition and not edition.startswith(review.edition):
        said = (
            f"The form was reviewed by {review.by} on {review.on} as {review.edition}, and has changed since"
        )
        now = f"read what changed, then write `edition: {edition[:FEWEST]}` with your name and the day"
        yield Fault("changed since review", place, f"{said}; {now}.", "due")


def _wrong(review: Review, status: str, today: date) -> str:
    """What is wrong with how a review is written, or nothing."""
    if status != "reviewed":
        return "`reviewed:` stands in a form that is not `status: reviewed`; say so, or take it out."
    if len(review.edition) < FEWEST or set(review.edition) - set("0123456789abcdef"):
        return (
            f"`edition: {review.edition[:40]}` is not the beginning of a hash; write {FEWEST} digits or more."
        )
    day = _day(review.on)
    if day is None or day > today:
        return f"`on: {review.on[:40]}` is not a day that has been; write one like 2026-11-24."
    return "" if review.by.strip() else "`by:` must name the attorney who read the form."


def _wanted(edition: str) -> str:
    shown = edition[:FEWEST] if edition else "the beginning of the hash that the check names"
    return f"with `edition: {shown}`, `by:` and `on:`"


def _unread(form: Form) -> Iterator[Fault]:
    """Each citation of a form that nobody has read, once, where it stands first."""
    places: dict[str, Place] = {}
    for text, place in sorted(_citations(form), key=lambda each: each[1]):
        if is_unread(text):
            places.setdefault(text, place)
    for text, place in places.items():
        sentence = f"“{text}” is marked as not read; read it, then take the mark out or put it right."
        yield Fault("no source", str(place), sentence, "due")


def _citations(form: Form) -> Iterator[tuple[str, Place]]:
    for each in (*form.questions(), *form.facts.values(), *form.flags, *form.gates):
        yield from ((text, each.place) for text in each.law)  # type: ignore[attr-defined]
    for document in form.documents:
        yield from ((text, document.place) for text in document.cites)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
