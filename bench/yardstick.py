"""A fixed piece of work to hold others against, so that a figure says something on any machine.

One piece is: one row committed to an SQLite file with synchronous=FULL (the disk), the SHA-256 of 200 kB (the
processor), and the sum of 20,000 squares in plain Python (the interpreter). It never changes; older figures
stay comparable because of that.
"""

import hashlib
import sqlite3
from pathlib import Path

CONTENT = bytes(range(256)) * 800
SQUARES = 20_000


class Yardstick:
    """The fixed piece of work, in a folder on the disk that the product's own data lie on."""

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "yardstick.db", isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=DELETE")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("CREATE TABLE kept (content TEXT)")

    def __call__(self) -> None:
        """Do it once."""
        digest = hashlib.sha256(CONTENT).hexdigest()
        total = sum(number * number for number in range(SQUARES))
        self.connection.execute("INSERT INTO kept VALUES (?)", (f"{digest} {total}",))
