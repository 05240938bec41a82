"""Papers that are a finished PDF and have no Word file: exhibits, and official forms that were filled."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.core.places import Place
from app.core.questionnaire import Audience, DocumentSpec, Filing


@dataclass(frozen=True)
class Attached:
    """One such paper: what it is called, who gets it, its bytes, and the document it stands behind.

    Without `after` it stands behind all other papers of its audience.
    """

    name: str
    title: str
    audience: Audience
    filing: Filing
    pdf: bytes = field(repr=False)
    pages: int
    after: str = ""

    @property
    def spec(self) -> DocumentSpec:
        """The paper as the packet knows papers."""
        return DocumentSpec(self.name, self.title, self.audience, Place("the packet"), filing=self.filing)


def in_order(specs: Iterable[DocumentSpec], attached: Sequence[Attached]) -> list[DocumentSpec]:
    """The papers with each attached one behind the paper it stands behind; the rest in their order, last."""
    found = list(specs)
    for each in attached:
        others = {other.name for other in attached if other.after == each.after}
        places = [place for place, spec in enumerate(found) if _before(each, spec, others)]
        found.insert(places[-1] + 1 if places else len(found), each.spec)
    return found


def _before(each: Attached, spec: DocumentSpec, others: set[str]) -> bool:
    """Whether it is the paper named, one of several made from it, or another attached paper behind it."""
    made_from_it = re.fullmatch(rf"{re.escape(each.after)}(_\d+)?(_unredacted)?", spec.name)
    return bool(each.after) and (made_from_it is not None or spec.name in others)
