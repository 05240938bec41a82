"""What the guard says of what it found in a paper, and none of the words it found."""

from app.core.interview import Asked
from app.documents.findings import Finding
from app.documents.leaks import Leak
from app.documents.packet import Planned

PROTECTED = "A protected address or contact stands here. It may stand in no paper; take it out of the answer."
"""Of what lies in the vault."""


def leaked(paper: Planned, leak: Leak, holder: Asked | None) -> Finding:
    """Says which answer stands where, which one repeats it, and none of its words."""
    question = leak.asked.question
    there = "the template or of what repeats them"
    if holder:
        there = f"the answer to “{holder.question.short}”, which repeats them"
    say = (
        f"The answer to “{question.short}”, or a part of it, stands in this paper, whose reader may not see"
        f" it. Nobody gets the paper; take the words out of {there}."
    )
    return Finding(
        level="must fix", kind="leak", document=paper.document, title=paper.title,
        place="; ".join(leak.places), words=f"({question.short})", sentence=say,
        question=holder.question.path if holder else "", item=holder.item if holder else None,
        kept=question.path,
    )  # fmt: skip


def mend(source: Asked | None) -> str:
    """What to do about a threat, by where it comes from."""
    if source is None:
        return " It stands in the paper's own wording, or in several answers together; take it out there."
    return (
        " Reword that answer; if it tells what the other side did or said, leave it out of the answer and"
        " tell the attorney instead."
    )
