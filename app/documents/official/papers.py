"""The official forms that are due in a draft, filled when they are asked for, and why one was not filled."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from app.core.evaluation import FactValue
from app.core.interview import Interview
from app.core.places import Mistakes, Place
from app.core.questionnaire import OFFICIAL, DocumentSpec
from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.attached import Attached
from app.documents.context import Context
from app.documents.errors import NameMissing
from app.documents.findings import Finding
from app.documents.layouts import Copy
from app.documents.official import filling, map_reading
from app.documents.official.errors import NotFilled
from app.documents.official.filling import Filled
from app.documents.official.maps import Map
from app.documents.packet import Planned
from app.documents.plain_values import strings

_MEND = "The official form is not in the packet; copy the answers over by hand, or mend the map."


@dataclass(frozen=True)
class Official(Attached):
    """One official form that is due: its map, or what is wrong with that, and where its PDF is."""

    source: Path = Path()
    plan: Map | None = None
    fault: str = ""
    place: Place = Place("")

    @property
    def spec(self) -> DocumentSpec:
        """The paper as the packet knows papers."""
        return self.plan.spec if self.plan else super().spec

    def filled(
        self, context: Context, copy: Copy, ruled: Set[str] = frozenset(), layouts: Path | None = None
    ) -> Filled:
        """The filled form; raises NotFilled, OpenGap for a clean copy with a blank, NameMissing for reach."""
        plan = self.plan
        if plan is None:
            raise NotFilled(self.place, self.fault)
        if not self.source.is_file():
            raise NotFilled(
                plan.place, f"{self.source.name} is not there; put the court's PDF beside its map."
            )
        check_reach(plan, context)
        return filling.fill(plan, self.source.read_bytes(), context.data, copy, ruled=ruled, layouts=layouts)

    def labels(self, context: Context) -> tuple[str, ...]:
        """The labels of the open blanks it would print."""
        found: dict[str, None] = {}
        for text in self.said(context):
            for part in text.split(GAP_OPEN)[1:]:
                found[part.partition(GAP_CLOSE)[0].removeprefix("to be confirmed: ")] = None
        return tuple(found)

    def said(self, context: Context) -> tuple[str, ...]:
        """All words of the draft that it may print, as far as they can be told without its PDF."""
        return tuple(strings(narrowed(self.plan, context))) if self.plan else ()


def due(root: Path, interview: Interview) -> Iterator[Official]:
    """The official forms an office has put beside this form and that are due with these answers."""
    for path in map_reading.files(root, interview.form.name):
        source = path.with_suffix(".pdf")
        try:
            plan = map_reading.read(root, path)
        except Mistakes as found:
            first = found.mistakes[0]
            yield Official(
                f"{OFFICIAL}{path.stem}", path.stem, "court", "confidential", b"", 0,
                source=source, fault=first.sentence, place=first.place,
            )  # fmt: skip
            continue
        if is_due(plan, interview):
            yield Official(
                plan.document,
                plan.title,
                plan.audience,
                plan.filing,
                b"",
                0,
                plan.after,
                source=source,
                plan=plan,
            )


def is_due(plan: Map, interview: Interview) -> bool:
    """Whether a form is due: each document it names is, and each other name is certainly yes."""
    return all(_holds(name, interview) for name in plan.when)


def _holds(name: str, interview: Interview) -> bool:
    if interview.form.document(name):
        return any(spec.template == name for spec in interview.documents)
    fact: FactValue | None = interview.facts.get(name)
    return fact.truth.true if fact else interview.state(name) is True


def check_reach(plan: Map, context: Context) -> None:
    """Raise NameMissing when the map names something that may not reach the form's audience."""
    for named, place in plan.uses():
        steps = [step for step in named.steps if step != "[]"]
        for name in (steps[0], ".".join(steps[:2])):
            if keep := context.kept_away.get(name):
                raise NameMissing(
                    f"{place} “{name}” is {keep} and may not stand in “{plan.title}”; take it out of the map,"
                    " or give the map a `reveals:` line with its reason."
                )


def narrowed(plan: Map, context: Context) -> dict[str, object]:
    """What of a draft the map names."""
    wanted = {named.path[0] for named, _ in plan.uses()}
    return {name: value for name, value in context.data.items() if name in wanted}


def finding(paper: Planned, fault: NotFilled) -> Finding:
    """What the memo says of a form that was not filled."""
    sentence = f"{fault.sentence} {_MEND}"
    return Finding("must fix", "form not filled", paper.document, paper.title, str(fault.place), "", sentence)
