"""What is kept of a check beside a proposed template: faults, the redline, the names read anew; as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, cast

from app.casework.redline import Fields, Redline, Same
from app.core.faults import Fault
from app.documents.redline import Changed
from app.store.locker import Raw

NO_REDLINE = Redline(0, 0, (), ())
NO_FIELDS = Fields((), ())


@dataclass(frozen=True)
class Report:
    """Everything two people look at before a template is in force."""

    faults: tuple[Fault, ...]
    redline: Redline = NO_REDLINE
    fields: Fields = NO_FIELDS

    @property
    def mistakes(self) -> int:
        """How many faults keep the file from being approved."""
        return sum(fault.level == "mistake" for fault in self.faults)


def written(report: Report) -> Mapping[str, Raw]:
    """A report as JSON can say it."""
    return cast(Mapping[str, Raw], {
        "faults": [{**vars(fault), "answers": fault.answers} for fault in report.faults],
        "redline": asdict(report.redline),
        "fields": asdict(report.fields),
    })  # fmt: skip


def read(kept: Mapping[str, Any]) -> Report:
    """The report that was kept."""
    redline = kept["redline"]
    changes = tuple(_same(each) for each in redline["changes"])
    unmade = _pairs(redline["unmade"])
    return Report(
        tuple(Fault(**each) for each in kept["faults"]),
        Redline(redline["compared"], redline["unchanged"], changes, unmade),
        Fields(_pairs(kept["fields"]["new"]), _pairs(kept["fields"]["gone"])),
    )


def _same(kept: Mapping[str, Any]) -> Same:
    return Same(tuple(kept["situations"]), tuple(_changed(each) for each in kept["changed"]))


def _changed(kept: Mapping[str, Any]) -> Changed:
    passages = tuple(tuple((kind, words) for kind, words in passage) for passage in kept["passages"])
    return Changed(kept["title"], passages)


def _pairs(kept: Any) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in kept)
