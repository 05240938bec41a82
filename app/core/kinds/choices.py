"""Kinds that take one or several of the choices a questionnaire offers: yes or no, choose one, choose any."""

from collections.abc import Sequence
from typing import Any

from app.core.kinds.base import Field, Kind, Plain, Raw, Settings, as_text, needed, refuse
from app.core.values import Value
from app.core.wording import listed

YES = {"yes", "y", "true"}
NO = {"no", "n", "false"}


class YesOrNo(Kind):
    """A question with two answers."""

    name = "yes or no"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """True for yes, False for no."""
        text = needed(raw, "Choose yes or no.", limit=40).casefold()
        if text not in YES | NO:
            raise refuse("Answer yes or no.")
        return text in YES

    def raw(self, value: Any) -> Raw:
        """The word."""
        return "yes" if value else "no"

    def words(self, value: Any, settings: Settings) -> str:
        """The word with a capital."""
        return "Yes" if value else "No"

    def plain(self, value: Any, settings: Settings) -> Plain:
        """True or False, for `if`."""
        return bool(value)

    def gap(self, mark: str, settings: Settings) -> Plain:
        """False: a clause that rests on an unknown answer does not print."""
        return False

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Two radio buttons."""
        return (Field("", "", "radios"),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """yes, no, or a JSON boolean."""
        return {"enum": ["yes", "no", True, False]}

    def example(self, settings: Settings) -> Raw:
        """No."""
        return "no"


class ChooseOne(Kind):
    """One of the named choices."""

    name = "choose one"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The key of the choice; its words are taken too, as a spreadsheet may hold them."""
        return _key(needed(raw, "Choose one of the answers.", limit=400), settings)

    def words(self, value: Any, settings: Settings) -> str:
        """The words of the choice."""
        return settings.choices.get(str(value), str(value))

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Radio buttons."""
        return (Field("", "", "radios"),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """One of the keys."""
        return {"enum": list(settings.choices)}

    def example(self, settings: Settings) -> Raw:
        """The first choice."""
        return next(iter(settings.choices))


class ChooseAny(Kind):
    """Any number of the named choices; a choice called `none` stands alone."""

    name = "choose any"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The keys chosen, in the order the questionnaire offers them."""
        if isinstance(raw, str):
            raw = [part for part in as_text(raw, limit=2_000).split(",") if part.strip()]
        if not isinstance(raw, Sequence):
            raise refuse("List the answers that fit.")
        chosen = {_key(needed(part, "Choose at least one answer.", limit=400), settings) for part in raw}
        if not chosen:
            raise refuse("Choose at least one answer.")
        if "none" in chosen and len(chosen) > 1:
            raise refuse(f"Choose “{settings.choices['none']}” alone, or take it away.")
        return tuple(key for key in settings.choices if key in chosen)

    def raw(self, value: Any) -> Raw:
        """The keys."""
        return list(value)

    def words(self, value: Any, settings: Settings) -> str:
        """The words of the choices in a row."""
        return "; ".join(settings.choices.get(key, key) for key in value)

    def plain(self, value: Any, settings: Settings) -> Plain:
        """The words of each choice, for a loop."""
        return [settings.choices.get(key, key) for key in value]

    def gap(self, mark: str, settings: Settings) -> Plain:
        """One line that holds the mark."""
        return [mark]

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """Check boxes."""
        return (Field("", "", "checkboxes"),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """A sequence of keys."""
        return {
            "type": "array",
            "items": {"enum": list(settings.choices)},
            "minItems": 1,
            "uniqueItems": True,
        }

    def example(self, settings: Settings) -> Raw:
        """`none` where there is one, otherwise the first choice."""
        return ["none" if "none" in settings.choices else next(iter(settings.choices))]


def _key(text: str, settings: Settings) -> str:
    wanted = text.strip()
    if wanted in settings.choices:
        return wanted
    folded = wanted.casefold()
    for key, words in settings.choices.items():
        if folded in (key.casefold(), words.casefold()):
            return key
    for key, alike in (("yes", YES), ("no", NO)):
        if key in settings.choices and folded in alike:
            return key
    shown = listed([f"`{key}`" for key in settings.choices], "or")
    raise refuse(f"“{wanted[:60]}” is not one of the answers; choose {shown}.")
