"""What open answers give away: a county, a city, names and weapons told elsewhere in confidence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.values import Address, Name
from app.law.parameters import Table
from app.law.protection.terms import kinds_of
from app.law.reading import text, yes

TEXTS: Mapping[str, str] = {
    "lived_facts": "living at the same place", "fear_facts": "why the fear was reasonable",
    "distress_facts": "how the distress showed", "narrative": "more for the judge",
    "danger_now": "the danger now", "factor_history": "history of harm", "factor_record": "criminal record",
    "factor_orders": "earlier orders", "factor_felonies": "felonies or broken orders",
    "factor_weight": "weight of the evidence", "custody_facts": "facts for custody",
    "temporary_custody_facts": "facts for temporary custody", "service_tries": "tries of service",
    "visit_facts": "facts for visitation", "visit_how": "how visits work",
    "support_facts": "facts for child support", "maintenance_facts": "facts for maintenance",
    "rent_facts": "facts for rent", "other_rent_facts": "facts for rent of another home",
    "medical_facts": "facts for medical costs", "shelter_facts": "facts for shelter and services",
    "fee_facts": "facts for attorney fees", "transfer_what": "things not to be sold",
    "transfer_facts": "facts for the ban on transfer", "counseling_facts": "facts for counseling",
    "pet_name": "the pet", "pet_facts": "facts for the pet", "other_term": "the other term",
    "exclusion_best": "why it is best for the children", "exclusion_risk": "risk in the home",
    "exclusion_adult": "the adult who stays", "good_cause": "good cause for a continuance",
    "renewal_facts": "facts for the renewal", "change_facts": "facts for the change",
    "change_asked": "change asked for",
}  # fmt: skip
"""The open answers in the client's own words, as a paper prints them, by the question's name."""

LISTS: Mapping[str, Mapping[str, str]] = {
    "acts": {"act_what": "what was done", "act_result": "harm or fear", "act_place": "place of an act",
             "act_report": "police report number"},
    "property_items": {"property_item": "a thing", "property_owner": "whose a thing is"},
    "cases": {"case_where": "court and number of a case"},
    "exhibits": {"exhibit_title": "title of an exhibit", "exhibit_for": "what an exhibit supports"},
}  # fmt: skip
"""The same inside lists."""

SECRETS = frozenset(
    ("home_county", "home_county_known", "home_known", "home_address", "venue_county", "children",
     "weapons_what", "respondent_home")
)  # fmt: skip
INPUTS = frozenset(TEXTS) | frozenset(LISTS) | SECRETS
"""Every answer that `protection.slips` reads."""

_WEAPON = re.compile(r"\b(guns?|handguns?|pistols?|rifles?|shotguns?|firearms?|weapons?)\b", re.IGNORECASE)
_THREAT = re.compile(
    r"\b(kill\w*|shoot\w*|threat\w*|not live to|would (?:hurt|find)|will (?:hurt|find))\b", re.IGNORECASE
)


@dataclass(frozen=True)
class SlipsResult:
    """Which questions hold something that the respondent may not know; never what it is."""

    slipped: bool
    slipped_where: str
    city: bool
    city_where: str
    weapons: bool
    weapons_where: str
    threat_untold: bool
    """Whether a threat is told only as fear or danger and stands in no act."""


def slips(*, table: Table, today: date, **told: object) -> SlipsResult:
    """Looks in every open answer for what was told in confidence elsewhere, and names the questions."""
    words = tuple(_words(told))
    found = tuple(_found(told, words))
    city = _holding(words, _city(told))
    weapons = tuple(dict.fromkeys(label for label, said in words if _WEAPON.search(said)))
    return SlipsResult(
        slipped=bool(found), slipped_where="; ".join(found),
        city=bool(city), city_where=", ".join(city),
        weapons=bool(weapons), weapons_where=", ".join(weapons),
        threat_untold=_threat_untold(told),
    )  # fmt: skip


def _words(told: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name, label in TEXTS.items():
        yield label, _said(told.get(name))
    for name, parts in LISTS.items():
        for item in _items(told.get(name)):
            yield from ((label, _said(item.get(part))) for part, label in parts.items())


def _said(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else text(value)


def _items(value: object) -> tuple[Mapping[str, object], ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()


def _found(told: Mapping[str, object], words: tuple[tuple[str, str], ...]) -> Iterator[str]:
    witnesses = (text(act.get("act_witness")) for act in _items(told.get("acts")))
    for what, secrets in (
        ("the county where the client lives", _county(told)),
        ("the name of a person who saw or heard an act", frozenset(witnesses)),
        ("the name of a child", frozenset(_child_names(told))),
    ):
        places = _holding(words, secrets)
        if places:
            yield f"{what} in: {', '.join(places)}"
    kept = _where_weapons_are(told, words)
    if kept:
        yield f"kinds and places of weapons in: {', '.join(kept)}"


def _holding(words: tuple[tuple[str, str], ...], secrets: frozenset[str]) -> tuple[str, ...]:
    """The questions whose words hold one of the secrets as a word of its own, capitals as written."""
    shapes = [re.compile(rf"(?<!\w){re.escape(each)}(?!\w)") for each in secrets if len(each) > 1]
    return tuple(dict.fromkeys(label for label, said in words if any(shape.search(said) for shape in shapes)))


def _county(told: Mapping[str, object]) -> frozenset[str]:
    """The county of the home, while the respondent may not know it and the caption does not tell it."""
    county = text(told.get("home_county"))
    known = yes(told.get("home_county_known")) is True or county == text(told.get("venue_county"))
    return frozenset() if known else frozenset((county,))


def _city(told: Mapping[str, object]) -> frozenset[str]:
    home, theirs = told.get("home_address"), told.get("respondent_home")
    city = home.city if isinstance(home, Address) else ""
    shared = isinstance(theirs, Address) and theirs.city == city
    return frozenset() if shared or yes(told.get("home_known")) else frozenset((city,))


def _child_names(told: Mapping[str, object]) -> Iterator[str]:
    for child in _items(told.get("children")):
        name = child.get("child_name")
        if isinstance(name, Name):
            yield from (name.first, name.full)


def _where_weapons_are(told: Mapping[str, object], words: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Questions that share two words or more with the answer on where weapons are kept."""
    kept = _long_words(text(told.get("weapons_what")))
    return tuple(dict.fromkeys(label for label, said in words if len(kept & _long_words(said)) > 1))


def _long_words(said: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]+", said.casefold()) if len(word) > 4)


def _threat_untold(told: Mapping[str, object]) -> bool:
    feared = f"{_said(told.get('fear_facts'))} {_said(told.get('danger_now'))}"
    acts = _items(told.get("acts"))
    return bool(_THREAT.search(feared)) and not any("threatened" in kinds_of(act) for act in acts)
