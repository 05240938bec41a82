"""The sentence that pleads the element of each kind of abuse, act by act (455.010(1))."""

from collections.abc import Iterator

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.law.protection.terms import KINDS, kinds_of
from app.law.reading import Answers, text, yes

HOW = {
    "force": "by force", "threat": "by threat", "duress": "by duress", "no_consent": "without consent",
    "asleep": "without consent", "said_no": "without consent",
}  # fmt: skip
"""How an act was against the will (455.010(1)(f)), by the answer's key."""

PURPOSES = {"control": "control", "punish": "punish", "scare": "intimidate or distress"}
"""What an act against a pet was meant to do to the petitioner (455.010(1)(a))."""

DONE = {"done": "caused", "tried": "attempted to cause"}

OWN_SENTENCE = ("petitioner", "respondent", "the", "child", "she", "he", "it", "they", "i", "both")
"""First words of a result that is told as a sentence of its own."""


def elements(act: Answers, who: str, how: frozenset[str]) -> str:
    """The sentences on fear, force, will and intent that this act was told with."""
    return " ".join(_elements(act, kinds_of(act), who, how))


def _elements(act: Answers, kinds: tuple[str, ...], who: str, how: frozenset[str]) -> Iterator[str]:
    if "afraid" in kinds:
        yield f"It placed {who} in fear of physical harm."
    if "forced" in kinds and yes(act.get("act_force")):
        yield f"By force or threat of force respondent compelled {who} to do so."
    if "held" in kinds:
        yield f"Respondent held {who} against {who}’s will."
    if "sexual" in kinds:
        done = DONE.get(text(act.get("act_done")), "caused or attempted to cause")
        yield f"By this act respondent {done} {who} to engage in a sexual act {_how(how)}."
    if "pet" in kinds and purposes(act):
        yield f"Respondent did so to {' and to '.join(purposes(act))} petitioner."


def _how(how: frozenset[str]) -> str:
    said = list(dict.fromkeys(words for key, words in HOW.items() if key in how))
    if not said:
        return f"{GAP_OPEN}to be confirmed: how the act was against the will{GAP_CLOSE}"
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]


def purposes(act: Answers) -> tuple[str, ...]:
    """What was meant by an act against a pet; nothing while that is open or not known."""
    found = act.get("act_pet_why")
    chosen = found if isinstance(found, tuple) else ()
    return tuple(words for key, words in PURPOSES.items() if key in chosen)


def labels(act: Answers, harassing: bool, stalked: bool) -> Iterator[str]:
    """The kinds whose elements are told, each with its section."""
    left_out = {
        "forced": not yes(act.get("act_force")), "harassed": not harassing,
        "followed": not stalked, "pet": not purposes(act),
    }  # fmt: skip
    for kind in kinds_of(act):
        if kind in KINDS and not left_out.get(kind, False):
            name, place = KINDS[kind]
            yield f"{name}, section {place}"


def result(words: str, who: str) -> str:
    """What an act did, as a sentence: a full one stays, a few words become one."""
    if not words:
        return ""
    said = words if words[-1] in '.!?”"' else f"{words}."
    first = words.split()[0].strip(",.").casefold()
    if first in OWN_SENTENCE or "." in words.split()[0]:
        return f"{said[0].upper()}{said[1:]}"
    return f"As a result, {who} suffered {_lowered(said)}"


def happened(words: str) -> tuple[str, str]:
    """The sign between day and deed, and the deed: `, respondent struck`, or `: He struck`."""
    if words.split()[:1] == ["Respondent"]:
        return ",", _lowered(words)
    return ":", words


def _lowered(words: str) -> str:
    first = words.split()[0]
    return words if any(sign.isupper() for sign in first[1:]) else f"{words[0].lower()}{words[1:]}"
