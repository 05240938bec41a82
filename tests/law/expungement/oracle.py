"""A second reading of Missouri's expungement law, made from the research note alone, not from the product.

One table of rules in the note's order (its section 7.3); the first that applies decides.
Where the note leaves open what a rule comes to, the verdict holds every outcome it allows.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MAY, FIX, ATTORNEY, NOT = "may generate", "fix first", "attorney must decide", "not eligible"
GUILT = ("sis_open", "sis_done", "ses", "convicted")

LISTED = frozenset(
    "105.454 105.478 115.631 130.028 188.030 188.080 191.677 194.425 334.245 217.385 632.520 375.991 389.653"
    " 455.085 455.538 557.035 565.120 565.130 565.156 566.093 566.111 566.115 568.020 568.030 568.032 568.045"
    " 568.060 568.065 568.175 569.040 569.050 569.055 569.060 569.065 569.067 569.072 569.160 570.025 570.180"
    " 570.223 570.224 571.020 571.060 571.063 571.070 571.072 571.150 574.070 574.105 574.115 574.120 574.130"
    " 575.040 575.095 575.153 575.155 575.157 575.159 575.195 575.200 575.210 575.220 575.230 575.240 575.353"
    " 577.078 577.703 577.706".split()
)
"""Statutes that both readings of 610.140.3(6) name."""
ADDED = frozenset("573.200 573.205 574.140".split())
"""Named by the newer reading only, a bill; the enacted list was not read, so that an attorney must look."""
DROPPED = frozenset(
    "217.360 565.084 565.085 565.086 565.095 565.200 565.214 568.080 568.090 569.030 569.035 570.090 570.310"
    " 575.350 578.008 578.305 578.310".split()
)
"""Named by the older reading only."""
FREE = ("567.020", "570.030", "579.015", "579.074", "569.140", "574.010", "575.260")
"""Statutes that no reading names."""


@dataclass(frozen=True)
class Case:
    """One charge with the person's record, every day exact."""

    charge: Mapping[str, object]
    born: date
    filing: date
    pending: bool
    guilt: tuple[tuple[date, str, bool], ...] = ()
    """Other findings of guilt: the day, the level, and whether they are traffic rules."""
    dismissed_petition_filed: date | None = None

    def says(self, name: str) -> object:
        """What the charge says under a name."""
        return self.charge.get(name)

    def day(self, name: str) -> date:
        """A day of the charge."""
        found = self.charge[name]
        assert isinstance(found, date)
        return found

    @property
    def years(self) -> int:
        """The years to wait and to stay clean: three for a felony, one for all else."""
        return 3 if self.says("level") == "felony" else 1

    @property
    def barred(self) -> bool:
        """Whether a petition was dismissed whose filing is less than a year back."""
        filed = self.dismissed_petition_filed
        return filed is not None and self.filing < later(filed, 1)

    @property
    def age(self) -> int:
        """The person's age on the day of the offense."""
        then = self.day("offense_date")
        return then.year - self.born.year - ((then.month, then.day) < (self.born.month, self.born.day))


@dataclass(frozen=True)
class Verdict:
    """What the note allows a charge to come to, and the day it gives when it gives one."""

    allowed: frozenset[str]
    until: date | None = None
    rule: str = ""


