"""The kinds of answer, by the word the language has for each."""

from app.core.kinds.base import Field, Kind, Plain, Problem, Raw, Refused, Settings, refuse
from app.core.kinds.choices import ChooseAny, ChooseOne, YesOrNo
from app.core.kinds.dates import Date
from app.core.kinds.numbers import Hours, Money, Number, Year
from app.core.kinds.people import Address, Name
from app.core.kinds.words import County, Email, Notice, Phone, Story, Text

_ALL: tuple[Kind, ...] = (
    Text(),
    Story(),
    Name(),
    Address(),
    Phone(),
    Email(),
    County(),
    Date(),
    Year(),
    Number(),
    Money(),
    Hours(),
    YesOrNo(),
    ChooseOne(),
    ChooseAny(),
    Notice(),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
"""Every kind but `list`, which is questions about each item rather than an answer of its own."""

LIST = "list"

__all__ = ["KINDS", "LIST", "Field", "Kind", "Plain", "Problem", "Raw", "Refused", "Settings", "refuse"]
