"""The crimes RSMo 610.140 excludes for good, item by item in the order of the statute."""

import re
from dataclasses import replace

from app.law.expungement.charge import PROSTITUTION, Charge
from app.law.expungement.dangerous import dangerous
from app.law.expungement.record import Record
from app.law.expungement.statute import Section, between, chapter, listed
from app.law.expungement.verdict import Verdict, never, undecided

SEXUAL = 566
WEAPON = "571.030"
_ASSAULT = ("565.050", "565.076")
_DOMESTIC = ("565.072", "565.076")


def excluded(charge: Charge, record: Record) -> tuple[Verdict, ...]:
    """Every item that excludes the crime or may; those that surely do stand first."""
    rules = (
        _class_a, dangerous, _registration, _death, _assault, _domestic, _kidnapping, _listed, _first_drunk,
        _driver, _weapon,
    )  # fmt: skip
    found = [replace(verdict, excluded=True) for rule in rules if (verdict := rule(charge, record))]
    return tuple(sorted(found, key=lambda verdict: verdict.outcome != "not eligible"))


def _cite(record: Record, item: int) -> str:
    return record.numbering.cite("excluded", f"({item})")


def _class_a(charge: Charge, record: Record) -> Verdict | None:
    if charge.felony and charge.offense_class == "a":
        return never("A class A felony is excluded.", _cite(record, 1))
    return None


def _registration(charge: Charge, record: Record) -> Verdict | None:
    if charge.flags.registration:
        return never(
            "A crime that requires registration as a sex offender is excluded.",
            f"{_cite(record, 3)}; RSMo 589.400",
        )
    return None


def _death(charge: Charge, record: Record) -> Verdict | None:
    if charge.felony and charge.flags.death_element:
        return never("A felony with death as an element is excluded.", _cite(record, 4))
    return None


def _assault(charge: Charge, record: Record) -> Verdict | None:
    if not charge.felony or charge.ordinance:
        return None
    if _says(charge, r"assaults?"):
        return never("A felony assault is excluded.", _cite(record, 5))
    if found := [each for each in charge.sections if between(each, *_ASSAULT)]:
        text = f"RSMo {found[0]} stands among the assaults; look whether this felony is one."
        return undecided(text, _cite(record, 5), confirmed=False)
    return None


def _domestic(charge: Charge, record: Record) -> Verdict | None:
    cite = _cite(record, 5)
    if charge.flags.domestic or _says(charge, r"domestic assaults?"):
        if charge.ordinance:
            text = "An ordinance on domestic assault may be the same in substance as the excluded crime."
            return undecided(text, f"{_cite(record, 9)}; {cite}")
        return never("Domestic assault is excluded at every level.", cite)
    if any(between(each, *_DOMESTIC) for each in charge.sections):
        text = f"RSMo {charge.sections[0]} is believed, from memory, to be domestic assault."
        return undecided(text, cite, confirmed=False)
    return None


def _kidnapping(charge: Charge, record: Record) -> Verdict | None:
    if charge.felony and _says(charge, r"kidnap\w*"):
        return never("A felony kidnapping is excluded.", _cite(record, 5))
    return None


def _listed(charge: Charge, record: Record) -> Verdict | None:
    cite = _cite(record, 6)
    if found := _match(charge, record, "listed") or _sexual(charge):
        read = record.parameter("excluded_listed").confirmed
        if charge.ordinance:
            text = (
                f"The ordinance cites RSMo {found}, whose crime is excluded; it may be the same in substance."
            )
            return undecided(text, f"{_cite(record, 9)}; {cite}", confirmed=read)
        return never(f"RSMo {found} is on the list of excluded crimes.", cite, confirmed=read)
    return _changed(charge, record, cite)


def _changed(charge: Charge, record: Record, cite: str) -> Verdict | None:
    """What the list of 2025 may have gained or lost; its enacted words were not read."""
    if found := _match(charge, record, "added"):
        text = f"A bill close to the law of 2025 added RSMo {found} to the excluded crimes; confirm the list."
        return undecided(text, cite, confirmed=False)
    if found := _match(charge, record, "dropped"):
        text = f"RSMo {found} was excluded before 2025 and seems to be dropped since; confirm the list."
        return undecided(text, cite, confirmed=False)
    return None


def _match(charge: Charge, record: Record, mark: str) -> Section:
    """The first of the charge's sections on a list; "" when there is none, or no such list that day."""
    on_list = listed(record.words(f"excluded_{mark}"))
    return next((each for each in charge.sections if each in on_list), "")


def _sexual(charge: Charge) -> Section:
    return next((each for each in charge.sections if chapter(each) == SEXUAL), "")


def _first_drunk(charge: Charge, record: Record) -> Verdict | None:
    if not charge.flags.intoxication:
        return None
    years = record.parameter("dwi_years").count
    text = (
        "An intoxication-related traffic or boating offense is excluded; a first one may be expunged under"
        f" RSMo 610.130 after {years} years, by an attorney's own petition."
    )
    return never(text, f"{_cite(record, 7)}, (8); RSMo 610.130; RSMo 577.001", "R130")


def _driver(charge: Charge, record: Record) -> Verdict | None:
    if charge.flags.cdl:
        text = "A driving violation of somebody who holds or needs a commercial license is excluded."
        return never(text, _cite(record, 10))
    return None


def _weapon(charge: Charge, record: Record) -> Verdict | None:
    if WEAPON in charge.sections:
        text = "Unlawful use of a weapon is excluded with exceptions that differ between versions of the law."
        return undecided(text, f"{_cite(record, 11)}; RSMo 571.030")
    return None


def _says(charge: Charge, pattern: str) -> bool:
    return re.search(rf"\b{pattern}\b", charge.offense, re.IGNORECASE) is not None


def hiv_variant(charge: Charge) -> bool:
    """Whether it is, or may be, the felony of prostitution with a known HIV infection."""
    return PROSTITUTION in charge.sections and (charge.felony or charge.flags.hiv_variant is True)
