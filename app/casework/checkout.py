"""Where the forms and templates are: the checkout one stands in, otherwise what came with the package."""

from pathlib import Path

from app.core.forms import FOLDER

PACKAGE = Path(__file__).resolve().parent.parent


def root(start: Path) -> Path:
    """The nearest folder at or above `start` with questionnaires, else the package's own."""
    places = (start, *start.parents, PACKAGE.parent, PACKAGE / "_forms")
    return next((place for place in places if (place / FOLDER).is_dir()), PACKAGE / "_forms")
