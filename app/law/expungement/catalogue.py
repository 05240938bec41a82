"""The calculations of expungement that a questionnaire may name."""

from collections.abc import Callable, Mapping
from typing import Any

from app.law.entry import Entry, inputs_of
from app.law.expungement.deadlines import deadlines
from app.law.expungement.drugs import DrugLawResult, drug_law
from app.law.expungement.paper import PetitionsResult
from app.law.expungement.record import Record, read_record
from app.law.expungement.result import ExpungementDeadlinesResult, RoutesResult
from app.law.expungement.routes import petitions, routes


def _of_record(compute: Callable[[Record], Any], result: type, *, opens: bool = False) -> Entry:
    """An entry for a function of a whole criminal record, with the inputs of `read_record`."""

    def found(**answers: Any) -> Any:
        return compute(read_record(**answers))

    return Entry(found, result, "charges", inputs_of(read_record), opens)


ENTRIES: Mapping[str, Entry] = {
    "expungement.routes": _of_record(routes, RoutesResult),
    "expungement.petitions": _of_record(petitions, PetitionsResult, opens=True),
    "expungement.drug_law": Entry(drug_law, DrugLawResult),
    "expungement.deadlines": Entry(deadlines, ExpungementDeadlinesResult),
}
"""Each by its name."""
