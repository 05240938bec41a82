"""Editions: whole form packages under the hash of their content, so that a draft never loses its own."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app.store import tables
from app.store.errors import NotFound, Tampered
from app.store.transaction import Transaction

_TABLE = tables.edition
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def digest(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of names and contents in the order of the names."""
    hashed = hashlib.sha256()
    for name in sorted(files):
        for part in (name.encode(), files[name]):
            hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.hexdigest()


def keep(t: Transaction, files: Mapping[str, bytes], now: datetime) -> str:
    """Store a package once and return its hash."""
    id = digest(files)
    if t.connection.scalar(select(_TABLE.c.id).where(_TABLE.c.id == id)) is None:
        # Another transaction may be keeping the same package just now; one of the two suffices.
        with suppress(IntegrityError), t.connection.begin_nested():
            t.connection.execute(insert(_TABLE).values(id=id, content=_packed(files), created_at=now))
    return id


def fetch(t: Transaction, hash: str) -> Mapping[str, bytes]:
    """Return the package of a hash; NotFound if it was never kept, Tampered if it is no longer the same."""
    content = t.connection.scalar(select(_TABLE.c.content).where(_TABLE.c.id == hash))
    if content is None:
        raise NotFound
    try:
        files = _unpacked(content)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError):
        files = {}
    if digest(files) != hash:
        raise Tampered("A stored edition was changed; restore the data folder from a backup.")
    return files


def _packed(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _NO_TIME), files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
