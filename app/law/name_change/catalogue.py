"""The calculations of a change of name that a questionnaire may name."""

from collections.abc import Mapping

from app.law.entry import Entry
from app.law.name_change import children, deadlines, fees, screening, sealing, words

ENTRIES: Mapping[str, Entry] = {
    "name_change.screening": Entry(screening.screening, screening.ScreeningResult),
    "name_change.deadlines": Entry(deadlines.deadlines, deadlines.NameDeadlinesResult),
    "name_change.named": Entry(children.named, children.NamedResult, opens=True),
    "name_change.consent_age": Entry(children.consent_age, children.ConsentAgeResult),
    "name_change.consents": Entry(children.consents, children.ConsentsResult),
    "name_change.fees": Entry(fees.fees, fees.FeeResult, "county"),
    "name_change.sealing": Entry(sealing.sealing, sealing.SealingResult, opens=True),
    "name_change.names": Entry(words.names, words.NamesResult, "wanted"),
    "name_change.scan": Entry(words.scan, words.ScanResult, "words"),
    "name_change.scan_place": Entry(words.scan_place, words.ScanResult, "words"),
}
"""Each by its name."""
