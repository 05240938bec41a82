"""The only module that knows SQLite: its settings on every connection, its health, its error codes."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from app.store import folders
from app.store.errors import Damaged, NotSaved, Unsafe

FILE = "draftwell.db"
BUSY_MILLISECONDS = 15_000

_DAMAGE = "The database file is damaged; restore the data folder from the last backup."
_TELL = "so nothing was saved; tell whoever runs this machine."
_AGAIN = "Somebody else was saving for too long, so nothing was saved; save again."
_WORDS = {
    "SQLITE_FULL": "The disk is full, so nothing was saved; free some space and save again.",
    "SQLITE_BUSY": _AGAIN,
    "SQLITE_LOCKED": _AGAIN,
    "SQLITE_READONLY": f"The data folder can no longer be written, {_TELL}",
    "SQLITE_CANTOPEN": f"The data folder cannot be opened, {_TELL}",
    "SQLITE_IOERR": f"The disk reported a fault, {_TELL}",
}


class Settings(Protocol):
    """What the store needs to know: the data folder, the key file, and a database address or nothing."""

    @property
    def data(self) -> Path:
        """The folder that holds everything but the key."""

    @property
    def key_file(self) -> Path:
        """The file that holds the master key."""

    @property
    def database(self) -> str:
        """An SQLAlchemy address, or nothing for an SQLite file in the data folder."""


def journal_mode(version: tuple[int, ...]) -> str:
    """Return WAL for SQLite versions whose write-ahead log cannot lose committed pages, else DELETE.

    Before 3.51.3 two connections could race when the log was reset; 3.44.6 and 3.50.7 carry the repair too.
    """
    repaired = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "WAL" if repaired else "DELETE"


def pragmas(version: tuple[int, ...], *, foreign_keys: bool = True) -> dict[str, str | int]:
    """Return the settings that every SQLite connection must have."""
    mode = journal_mode(version)
    return {
        "busy_timeout": BUSY_MILLISECONDS,
        "journal_mode": mode,
        "synchronous": "FULL" if mode == "WAL" else "EXTRA",
        "foreign_keys": "ON" if foreign_keys else "OFF",
        "secure_delete": "ON",
        "trusted_schema": "OFF",
        "cell_size_check": "ON",
        "temp_store": "MEMORY",
    }


def connect(settings: Settings, *, migrating: bool = False) -> Engine:
    """Return an engine whose connections are all set up alike and whose errors never show a parameter."""
    address = settings.database or f"sqlite:///{settings.data / FILE}"
    if not address.startswith("sqlite"):
        return create_engine(address, hide_parameters=True, pool_pre_ping=True)
    if migrating:
        engine = create_engine(address, hide_parameters=True, poolclass=NullPool)
    else:
        engine = create_engine(address, hide_parameters=True, pool_size=8, max_overflow=24)
    # Changing a table rebuilds it, and dropping the old one must not take the rows that point to it along.
    _set_up(engine, pragmas(sqlite3.sqlite_version_info, foreign_keys=not migrating))
    return engine


def _set_up(engine: Engine, wanted: dict[str, str | int]) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        # The driver would begin transactions by itself, late and in the wrong mode.
        connection.isolation_level = None
        cursor = connection.cursor()
        for name, value in wanted.items():
            cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        reading = bool(connection.get_execution_options().get("reading"))
        connection.exec_driver_sql(f"PRAGMA query_only={int(reading)}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def for_reading(engine: Engine) -> Engine:
    """Return the same pool of connections with transactions in which nothing can be written."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
    return engine.execution_options(reading=True)


def examine(file: Path) -> None:
    """Make the SQLite file if it is missing, set its journal mode, and raise Damaged if it is not sound."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise Unsafe(f"The database {file} cannot be opened: {folders.reason(error)}.") from error
    with _in_words(file), closing(sqlite3.connect(file, timeout=BUSY_MILLISECONDS / 1000)) as connection:
        mode = journal_mode(sqlite3.sqlite_version_info)
        connection.execute(f"PRAGMA journal_mode={mode}")
        found = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise Damaged(_DAMAGE)


@contextmanager
def _in_words(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Unsafe(f"The database {file} is in use by something else: {error}; stop that first.") from error
    except sqlite3.DatabaseError as error:
        raise Damaged(_DAMAGE) from error


@contextmanager
def reached(settings: Settings) -> Iterator[None]:
    """Raise Unsafe, without the password an address may hold, if no database answers there."""
    try:
        yield
    except (ArgumentError, ImportError, OperationalError):
        if not settings.database:
            raise
        raise Unsafe(
            "The database that DRAFTWELL_DATABASE names does not answer; start it, correct the address, "
            "or leave DRAFTWELL_DATABASE out to keep everything in the data folder."
        ) from None


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Raise NotSaved where SQLite says that it could not write, Damaged where it cannot read its own file."""
    try:
        yield
    except DatabaseError as error:
        name = getattr(error.orig, "sqlite_errorname", "")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise Damaged(_DAMAGE) from error
        words = next((text for code, text in _WORDS.items() if name.startswith(code)), None)
        if words is None:
            raise
        raise NotSaved(words) from error


def forget_log(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, which still holds what was just deleted."""
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
