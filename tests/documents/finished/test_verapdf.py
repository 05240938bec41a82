"""Court-grade PDF: veraPDF finds nothing in any finished file, by PDF/UA-1 or by PDF/A-2a."""

from pathlib import Path

import pytest

from tests.documents.finished import stories, verapdf
from tests.documents.finished.conftest import UNTAGGED, of_a_story
from tests.documents.finished.verapdf import Verdict

Verdicts = dict[tuple[str, str], Verdict]


@pytest.mark.parametrize("flavour", verapdf.FLAVOURS)
def test_every_finished_file_passes(finished: dict[str, bytes], verdicts: Verdicts, flavour: str) -> None:
    broken = {name: verdicts[name, flavour].broken for name in finished}
    assert {name: rules for name, rules in broken.items() if rules} == {}
    assert min(verdicts[name, flavour].checks for name in finished) > 300


@pytest.mark.parametrize("flavour", verapdf.FLAVOURS)
def test_an_untagged_file_would_not_pass(verdicts: Verdicts, flavour: str) -> None:
    assert len(verdicts[UNTAGGED, flavour].broken) >= 4


@pytest.mark.proof
def test_every_paper_of_every_situation_passes(tmp_path: Path) -> None:
    if sentence := verapdf.missing():
        pytest.skip(sentence)
    for name in stories.every():
        files = {key: made if isinstance(made, bytes) else made.pdf for key, made in of_a_story(name)}
        found = verapdf.judged(files, tmp_path)
        assert {key: verdict.broken for key, verdict in found.items() if verdict.broken} == {}


def test_every_template_of_every_form_was_filled(finished: dict[str, bytes]) -> None:
    filled = {name.partition(": ")[2].partition(",")[0] for name in finished}
    assert stories.templates() <= filled


def test_every_paper_of_a_form_was_judged_as_review_and_as_clean_copy(finished: dict[str, bytes]) -> None:
    for template in stories.templates():
        copies = {name.rpartition(", ")[2] for name in finished if f": {template}," in name}
        assert copies == ({"review"} if template.startswith("_office/") else {"review", "clean"})


def test_the_papers_of_a_folder_as_one_were_judged_too(finished: dict[str, bytes]) -> None:
    whole = {name.partition(": ")[2] for name in finished if "All papers" in name}
    assert {"All papers, other side, review", "All papers, office only, review"} <= whole
