"""Why a packet or one of its papers is not made, each told in one sentence or one sentence a cause."""

from collections.abc import Sequence

from app.core.interview import Asked, Broken, Raised
from app.documents.errors import DocumentError
from app.documents.findings import Finding


class Unfinished(DocumentError):
    """Questions on the path are open, or answers break a check; nothing is made."""

    def __init__(self, missing: Sequence[Asked], broken: Sequence[Broken]) -> None:
        self.missing, self.broken = tuple(missing), tuple(broken)
        sentences = [f"“{asked.question.short}” is not answered." for asked in self.missing]
        sentences += [f"“{each.asked.question.short}”: {each.sentence}" for each in self.broken]
        super().__init__("\n".join(sentences))


class Occupied(DocumentError):
    """The folder to write is there already and holds something."""


class NoSuchPaper(DocumentError):
    """The draft has no such paper, at least not with these answers."""


class HeldBack(DocumentError):
    """A raised gate holds the paper back until an attorney lifts it."""

    def __init__(self, title: str, gates: Sequence[Raised]) -> None:
        self.gates = tuple(gates)
        why = " ".join(gate.say for gate in self.gates)
        super().__init__(f"“{title}” is held back until an attorney lifts this: {why}")


class Withheld(DocumentError):
    """The finished words of the paper hold what it may never say; nobody can lift that."""

    def __init__(self, title: str, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        once = dict.fromkeys(finding.sentence for finding in self.findings)
        super().__init__(f"“{title}” is withheld: {' '.join(once)}")
