"""From the settings to a desk: the open store, the folder with forms and templates, the clock."""

from pathlib import Path

from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store

PACKAGE = Path(__file__).resolve().parent.parent


def open_desk(settings: Settings, root: Path | None = None) -> Desk:
    """Open the store and find the forms; raises Unsafe, Damaged or Newer with a sentence."""
    return Desk(open_store(settings), root or forms_root(Path.cwd()), settings.data)


def forms_root(here: Path) -> Path:
    """The checkout around the current folder, else the package's own copy of forms and templates."""
    for folder in (here, *here.parents, PACKAGE.parent):
        if (folder / "questionnaires").is_dir() and (folder / "templates").is_dir():
            return folder
    return PACKAGE / "_forms"
