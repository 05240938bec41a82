"""What every act needs at hand: the open store, the folder with the forms, and the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from app.store.store import Store


def now() -> datetime:
    """The moment, aware and in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """One office at work; `root` holds `questionnaires/` and `templates/`, `data` the office profile."""

    store: Store
    root: Path
    data: Path
    clock: Callable[[], datetime] = field(default=now, repr=False)

    @property
    def today(self) -> date:
        """The day it is where this machine stands."""
        return self.clock().astimezone().date()
