"""The situations of mo/name_change."""

import pytest

from tests.situations.playing import Played, Told, stories, told


@pytest.fixture(scope="module", params=stories("mo/name_change"), ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


class TestNameChange(Played):
    """Every story of the form, with every proof."""
