"""Opening the store: folder, key, database and tables are checked before anything is unlocked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, Row, Select, insert, select

from app.store import database, folders, keyfile, migrating, tables
from app.store.database import Settings
from app.store.errors import Tampered, Unsafe
from app.store.ids import new_id
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.vault import AES_GCM, Cipher, Key

_busy = threading.local()


@dataclass(frozen=True)
class Store:
    """An open database with the key that unlocks it; shared by all threads of a process."""

    engine: Engine = field(repr=False)
    office: Locker

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commit once at the end, or keep nothing if anything is raised; NotSaved if the disk refuses."""
        with _alone(self), database.errors_in_words(), self.engine.begin() as connection:
            t = Transaction(connection, self.office, writing=True)
            yield t
        if t.shredded:
            database.forget_log(self.engine)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """See one moment of the store; writing in it is an error."""
        reader = database.for_reading(self.engine)
        with _alone(self), database.errors_in_words(), reader.begin() as connection:
            yield Transaction(connection, self.office, writing=False)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


@contextmanager
def _alone(store: Store) -> Iterator[None]:
    """Refuse a transaction inside another of the same thread: each would wait for the other to end."""
    if getattr(_busy, "engine", None) is store.engine:
        raise RuntimeError("A transaction is open in this thread; pass it on instead of opening another.")
    before, _busy.engine = getattr(_busy, "engine", None), store.engine
    try:
        yield
    finally:
        _busy.engine = before


def open_store(settings: Settings, cipher: Cipher = AES_GCM) -> Store:
    """Check folder, key and database, bring the tables up to date, and unlock; Unsafe, Damaged or Newer."""
    folders.ready(settings.data)
    keyfile.check(settings.key_file, settings.data)
    keyfile.read(settings.key_file)
    if not settings.database:
        database.examine(settings.data / database.FILE)
    with database.reached(settings):
        _migrate(settings)
        return _unlocked(settings, cipher)


def _migrate(settings: Settings) -> None:
    engine = database.connect(settings, migrating=True)
    try:
        migrating.upgrade(engine)
    finally:
        engine.dispose()


def _unlocked(settings: Settings, cipher: Cipher) -> Store:
    engine = database.connect(settings)
    try:
        with engine.begin() as connection:
            return Store(engine, _unlock(connection, settings, cipher))
    except BaseException:
        engine.dispose()
        raise


def _unlock(connection: Connection, settings: Settings, cipher: Cipher) -> Locker:
    row = connection.execute(_office_key()).first()
    master = keyfile.read(settings.key_file)
    if row is None:
        return _begin(connection, master or keyfile.create(settings.key_file), cipher)
    if master is None:
        raise Unsafe(
            f"The key file {settings.key_file} is missing, and without it nothing in {settings.data} "
            "can be read; put it back, or set DRAFTWELL_KEY_FILE to where it is."
        )
    return _office(row, master, cipher, settings)


def _office_key() -> Select[str, str, bytes]:
    key = tables.vault_key.c
    return select(key.organisation_id, key.id, key.wrapped).where(key.matter_id.is_(None))


def _begin(connection: Connection, master: Key, cipher: Cipher) -> Locker:
    organisation, key = new_id(), Key.random()
    wrapped = Locker(cipher, master, organisation).wrap(key)
    connection.execute(insert(tables.organisation).values(id=organisation))
    connection.execute(
        insert(tables.vault_key).values(id=key.id.hex(), organisation_id=organisation, wrapped=wrapped)
    )
    return Locker(cipher, key, organisation)


def _office(row: Row[str, str, bytes], master: Key, cipher: Cipher, settings: Settings) -> Locker:
    organisation, key_id, wrapped = row
    try:
        key = Locker(cipher, master, organisation).unwrap(key_id, wrapped)
    except Tampered:
        raise Unsafe(
            f"The key in {settings.key_file} is not the one {settings.data} was sealed with; "
            "put the right key file back, or set DRAFTWELL_KEY_FILE to where it is."
        ) from None
    return Locker(cipher, key, organisation)
