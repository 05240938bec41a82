"""The exhibits of a draft in their order: letter, item in the answers, and what everybody may read."""

from collections.abc import Mapping

from app.core.interview import Interview
from app.core.places import Place
from app.core.questionnaire import EXHIBIT, DocumentSpec
from app.law.exhibits import Exhibit, ExhibitsResult

LIST, WHOLE, OPEN = "exhibits", "lettered_whole", "lettered"
"""The list of `shared/exhibits`, and the facts worked out from it."""
INDEX = DocumentSpec("exhibit_index", "Index of exhibits", "court", Place("the packet"), layout="pleading")
"""The paper that lists them for everybody."""


_NO_COURT = "IN THE CIRCUIT COURT OF ____________________, MISSOURI"
"""Where the papers of one draft go to several courts, the index of each is filled in by hand."""


def document(exhibit: Exhibit) -> str:
    """The name of an exhibit's paper among the documents of a packet."""
    return f"{EXHIBIT}{exhibit.letter.lower()}"


def is_exhibit(document: str) -> bool:
    """Whether a document is an exhibit that was brought as a file."""
    return document.startswith(EXHIBIT)


def items(interview: Interview) -> dict[str, Exhibit]:
    """Every exhibit by the lasting identity of its item, in filing order; none in a form without the list."""
    question = interview.form.question(LIST)
    if question is None or not question.is_list:
        return {}
    found = zip(interview.items(question), _result(interview, WHOLE), strict=False)
    return {item.id: exhibit for item, exhibit in found}


def index(interview: Interview, data: Mapping[str, object]) -> dict[str, object]:
    """What the index prints: `data` is what its template may read of the draft."""
    court = data.get("court")
    place = court if isinstance(court, Mapping) else {}
    return {
        "court": place.get("court") or _NO_COURT,
        "place_line": place.get("place_line", ""),
        "party": _full(data, "client_name"),
        "other": _full(data, "respondent_name"),
        "case_number": data.get("case_number") or "____________________",
        "division": data.get("division") or "________",
        "exhibits": [
            {"letter": each.letter, "title": each.title, "apart": not each.public}
            for each in _result(interview, OPEN)
        ],
    }


def _full(data: Mapping[str, object], name: str) -> object:
    """The whole name of a party; "" where the form asks for none, or not everybody may read it."""
    value = data.get(name)
    if isinstance(value, Mapping):
        return value.get("full", "")
    return value if isinstance(value, str) else ""


def _result(interview: Interview, fact: str) -> tuple[Exhibit, ...]:
    value = interview.facts.get(fact)
    result = value.result if value else None
    return result.items if isinstance(result, ExhibitsResult) else ()
