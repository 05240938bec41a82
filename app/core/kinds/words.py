"""Kinds that take words: text, story, phone, email, county, and the notice that takes nothing."""

import re
from typing import Any

import phonenumbers

from app.core.counties import COUNTIES
from app.core.kinds.base import Field, Kind, Plain, Raw, Settings, as_text, needed, refuse
from app.core.values import Value

EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


class Text(Kind):
    """One line of words, at most 1,000 characters."""

    name = "text"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The line as typed, normalised."""
        return needed(raw, "Write an answer.", limit=int(settings.most or 1_000))

    def example(self, settings: Settings) -> Raw:
        """A short invented text."""
        return "Line cook"


class Story(Kind):
    """Several paragraphs in the person's own words, at most 20,000 characters."""

    name = "story"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The paragraphs, each a line of its own in what was typed."""
        text = as_text(raw, limit=int(settings.most or 20_000), lines=True)
        paragraphs = tuple(line.strip() for line in text.split("\n") if line.strip())
        if not paragraphs:
            raise refuse("Write an answer.")
        return paragraphs

    def raw(self, value: Any) -> Raw:
        """The paragraphs joined by empty lines."""
        return "\n\n".join(value)

    def words(self, value: Any, settings: Settings) -> str:
        """The paragraphs joined by empty lines."""
        return "\n\n".join(value)

    def plain(self, value: Any, settings: Settings) -> Plain:
        """A list of paragraphs, for a loop."""
        return list(value)

    def gap(self, mark: str, settings: Settings) -> Plain:
        """One paragraph that holds the mark."""
        return [mark]

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """One large box."""
        return (Field("", "", "textarea", 60),)

    def example(self, settings: Settings) -> Raw:
        """Two short invented paragraphs."""
        return "They said pay would come on Friday.\n\nIt did not come."


class Phone(Kind):
    """A United States telephone number, kept as it is dialled."""

    name = "phone"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The number written the national way; an extension stays."""
        text = needed(raw, "Write a phone number.", limit=60)
        try:
            number = phonenumbers.parse(text, "US")
        except phonenumbers.NumberParseException as error:
            raise refuse("Write a phone number with its area code, like 816-555-0142.") from error
        reason = phonenumbers.is_possible_number_with_reason(number)
        if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
            raise refuse("Write all ten digits of the phone number, like 816-555-0142.")
        style = phonenumbers.PhoneNumberFormat
        national = number.country_code == 1
        return phonenumbers.format_number(number, style.NATIONAL if national else style.INTERNATIONAL)

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """One telephone box."""
        return (Field("", "", "tel", 20),)

    def example(self, settings: Settings) -> Raw:
        """A number reserved for fiction."""
        return "816-555-0142"


class Email(Kind):
    """An e-mail address."""

    name = "email"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The address as typed."""
        text = needed(raw, "Write an e-mail address.", limit=254)
        if not EMAIL.fullmatch(text) or ".." in text:
            raise refuse("Write an e-mail address with one @ and a dot, like name@example.org.")
        return text

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """One e-mail box."""
        return (Field("", "", "email", 30),)

    def example(self, settings: Settings) -> Raw:
        """An address at a domain reserved for examples."""
        return "name@example.org"


class County(Kind):
    """One of Missouri's 114 counties or the City of St. Louis."""

    name = "county"

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The county's name as the court table writes it."""
        text = needed(raw, "Choose a county.", limit=60)
        wanted = _bare(text)
        found = [county for county in COUNTIES if _bare(county) == wanted]
        if not found:
            raise refuse("Choose a Missouri county; St. Louis County and the City of St. Louis are two.")
        return found[0]

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """A list to choose from."""
        return (Field("", "", "select", 30),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """One of the 115 names."""
        return {"enum": list(COUNTIES)}

    def example(self, settings: Settings) -> Raw:
        """A county of the first office's region."""
        return "Jackson"


class Notice(Kind):
    """Words to read; nothing is asked and nothing is kept."""

    name = "notice"

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """No inputs."""
        return ()


def _bare(text: str) -> str:
    bare = " ".join(text.casefold().replace("saint", "st.").replace("st ", "st. ").split())
    keep = bare.startswith("st. louis") or bare.startswith("city of")
    return bare if keep else bare.removesuffix(" county")
