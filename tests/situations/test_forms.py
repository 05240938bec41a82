"""Every form has its stories, and a module that plays them."""

from pathlib import Path

from app.core.forms import names
from tests.situations.playing import ROOT, stories


def test_every_form_has_at_least_ten_stories() -> None:
    assert {name: len(stories(name)) for name in names(ROOT) if len(stories(name)) < 10} == {}


def test_the_stories_of_every_form_are_played() -> None:
    modules = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert {name.rpartition("/")[2] for name in names(ROOT)} <= modules
