"""What the notes on the law only recalled is told to the attorney as not confirmed, and is no silent rule.

Each form for a court has a list in `recall/`: an item in our own words, and where it is shown: names of flags
or gates of the form (`shown`), figures of law that are kept as not confirmed (`parameter`), or words that the
law's own outcomes and cautions say (`memo`).
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.core.forms import names
from app.law import parameters
from tests.forms.stories import ROOT, loaded

FOLDER = Path(__file__).with_name("recall")
LISTS = sorted(FOLDER.glob("*.yaml"))
COURT_FORMS = [
    name for name in names(ROOT) if any(document.audience == "court" for document in loaded(name).documents)
]
WAYS = ("shown", "parameter", "memo")


@cache
def listed(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@cache
def law_says() -> str:
    """Every text of the code of law, with the breaks of its lines taken out."""
    sources = (path.read_text("utf-8") for path in sorted((ROOT / "app" / "law").rglob("*.py")))
    return "\n".join(re.sub(r"[\"']\s*\n\s*f?[\"']", "", source) for source in sources)


@cache
def unconfirmed() -> frozenset[str]:
    return frozenset(
        key for key, rows in parameters.TABLE.rows.items() if any(not row.confirmed for row in rows)
    )


def not_shown(form: str, item: dict[str, Any]) -> Iterator[str]:
    """What an item of the list names and the form does not have; an item that names nothing."""
    raised = {each.name for each in (*loaded(form).flags, *loaded(form).gates)}
    if not any(item.get(way) for way in WAYS):
        yield f"{item['item']}: shown nowhere"
    yield from (
        f"{item['item']}: no flag or gate `{name}`" for name in item.get("shown", []) if name not in raised
    )
    for key in item.get("parameter", []):
        if key not in unconfirmed():
            yield f"{item['item']}: `{key}` is no figure of law that is not confirmed"
    for words in item.get("memo", []):
        if words not in law_says():
            yield f"{item['item']}: the law's code does not say “{words}”"


@pytest.mark.parametrize("name", COURT_FORMS)
def test_every_form_for_a_court_has_its_list(name: str) -> None:
    assert [path.stem for path in LISTS if listed(path)["form"] == name] == [name.rpartition("/")[2]]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_everything_recalled_is_shown_to_the_attorney(path: Path) -> None:
    told = listed(path)
    assert told["items"]
    assert [fault for item in told["items"] for fault in not_shown(told["form"], item)] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_has_no_other_words_and_no_item_twice(path: Path) -> None:
    items = listed(path)["items"]
    assert set(listed(path)) == {"form", "items"}
    assert [set(item) - {"item", *WAYS} for item in items if set(item) - {"item", *WAYS}] == []
    said = [item["item"] for item in items]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_flag_that_is_named_says_so_and_has_its_source(path: Path) -> None:
    form = loaded(listed(path)["form"])
    named = {name for item in listed(path)["items"] for name in item.get("shown", [])}
    flags = [each for each in (*form.flags, *form.gates) if each.name in named]
    assert [each.name for each in flags if not each.law] == []


@pytest.mark.parametrize(
    "item",
    [
        {"item": "made up", "shown": ["no_such_flag"]},
        {"item": "made up", "parameter": ["no_such_figure"]},
        {"item": "made up", "memo": ["words that no law of ours has ever said"]},
        {"item": "made up"},
    ],
)
def test_a_made_up_item_would_be_noticed(item: dict[str, Any]) -> None:
    assert len(list(not_shown(COURT_FORMS[0], item))) == 1
