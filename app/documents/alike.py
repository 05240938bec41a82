"""Findings that say the same of one paper, as one with a count and the places."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.findings import Finding

_PAGE = re.compile(r"page (\d+)")
_SHOWN = 3
"""So many places that are no pages are named; the others are counted."""


@dataclass(frozen=True)
class Alike:
    """What is said of one paper, and where it stands: `40 places: pages 2–41`."""

    first: Finding
    places: str


def together(findings: Iterable[Finding]) -> list[Alike]:
    """One for each paper and sentence, in the order of the first."""
    found: dict[tuple[str, bool, str, str], list[Finding]] = {}
    for each in findings:
        found.setdefault((each.level, each.final, each.document, each.sentence), []).append(each)
    return [Alike(same[0], _said(same)) for same in found.values()]


def _said(found: Sequence[Finding]) -> str:
    places = list(dict.fromkeys(place for each in found for place in _places(each)))
    pages = sorted({int(match[1]) for place in places if (match := _PAGE.fullmatch(place))})
    others = [place for place in places if not _PAGE.fullmatch(place)]
    more = len(others) - _SHOWN
    named = [*_ranges(pages), *others[:_SHOWN], *([f"and {more} more"] if more > 0 else [])]
    return f"{len(places)} places: {'; '.join(named)}" if len(places) > 1 else "; ".join(named)


def _places(finding: Finding) -> list[str]:
    """What the search in bytes found has all its places in one finding."""
    return finding.place.split("; ") if _PAGE.match(finding.place) else [finding.place]


def _ranges(pages: Sequence[int]) -> list[str]:
    """`page 3`, or `pages 2–4, 7`; nothing without pages."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return [f"{'page' if len(pages) == 1 else 'pages'} {said}"] if runs else []
