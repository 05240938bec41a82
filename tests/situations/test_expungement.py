"""The situations of mo/expungement."""

import pytest

from tests.situations.playing import Played, Told, stories, told


@pytest.fixture(scope="module", params=stories("mo/expungement"), ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


class TestExpungement(Played):
    """Every story of the form, with every proof."""
