"""Who may ask for an order of protection and against whom: ages, roles, several people, mutual orders."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.terms import ADULT, CHILD, figure, said
from app.law.reading import number, text, yes


def may_file(
    table: Table, today: date, child: bool, age: object, emancipated: object, role: object
) -> Outcome:
    """Whether the petitioner may file: by age for an adult order, by role for a child's."""
    return _for_child(text(role)) if child else _adult(table, today, number(age), yes(emancipated))


def _adult(table: Table, today: date, age: Decimal | None, emancipated: bool | None) -> Outcome:
    line = figure(table, "adult_age", today)
    subject, law = "Who may file: adult order", f"{ADULT}; 455.010(2)"
    if age is None:
        return said(subject, "fix first", "The petitioner’s age is not known.", law)
    if age < line.count:
        if emancipated:
            return said(
                subject, "attorney must decide", "Under the age line; emancipation has to be shown.", law
            )
        reason = (
            f"Under {line.count} and not emancipated, as told: a parent or guardian asks for a child order."
        )
        return said(subject, "not eligible", reason, law)
    if age == line.count:
        return said(
            subject, "attorney must decide",
            f"The petitioner is {line.count}. Every text seen draws the line there; bills of 2024 and 2025"
            " would have moved it to 18. Check the law in force before choosing the adult form.",
            law, confirmed=False,
        )  # fmt: skip
    return said(subject, "may generate", "Adult on every reading of the age line.", law)


def _for_child(role: str) -> Outcome:
    subject = "Who may file: child order"
    if not role:
        return said(subject, "fix first", "Who asks for the child is not known.", CHILD)
    if role == "other":
        reason = "Only a parent, guardian, guardian ad litem, CASA or juvenile officer may file for a child."
        return said(subject, "attorney must decide", reason, CHILD)
    return said(subject, "may generate", "The statute lists this role.", CHILD)


def about_respondent(
    table: Table, today: date, age: object, several: object, respondent_filed: object
) -> Iterator[Outcome]:
    """What is special about this respondent: youth, one of several, an own petition."""
    years, line = number(age), figure(table, "adult_age", today)
    if years is not None and years < line.count:
        yield said(
            "Respondent is a juvenile", "attorney must decide",
            "Serve the custodial parent, guardian or guardian ad litem, who must bring the respondent. After"
            " an ex parte order the case is transferred to the juvenile court.",
            "RSMo 455.035.2, .3", confirmed=False,
        )  # fmt: skip
    if yes(several):
        reason = "This draft names one respondent. File a petition of its own against each other person."
        yield said("Several people", "attorney must decide", reason, "RSMo 455.020", confirmed=False)
    if yes(respondent_filed):
        reason = "Orders against both sides need a petition filed and served by each; oppose one without."
        yield said("Mutual orders", "attorney must decide", reason, "RSMo 455.050.2")
