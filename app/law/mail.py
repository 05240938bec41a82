"""The address that may stand in court papers, held against the one that must not."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.values import Address
from app.law.parameters import Table


@dataclass(frozen=True)
class MailResult:
    """What is wrong with a mailing address for court papers, without a word of either address."""

    is_home: bool
    """Whether it is where the client lives."""
    is_substitute: bool
    """Whether it is marked as the Safe at Home address."""
    given: bool


def court_mail(
    *, table: Table, today: date, court_mail: object = None, home_address: object = None
) -> MailResult:
    """Whether the address for court papers is the home address, by house and ZIP code, or the substitute."""
    if not isinstance(court_mail, Address):
        return MailResult(False, False, False)
    home = isinstance(home_address, Address) and _place(court_mail) == _place(home_address)
    return MailResult(home, court_mail.safe_at_home, True)


def _place(address: Address) -> tuple[str, str]:
    """The street line in plain letters and the first five digits: a unit or a spelling changes nothing."""
    words = re.findall(r"[a-z0-9]+", address.street.casefold())
    return "".join(_SHORT.get(word, word) for word in words), address.zip[:5]


_SHORT = {
    "street": "st", "avenue": "ave", "av": "ave", "road": "rd", "drive": "dr", "boulevard": "blvd",
    "lane": "ln", "court": "ct", "place": "pl", "terrace": "ter", "highway": "hwy", "circle": "cir",
    "north": "n", "south": "s", "east": "e", "west": "w", "northeast": "ne", "northwest": "nw",
    "southeast": "se", "southwest": "sw",
}  # fmt: skip
