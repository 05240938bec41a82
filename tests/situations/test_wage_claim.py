"""The situations of mo/wage_claim."""

import pytest

from tests.situations.playing import Played, Told, stories, told


@pytest.fixture(scope="module", params=stories("mo/wage_claim"), ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


class TestWageClaim(Played):
    """Every story of the form, with every proof."""
