"""`python -m bench.proof`: writes bench/proof.md from what a run of `make proof` left in out/."""

import os
import platform
import re
import sqlite3
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench import figures
from bench.figures import Figure

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "out" / "proof.xml"
PROMISE = re.compile(r"^\d+\. \*\*(.+?)\.\*\*(.*?)(?=^\d+\. |^## |\Z)", re.MULTILINE | re.DOTALL)
TESTS = re.compile(r"`pytest ([^`]+)`")
HEAD = """# How far the proofs went

Written by `make proof`, never by hand. Each promise is one of the README's ten; its first line counts the
tests of its proof that passed, the others say how far generated ones went. A count is a sum over one run.

| Promise | What | Figure | Test |
|---|---|---:|---|
"""


@dataclass(frozen=True)
class Case:
    """One test of the run: its module's path without `.py`, its name, and whether it passed."""

    module: str
    name: str
    passed: bool


@dataclass(frozen=True)
class Promise:
    """One promise of the README and the pytest calls that prove it, each as places and a word of `-k`."""

    name: str
    calls: tuple[str, ...]

    def proves(self, case: Case) -> bool:
        """Whether a test is part of the proof."""
        return any(_takes(call, case) for call in self.calls)


def _takes(call: str, case: Case) -> bool:
    places, _, word = call.partition(" -k ")
    within = tuple(place.removesuffix(".py") for place in places.split())
    return case.module.startswith(within) and word.strip() in f"{case.module} {case.name}"


def cases(results: Path) -> list[Case]:
    """Every test in the results of a run, those left out by a mark or a missing program as not passed."""
    found = []
    for case in ElementTree.parse(results).getroot().iter("testcase"):
        failed = any(case.find(name) is not None for name in ("failure", "error", "skipped"))
        module = case.get("classname", "").replace(".", "/")
        found.append(Case(module, case.get("name", ""), not failed))
    return found


def promises(readme: str) -> list[Promise]:
    """The promises of the README in their order."""
    chapter = readme.partition("## Ten promises")[2].partition("\n## ")[0]
    found = PROMISE.findall(chapter)
    return [
        Promise(name, tuple(" ".join(call.split()) for call in TESTS.findall(text))) for name, text in found
    ]


def rows(readme: str, ran: Iterable[Case], known: list[Figure]) -> Iterator[str]:
    """The lines of the table, promise by promise, then what belongs to no promise."""
    ran, told = list(ran), promises(readme)
    for promise in told:
        if own := [case for case in ran if promise.proves(case)]:
            passed = f"{sum(case.passed for case in own)} of {len(own)}"
            calls = ", ".join(f"`pytest {call}`" for call in promise.calls)
            yield f"| {promise.name} | tests passed | {passed} | {calls} |"
        yield from (_row(figure) for figure in known if figure.promise == promise.name)
    names = {promise.name for promise in told}
    yield from (_row(figure) for figure in known if figure.promise not in names)


def _row(figure: Figure) -> str:
    value = f"{figure.value:,}" if isinstance(figure.value, int) else figure.value
    return f"| {figure.promise} | {figure.what} | {value} | `{figure.test}` |"


def main() -> None:
    """Write the page; ends with a sentence when there was no run."""
    if not RESULTS.exists():
        sys.exit("There are no results to write down; run `make proof`.")
    ran = cases(RESULTS)
    table = "\n".join(rows((ROOT / "README.md").read_text("utf-8"), ran, figures.recorded()))
    took = sum(
        float(suite.get("time", 0)) for suite in ElementTree.parse(RESULTS).getroot().iter("testsuite")
    )
    passed = sum(case.passed for case in ran)
    machine = (
        f"{datetime.now(UTC):%B %-d, %Y}: {passed:,} of {len(ran):,} tests passed in "
        f"{took / 60:.0f} minutes on {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}."
    )
    (ROOT / "bench" / "proof.md").write_text(f"{HEAD}{table}\n\n{machine}\n", encoding="utf-8")
    print("Written to bench/proof.md.")


if __name__ == "__main__":
    main()
