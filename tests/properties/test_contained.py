"""What may reach whom: every class of answer against every reader, and the vault wherever it is typed."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest

from app.core.office import Office
from app.core.questionnaire import Form
from app.core.reach import classes, reaches
from app.documents import reading
from app.documents.context import Contexts
from app.documents.errors import NameMissing
from app.documents.paper import Made
from tests.properties import small_form
from tests.properties.sayings import Words
from tests.properties.small_form import Small
from tests.properties.walks import walked

READERS = ("court", "other side", "client", "office only")
MAY_READ = {
    "open": READERS,
    "confidential": ("client", "office only"),
    "counsel only": ("office only",),
    "vault": (),
}
"""The agreed table of what may flow where."""
HOME = {"street": "1200 North Zebulon Street", "city": "Kansas City", "state": "MO", "zip": "64106"}
WRITTEN = (
    "They came to 1200 North Zebulon Street.",
    "they came to 1200 N. ZEBULON ST",
    "1200 Zebulon, at night",
    "1200 n zebulon\u00a0street",
)

Build = Callable[..., Small]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    @lru_cache
    def build(audience: str, keep: str, home: str = "vault") -> Small:
        root: Path = tmp_path_factory.mktemp("small")
        return small_form.build(root, audience, keep, home)

    return build


def kinds(made: Made) -> set[str]:
    return {finding.kind for finding in made.findings}


@pytest.mark.parametrize(
    ("keep", "reader"), [(keep, reader) for keep in MAY_READ for reader in MAY_READ[keep]]
)
def test_an_answer_stands_in_the_papers_of_those_who_may_read_it(
    built: Build, keep: str, reader: str
) -> None:
    made = built(reader, keep).letter({"text": "Quillbark"})
    assert "Quillbark" in reading.words_of_docx(made.docx)


@pytest.mark.parametrize(
    ("keep", "reader"), [(keep, each) for keep in MAY_READ for each in READERS if each not in MAY_READ[keep]]
)
def test_a_template_for_anyone_else_that_names_it_is_refused(built: Build, keep: str, reader: str) -> None:
    with pytest.raises(NameMissing, match=f"is {keep} and may not reach"):
        built(reader, keep).letter({"text": "Quillbark"})


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", WRITTEN)
def test_a_vault_address_typed_anywhere_withholds_the_paper(built: Build, text: str, reader: str) -> None:
    made = built(reader, "open").letter({"text": text, "home": HOME})
    assert made.withheld
    assert "protected" in kinds(made)


@pytest.mark.parametrize("text", WRITTEN)
def test_were_it_not_in_the_vault_the_paper_would_be_made(built: Build, text: str) -> None:
    made = built("other side", "open", "open").letter({"text": text, "home": HOME})
    assert not made.withheld


def test_an_address_that_only_looks_alike_withholds_nothing(built: Build) -> None:
    made = built("other side", "open").letter({"text": "1201 North Zebulon Street", "home": HOME})
    assert "protected" not in kinds(made)


def test_no_template_is_given_a_name_its_reader_may_not_read(form: Form, profile: Office) -> None:
    reached, known = walked(form, Random(7), Words()), classes(form)
    for document in form.documents:
        data = Contexts(reached, profile).for_document(document).data
        assert {name for name in data if name in known and not reaches(known[name], document)} == set()
