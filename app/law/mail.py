"""The address that may stand in court papers, held against the one that must not; Safe at Home."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.values import Address
from app.law.money import count
from app.law.parameters import Table
from app.law.used import confirmed_text


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


@dataclass(frozen=True)
class SafeAtHomeResult:
    """What is known of the Safe at Home program today, in printed words."""

    term_text: str
    """`4 years`, the first term."""
    delay_text: str
    """`5 to 7 days`, by which its mail comes late."""
    phone: str
    confirmed_text: str
    citation: str


def safe_at_home(*, table: Table, today: date) -> SafeAtHomeResult:
    """The program's dated figures; all were read in its own pages, not in the statute."""
    term, least, most, phone = (
        table.value_on(f"safe_at_home_{key}", today)
        for key in ("term_years", "mail_days_least", "mail_days_most", "phone")
    )
    return SafeAtHomeResult(
        term_text=count(term.count, "year"),
        delay_text=f"{least.count} to {count(most.count, 'day')}",
        phone=str(phone.value),
        confirmed_text=confirmed_text(term),
        citation=phone.citation,
    )


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
