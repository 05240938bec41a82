"""The form the product ships, read once, and the invented office of its example profile."""

from pathlib import Path

import pytest

from app.core import forms, office
from app.core.office import Office
from app.core.questionnaire import Form
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def form() -> Form:
    return forms.load_form(ROOT, "mo/wage_claim", CALCULATIONS)


@pytest.fixture(scope="session")
def profile() -> Office:
    return office.load_office(ROOT / "office.example.yaml")
