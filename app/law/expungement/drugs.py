"""RSMo 610.141: drug offenses the state expunges by itself, which use up places under the limits."""

from datetime import date

from app.law.days import plain
from app.law.expungement.charge import Charge
from app.law.expungement.record import Record
from app.law.expungement.statute import listed
from app.law.money import count


def drug(charge: Charge, record: Record) -> bool:
    """Whether it is one of the offenses the state expunges by itself."""
    on_list = listed(record.words("automatic_statutes"))
    return charge.guilt and charge.missouri and any(each in on_list for each in charge.sections)


def automatic_day(record: Record) -> str:
    """The day from which they are expunged without a petition at the latest; "" before that law."""
    words = record.words("automatic_day")
    return plain(date.fromisoformat(words)) if words else ""


def automatic_text(record: Record) -> str:
    """What the law does and asks for; "" before that law."""
    day = automatic_day(record)
    if not day:
        return ""
    short = count(record.parameter("automatic_other_years").count, "year")
    long = count(record.parameter("automatic_felony_years").count, "year")
    return (
        f"From {day} at the latest, Missouri expunges certain convictions of drug possession and"
        f" paraphernalia by itself; nobody applies. {short} after the final disposition of a misdemeanor,"
        f" {long} of a felony; every charge of the conviction must qualify, none may have followed but"
        " traffic, none be pending, and none be a class A felony. Each uses up a place of the lifetime limit."
        " If one is passed over, a petition under RSMo 610.140 is the only remedy."
    )
