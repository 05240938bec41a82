"""The manifest of a packet: every file with its hash, what is held back and why; no fact of the client's."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from app.documents.draft import Draft
from app.documents.packet import Planned
from app.documents.paper import Made
from app.documents.together import Together


def content(
    draft: Draft,
    papers: Sequence[Made],
    examined: Sequence[Made],
    edition: str,
    whole: Sequence[Together] = (),
) -> dict[str, object]:
    """The manifest as plain data: `papers` are in the packet, `whole` joins them, `examined` were read."""
    findings = [finding for made in examined for finding in made.findings]
    return {
        "form": draft.form.name,
        "edition": edition,
        "today": draft.today.isoformat(),
        "copy": "review",
        "papers": [entry for made in papers for entry in _entries(made)],
        "together": [_whole(each) for each in whole],
        "held": [
            {"document": paper.document, "gates": [gate.name for gate in paper.gates]}
            for paper in draft.plan.held
        ],
        "withheld": [
            {
                "document": made.paper.document,
                "for": sorted({each.kind for each in made.findings if each.final}),
            }
            for made in examined
            if made.withheld
        ],
        "gates": [
            {"gate": gate.name, "lifted": gate.name in {lift.gate for lift in draft.lifted}}
            for gate in draft.interview.gates
        ],
        "flags": [{"flag": flag.name, "level": flag.level} for flag in draft.interview.flags],
        "findings": [
            {"document": each.document, "kind": each.kind, "level": each.level} for each in findings
        ],
        "gaps": len(draft.interview.gaps),
    }


def written(manifest: Mapping[str, object]) -> bytes:
    """The manifest as the bytes of its file."""
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def _entries(made: Made) -> Iterator[dict[str, object]]:
    for ending in made.paper.endings:
        entry: dict[str, object] = {
            "document": made.paper.document, "title": made.paper.title, "number": made.paper.number,
            "file": made.paper.path(ending), "audience": made.paper.audience, "format": ending,
            "sha256": hashlib.sha256(made.data(ending)).hexdigest(),
        }  # fmt: skip
        yield entry | _filing(made.paper) | ({"pages": made.pages} if ending == "pdf" else {})


def _filing(paper: Planned) -> dict[str, object]:
    """How a court paper is to be filed."""
    return {"filing": paper.spec.filing} if paper.audience == "court" else {}


def _whole(each: Together) -> dict[str, object]:
    return _filing(each.paper) | {
        "title": each.paper.title, "file": each.paper.path("pdf"), "audience": each.paper.audience,
        "format": "pdf", "sha256": hashlib.sha256(each.pdf).hexdigest(), "pages": each.pages,
        "documents": list(each.documents),
    }  # fmt: skip
