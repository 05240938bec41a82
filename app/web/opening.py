"""From the settings to a desk: the open store, the folder with forms and templates, the clock."""

from pathlib import Path

from app.casework import checkout
from app.casework.desk import Desk
from app.config import Settings
from app.store.store import open_store


def open_desk(settings: Settings, root: Path | None = None) -> Desk:
    """Open the store and find the forms; raises Unsafe, Damaged or Newer with a sentence."""
    return Desk(open_store(settings), root or checkout.root(Path.cwd()), settings.data)
