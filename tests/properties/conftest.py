"""What the properties are shown on."""

import pytest

from app.core.office import Office
from app.core.questionnaire import Form
from tests.properties.shipped import invented_office, wage_claim


@pytest.fixture
def form() -> Form:
    return wage_claim()


@pytest.fixture
def profile() -> Office:
    return invented_office()
