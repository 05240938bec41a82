"""The situations of mo/protection_order."""

import pytest

from tests.situations.playing import Played, Told, stories, told


@pytest.fixture(scope="module", params=stories("mo/protection_order"), ids=lambda path: path.stem)
def story(request: pytest.FixtureRequest) -> Told:
    return told(request.param)


class TestProtectionOrder(Played):
    """Every story of the form, with every proof."""
