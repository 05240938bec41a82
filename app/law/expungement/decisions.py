"""What an attorney decided about single charges, kept apart from what the client says of them."""

from collections.abc import Iterable
from dataclasses import replace

from app.law.expungement.charge import Charge
from app.law.money import count
from app.law.reading import Answers, Items, text, whole, yes
from app.law.refusals import Refusal


def decided(charges: tuple[Charge, ...], decisions: Items | None) -> tuple[Charge, ...]:
    """The charges with the decisions about them; raises a Refusal for a decision about none of them."""
    lines = tuple(decisions or ())
    for line in lines:
        if (place := _place(line)) is not None and not 1 <= place <= len(charges):
            raise Refusal(
                f"A decision is about charge {place}, but the list has {count(len(charges), 'charge')};"
                " correct its number."
            )
    return tuple(
        _with(charge, (line for line in lines if _place(line) == charge.number)) for charge in charges
    )


def _place(line: Answers) -> int | None:
    return whole(line.get("decision_charge"), "The number of a charge")


def _with(charge: Charge, lines: Iterable[Answers]) -> Charge:
    """What was said last counts, but a charge once left out stays out."""
    for line in lines:
        said = yes(line.get("include"))
        ruled = yes(line.get("decided"))
        charge = replace(
            charge,
            include=charge.include if said is None or charge.include is False else said,
            decided=charge.decided if ruled is None else ruled,
            route=text(line.get("route")) or charge.route,
        )
    return charge
