"""Drafts of the situations under tests/situations: enough that every template of every form is filled."""

import dataclasses
import re
from functools import lru_cache
from pathlib import Path

from app.core import answer_file, office
from app.core.forms import load_form
from app.core.kinds.dates import read_when
from app.core.loader import Pairs, load
from app.core.shape import plain
from app.documents import assembly
from app.documents.assembly import Packet
from app.documents.draft import Draft
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[3]
SITUATIONS = ROOT / "tests" / "situations"

ALWAYS = (
    "mo/wage_claim/fired_with_sixty_hours_unpaid",  # a letter of four pages, a last pay request
    "mo/wage_claim/almost_nothing_known",  # full of blanks; papers a gate holds back
)
_SUFFIX = re.compile(r"(_\d+)?(_unredacted)?$")


def every() -> list[str]:
    """The name of every situation."""
    return [
        path.relative_to(SITUATIONS).with_suffix("").as_posix() for path in sorted(SITUATIONS.rglob("*.yaml"))
    ]


@lru_cache
def chosen() -> tuple[str, ...]:
    """Few situations that have every paper of every form; test_verapdf.py says if one is missing."""
    papers = {name: _papers(name) for name in every()}
    found, open_ = list(ALWAYS), set[str]().union(*papers.values())
    open_ -= set[str]().union(*(papers[name] for name in ALWAYS))
    while open_:
        best = max(sorted(papers), key=lambda name: len(papers[name] & open_))
        found.append(best)
        open_ -= papers[best]
    return tuple(found)


@lru_cache
def few() -> tuple[str, ...]:
    """The two of the wage claim and, of every other form, the one with most papers."""
    most: dict[str, str] = {}
    for name in chosen():
        form = name.rpartition("/")[0]
        best = most.get(form, name)
        most[form] = max(best, name, key=lambda each: len(_papers(each)))
    return (*ALWAYS, *(name for name in most.values() if not name.startswith("mo/wage_claim/")))


def _papers(name: str) -> set[str]:
    """The papers of a situation, each under its form and the name of its template."""
    form = name.rpartition("/")[0]
    texts = (ROOT / "tests" / "golden" / name).glob("*.txt")
    return {f"{form}/{_SUFFIX.sub('', text.stem)}" for text in texts}


@lru_cache
def draft(name: str) -> Draft:
    """The draft of one situation, `form/story`."""
    path = SITUATIONS / f"{name}.yaml"
    node = load(path)
    assert isinstance(node, Pairs)
    content, answers = plain(node), node.get("answers")
    assert answers is not None
    form = load_form(ROOT, path.parent.relative_to(SITUATIONS).as_posix(), CALCULATIONS)
    profile = office.load_office(ROOT / "office.example.yaml")
    profile = dataclasses.replace(profile, defaults=content.get("defaults", profile.defaults))
    today = read_when(content["today"]).earliest
    return Draft(form, ROOT, answer_file.read(form, answers).answers, profile, today)


@lru_cache(maxsize=4)
def packet(name: str) -> Packet:
    """The packet of one situation, held papers read too."""
    return assembly.packet(draft(name))


def templates() -> set[str]:
    """Every Word template of every form, and those every form shares, as `form/document`.

    Not the cover of an exhibit, which goes before pages that somebody else made, and not what a new form
    begins with, which is no paper of any form yet.
    """
    folder = ROOT / "templates" / "docx"
    own = [path for path in folder.rglob("*.docx") if path.parent.name not in ("_blocks", "_new")]
    found = {path.relative_to(folder).with_suffix("").as_posix() for path in own if path.parent != folder}
    return found - {"_court/exhibit_cover"}
