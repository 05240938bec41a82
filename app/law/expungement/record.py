"""A whole record as it was answered: the person, the charges, other findings of guilt, earlier petitions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.expungement.charge import Charge, read_charge
from app.law.expungement.decisions import decided
from app.law.expungement.numbering import Numbering, numbering
from app.law.parameters import Parameter, Table
from app.law.reading import Answers, Items, moment, text, whole, yes
from app.law.refusals import BeforeFirst

LEVELS_OF_GUILT = ("felony", "misdemeanor")
"""The levels that count against the clean period; ordinances and infractions do not."""


UNKNOWN = date(1900, 1, 1)
"""The first day a date can mean of which nothing is known."""


@dataclass(frozen=True)
class Guilt:
    """A plea or finding of guilt beside the charge that is looked at; `counts` None when it may count."""

    when: When
    counts: bool | None
    source: str
    charge: Charge | None = None


@dataclass(frozen=True)
class Priors:
    """Expungements granted before; None where that is not known."""

    felonies: int | None
    misdemeanors: int | None


@dataclass(frozen=True)
class Earlier:
    """An earlier petition: whether there was one, when it was filed, whether it failed on the criteria."""

    any: bool | None
    filed: When | None
    dismissed: bool | None


@dataclass(frozen=True)
class Record:
    """Everything the screening looks at, with the law of the filing day."""

    table: Table
    filing: date
    numbering: Numbering
    charges: tuple[Charge, ...]
    born: When | None
    pending: bool | None
    others: tuple[Guilt, ...]
    priors: Priors
    earlier: Earlier
    citizen: bool | None
    civil_suit: bool | None
    coerced: bool | None
    other_convictions: bool | None
    charged_since_arrest: bool | None
    reading: str
    courthouse: object
    caption_style: object

    def parameter(self, key: str) -> Parameter:
        """A dated parameter on the filing day, named without its first word."""
        return self.table.value_on(f"expungement_{key}", self.filing)

    def words(self, key: str) -> str:
        """A dated list on the filing day; "" on a day for which there is none."""
        try:
            return str(self.parameter(key).value)
        except BeforeFirst:
            return ""

    def years(self, charge: Charge) -> int:
        """The waiting period of a charge in years; that of a felony when its level is not known."""
        long = charge.felony or not charge.level
        return self.parameter("wait_felony_years" if long else "wait_other_years").count


def read_record(
    *,
    table: Table,
    today: date,
    charges: Items | None = None,
    charge_decisions: Items | None = None,
    date_of_birth: object = None,
    pending_charges: object = None,
    other_guilt: Items | None = None,
    prior_expunged: object = None,
    prior_felonies: object = None,
    prior_misdemeanors: object = None,
    prior_automatic_felonies: object = None,
    prior_automatic_misdemeanors: object = None,
    prior_petition: object = None,
    prior_petition_filed: object = None,
    prior_petition_dismissed: object = None,
    citizen: object = None,
    civil_suit_about_arrest: object = None,
    coerced: object = None,
    other_convictions: object = None,
    charged_since_arrest: object = None,
    filing_day: object = None,
    window_reading: object = None,
    courthouse: object = None,
    caption_style: object = None,
) -> Record:
    """The record in these answers; an inexact filing day is read as its first day, the less favorable."""
    planned = moment(filing_day)
    filing = planned.earliest if planned else today
    expunged = yes(prior_expunged)
    read = tuple(read_charge(place, each) for place, each in enumerate(charges or (), 1))
    return Record(
        table=table,
        filing=filing,
        numbering=numbering(table, filing),
        charges=decided(read, charge_decisions),
        born=moment(date_of_birth),
        pending=yes(pending_charges),
        others=tuple(_guilt(each, filing) for each in other_guilt or ()),
        priors=Priors(
            _count(expunged, prior_felonies, prior_automatic_felonies),
            _count(expunged, prior_misdemeanors, prior_automatic_misdemeanors),
        ),
        earlier=Earlier(yes(prior_petition), moment(prior_petition_filed), yes(prior_petition_dismissed)),
        citizen=yes(citizen),
        civil_suit=yes(civil_suit_about_arrest),
        coerced=yes(coerced),
        other_convictions=yes(other_convictions),
        charged_since_arrest=yes(charged_since_arrest),
        reading=text(window_reading),
        courthouse=courthouse,
        caption_style=caption_style,
    )


def _guilt(answers: Answers, filing: date) -> Guilt:
    level = text(answers.get("guilt_level"))
    traffic = yes(answers.get("guilt_traffic"))
    counts = _counts(level, traffic)
    when = moment(answers.get("guilt_on"))
    known = when or When(UNKNOWN, filing, "range")
    return Guilt(known, counts, level or "finding of guilt of a level not known")


def _counts(level: str, traffic: bool | None) -> bool | None:
    """Whether a finding of guilt counts against the clean period; None when that is not known."""
    if traffic or (level and level not in LEVELS_OF_GUILT):
        return False
    return True if level and traffic is False else None


def _count(expunged: bool | None, *counts: object) -> int | None:
    """Expungements of one level; none when the person had none, unknown when nobody said how many."""
    numbers = [whole(each, "A number of earlier expungements") for each in counts]
    known = [each for each in numbers if each is not None]
    if known:
        return sum(known)
    return 0 if expunged is False else None


def others_than(charge: Charge, record: Record) -> Sequence[Guilt]:
    """Every finding of guilt but the charge's own, those of the other charges included."""
    own = [_of_charge(each, record) for each in record.charges if each is not charge and each.guilt]
    return [*record.others, *(each for each in own if not _together(charge, each))]


def _of_charge(charge: Charge, record: Record) -> Guilt:
    last = charge.completed_on.latest if charge.completed_on else record.filing
    first = [each.earliest for each in (charge.charged, charge.arrest, charge.offended) if each]
    when = charge.found or When(min(max(first, default=UNKNOWN), last), last, "range")
    counts = _counts(charge.level, charge.traffic if charge.sections or charge.ordinance else None)
    if counts and charge.disposition in ("sis_open", "sis_done"):
        counts = None
    return Guilt(when, counts, f"finding of guilt in charge {charge.number}", charge)


def _together(charge: Charge, other: Guilt) -> bool:
    """Whether both were decided in one case at one time, so that neither followed the other."""
    same = other.charge is not None and bool(charge.case_number)
    if not same or other.charge is None or other.charge.same_case != charge.same_case:
        return False
    return other.charge.found in (None, charge.found)
