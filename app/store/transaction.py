"""One unit of work: what every function of this package takes first."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.store.locker import Locker


@dataclass
class Transaction:
    """The connection and the office's locker for as long as one unit of work lasts."""

    connection: Connection = field(repr=False)
    office: Locker
    writing: bool
    shredded: bool = False
    """Whether a key was destroyed, so that the database's log must be emptied after the commit."""

    def matter_locker(self, matter: str, key_id: str, wrapped: bytes) -> Locker:
        """Return the locker of a matter from its row of the key table."""
        key = self.office.unwrap(key_id, wrapped)
        return Locker(self.office.cipher, key, self.office.organisation, matter)
