"""Two people answered the same question: both texts side by side, and nothing lost."""

from collections.abc import Sequence

from flask import render_template

from app.casework.changing import Overtaken
from app.casework.path import Spot
from app.web import addresses, stamps, words


def page(overtaken: Overtaken, mine: str, sent: Sequence[tuple[str, str]]) -> str:
    """The page that asks which of two answers shall stand."""
    now, asked = overtaken.now, overtaken.asked
    spot = Spot(asked.question.number, asked.item)
    return render_template(
        "conflict.html",
        ask=words.say(now, asked.question.ask, asked),
        theirs=words.of_value(asked.question, asked.value),
        by=asked.given.by if asked.given else "",
        mine=mine,
        sent=sent,
        address=addresses.spot(now.draft.id, spot),
        hidden=stamps.hidden(now.revision, now.print_at(asked.question, asked.item)),
    )
