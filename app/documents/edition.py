"""An edition: everything a draft of a form renders from, as named files, and such files made usable again."""

import hashlib
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from app.core.forms import form_from
from app.core.questionnaire import Form
from app.law import catalogue, parameters

LAW = "law/parameters.yaml"
"""The name under which an edition keeps the table of dated parameters."""
_REVIEW = re.compile(rb"^(?:status|review by|reviewed):.*(?:\r?\n[ \t].*)*(?:\r?\n|\Z)", re.MULTILINE)
"""A line at the top level of a form that tells of its review, with what is indented below it."""
_SHARED = (
    "templates/docx/_base.docx",
    "templates/docx/_blocks/*.docx",
    "templates/docx/_office/*.docx",
    "templates/html/_office/*.html",
    "templates/docx/_court/*.docx",
    "templates/html/_court/*.html",
    "templates/html/_layout/*",
)


def files(root: Path, form: Form) -> dict[str, bytes]:
    """The questionnaire and its shared files, every template and its twin, official forms, layouts, law."""
    wanted = [*form.files]
    for document in form.documents:
        wanted += [f"templates/{face}/{form.name}/{document.name}.{face}" for face in ("docx", "html")]
    official = [f"templates/pdf/{form.name}/*.{ending}" for ending in ("pdf", "yaml")]
    for pattern in (*_SHARED, *official):
        wanted += [path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file()]
    found = {name: (root / name).read_bytes() for name in wanted if (root / name).is_file()}
    return found | {LAW: Path(parameters.__file__).with_name("parameters.yaml").read_bytes()}


def digest(content: Mapping[str, bytes]) -> str:
    """The SHA-256 of names and contents in the order of the names; the hash an edition is kept under."""
    hashed = hashlib.sha256()
    for name in sorted(content):
        for part in (name.encode(), content[name]):
            hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.hexdigest()


def digest_of_review(content: Mapping[str, bytes], form: Form) -> str:
    """The hash of what an attorney reviews: the package without the form's lines about its own review.

    `status:`, `review by:` and `reviewed:` change when the review is written down, and nothing else does.
    """
    name = form.files[0]
    return digest({**content, name: _REVIEW.sub(b"", content.get(name, b""))})


def hashes(content: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file, by name in order."""
    return {name: hashlib.sha256(content[name]).hexdigest() for name in sorted(content)}


def form(content: Mapping[str, bytes], name: str) -> Form:
    """The form as the edition has it, computing with the law parameters the edition was kept with."""
    if LAW not in content:
        return form_from(content, name, catalogue.CALCULATIONS)
    return form_from(content, name, catalogue.calculations(parameters.table(content[LAW], LAW)))


@contextmanager
def opened(content: Mapping[str, bytes]) -> Iterator[Path]:
    """The files in a private temporary folder, usable as the root of a draft and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="edition-") as folder:
        root = Path(folder)
        for name, data in content.items():
            path = root / name
            if not path.resolve().is_relative_to(root.resolve()):
                raise ValueError(f"An edition holds the file name {name!r}, which leads out of its folder.")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        yield root
