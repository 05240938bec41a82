"""The form the product ships, read once, and the invented office of its example profile."""

from functools import lru_cache
from pathlib import Path

from app.core import forms, office
from app.core.office import Office
from app.core.questionnaire import Form
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parent.parent.parent


@lru_cache(maxsize=1)
def wage_claim() -> Form:
    """The wage claim, with the calculations of the law."""
    return forms.load_form(ROOT, "mo/wage_claim", CALCULATIONS)


@lru_cache(maxsize=1)
def invented_office() -> Office:
    """The office of office.example.yaml."""
    return office.load_office(ROOT / "office.example.yaml")
