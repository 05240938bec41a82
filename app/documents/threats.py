"""Finds sentences that threaten criminal, immigration or licensing action, or only speak of it.

A demand for money may not be coupled with such a threat. A sentence is a threat when it names an authority
or a consequence and looks ahead, sets a condition, accuses or points at the reader; without that it is a
mention, for the attorney to read. The phrases stand in phrases.txt.
"""

import re
from dataclasses import dataclass
from typing import Literal, get_args

from app.documents.folding import folded, sentences
from app.documents.phrases import speaks

Topic = Literal["immigration", "licensing", "criminal"]
_READER = re.compile(r"\b(?:you|your|yours|yourself|tu|usted|su|sus)\b")
_MONEY = re.compile(r"\b(?:pay|paid|money|owe|owed|wages)\b")
# In capitals the agency; an ice house, or a firm that has the word in its name, is neither.
_ICE = re.compile(r"\bICE\b(?! (?:CREAM|HOUSE|BOX|RINK|COMPANY|PLANT|CO\b|LLC|INC|HOLDINGS|WATER|MACHINE))")


@dataclass(frozen=True)
class Hit:
    """A sentence about one of the three topics: a threat, or else a mention."""

    topic: Topic
    threat: bool
    sentence: str


def hits(text: str) -> list[Hit]:
    """Every sentence of a text that threatens with, or speaks of, one of the three topics."""
    found, before = [], ""
    for sentence in sentences(text):
        if (hit := _judged(sentence, before)) is not None:
            found.append(hit)
        before = sentence
    return found


def _judged(sentence: str, before: str) -> Hit | None:
    small, context = folded(sentence), folded(f"{before} {sentence}")
    mention: Hit | None = None
    for topic in get_args(Topic):
        named = speaks(f"{topic}: authorities", small) or (
            topic == "immigration" and bool(_ICE.search(sentence))
        )
        told = speaks(f"{topic}: consequences", small)
        if (named or told) and _threatens(small, context, told=told):
            return Hit(topic, True, sentence)
        if named or told:
            mention = mention or Hit(topic, False, sentence)
    if mention is None and speaks("veiled", small) and _threatens(small, context, told=True):
        return Hit("criminal", True, sentence)
    return mention


def _threatens(small: str, context: str, *, told: bool) -> bool:
    """`told` is whether a consequence is spoken of and not an authority alone."""
    if speaks("looks ahead", small) or speaks("accused", small):
        return True
    if _READER.search(small):
        return told or speaks("reports", small)
    return bool(_MONEY.search(small)) and speaks("looks ahead", context)