def later(day: date, years: int = 0, months: int = 0) -> date:
    """A day some years or months on; what would be a 29 February that is not there is 1 March."""
    month = day.month - 1 + months
    year, month = day.year + years + month // 12, month % 12 + 1
    for number in range(day.day, 27, -1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        return found if number == day.day else found + timedelta(days=1)
    return date(year, month, day.day)


def _earlier(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)


def windows(case: Case) -> tuple[bool, bool]:
    """Whether another finding of guilt falls into the window before filing, and after completion."""
    done = case.day("completion_date")
    counted = [
        day for day, level, traffic in case.guilt if level in ("felony", "misdemeanor") and not traffic
    ]
    ends = any(_earlier(case.filing, case.years) <= day <= case.filing for day in counted)
    starts = any(done <= day <= later(done, case.years) for day in counted)
    return ends, starts


def _graver_section(case: Case) -> bool:
    """Whether it is the felony of section 567.020, which the note's section 4 leaves to the attorney."""
    return case.says("statute") == "567.020" and bool(
        case.says("level") == "felony" or case.says("hiv_variant")
    )


def excluded(case: Case) -> frozenset[str]:
    """What exclusion comes to for the charge: nothing, or the outcomes the table of 2.4 gives."""
    statute, felony = case.says("statute"), case.says("level") == "felony"
    if _graver_section(case):
        return frozenset({NOT, ATTORNEY})
    if (felony and (case.says("offense_class") == "a" or case.says("death_element"))) or any(
        case.says(name) for name in ("registration", "cdl")
    ):
        return frozenset({NOT})
    # A city's ordinance is excluded only as the equal in substance of a crime, which no table can compute.
    ordinance = case.says("level") == "ordinance"
    if case.says("domestic") and not ordinance:
        return frozenset({NOT})
    if statute in LISTED or str(statute).startswith("566."):
        return frozenset({NOT})
    if case.says("intoxication"):
        return frozenset({NOT, ATTORNEY})
    if statute in ADDED or statute in DROPPED or statute == "571.030" or case.says("domestic"):
        return frozenset({ATTORNEY})
    return frozenset()


def _arrest(case: Case) -> Verdict:
    since = case.day("arrest_date")
    ready = later(since, months=18)
    if found := excluded(case):
        return Verdict(found)
    if case.filing < ready:
        return Verdict(frozenset({NOT}), ready)
    if case.pending:
        return Verdict(frozenset({FIX, ATTORNEY, NOT}))
    if case.barred:
        # The bar of .12 speaks of any new petition; the note's own list of .7 does not repeat it.
        return Verdict(frozenset({NOT, ATTORNEY}))
    guilty = any(
        since <= day <= case.filing and level in ("felony", "misdemeanor") and not traffic
        for day, level, traffic in case.guilt
    )
    return Verdict(frozenset({ATTORNEY, NOT}) if guilty else frozenset({MAY}))


def _only(*outcomes: str) -> Callable[[Case], Verdict]:
    return lambda case: Verdict(frozenset(outcomes))


def _child_of_section(case: Case) -> bool:
    """Whether it is a guilt under the state's section 567.020 of somebody under 18 then (610.131)."""
    section = case.says("statute") == "567.020" and case.says("jurisdiction") == "state"
    return section and case.says("disposition") in GUILT and case.age < 18


RULES: tuple[tuple[str, Callable[[Case], object], Callable[[Case], Verdict]], ...] = (
    ("1 not Missouri", lambda c: c.says("jurisdiction") not in ("state", "municipal"), _only(NOT)),
    ("3 identity", lambda c: c.says("identity_misuse"), _only(ATTORNEY)),
    ("4 marijuana", lambda c: c.says("marijuana"), _only(ATTORNEY)),
    (
        "5 a child's 567.020 felony",
        lambda c: _child_of_section(c) and _graver_section(c),
        _only(ATTORNEY),
    ),
    (
        "5 a child's 567.020",
        _child_of_section,
        _only(MAY),
    ),
    (
        "6 closed",
        lambda c: c.says("disposition") in ("dismissed", "nolle", "acquitted", "sis_done"),
        _only(MAY),
    ),
    (
        "4 the felony of 567.020",
        lambda c: _graver_section(c) and c.says("disposition") != "arrest_only",
        _only(ATTORNEY, NOT),
    ),
    (
        "7 not over",
        lambda c: (
            c.says("disposition") == "sis_open"
            or (c.says("disposition") in GUILT and c.says("completed") is False)
        ),
        _only(NOT),
    ),
    ("8 arrest only", lambda c: c.says("disposition") == "arrest_only", _arrest),
    ("9 excluded", excluded, lambda c: Verdict(excluded(c))),
    ("11 pending", lambda c: c.pending, _only(FIX)),
    ("12 unpaid", lambda c: c.says("obligations_paid") is False, _only(FIX)),
    (
        "13 wait",
        lambda c: c.filing < later(c.day("completion_date"), c.years),
        lambda c: Verdict(frozenset({NOT}), later(c.day("completion_date"), c.years)),
    ),
    ("14 guilt in both windows", lambda c: all(windows(c)), _only(NOT)),
    ("15 guilt in one window", lambda c: any(windows(c)), _only(ATTORNEY)),
    (
        "16 barred for a year",
        lambda c: c.barred,
        lambda c: Verdict(frozenset({NOT}), later(c.dismissed_petition_filed or c.filing, 1)),
    ),
    ("10 ordinance", lambda c: c.says("level") == "ordinance", _only(MAY, ATTORNEY)),
    ("21 else", lambda c: True, _only(MAY)),
)


def verdict(case: Case) -> Verdict:
    """What the note says of a charge: the first rule that applies."""
    for name, applies, decide in RULES:
        if applies(case):
            found = decide(case)
            return Verdict(found.allowed, found.until, name)
    raise AssertionError("the last rule always applies")


@dataclass(frozen=True)
class Units:
    """How many places of the lifetime limit of 610.140.13 something takes."""

    felonies: int
    misdemeanors: int

    @property
    def within(self) -> bool:
        """Whether two felonies and three misdemeanors are enough."""
        return self.felonies <= 2 and self.misdemeanors <= 3


def units(charges: list[Mapping[str, object]], felonies: int = 0, misdemeanors: int = 0) -> Units:
    """The places taken so far and by these charges; a course of conduct counts once, at its highest."""
    groups: dict[object, list[Mapping[str, object]]] = {}
    for number, charge in enumerate(charges):
        groups.setdefault(charge.get("course_group") or number, []).append(charge)
    for group in groups.values():
        levels = {each["level"] for each in group}
        jail = any(each["level"] == "ordinance" and each.get("ordinance_jail") for each in group)
        if "felony" in levels:
            felonies += 1
        elif "misdemeanor" in levels or jail:
            misdemeanors += 1
    return Units(felonies, misdemeanors)
