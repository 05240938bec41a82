"""Finished packets kept between batches: packed into one piece for the store, and unpacked again."""

import json
from dataclasses import dataclass
from pathlib import Path

from app.casework import resting
from app.documents.box import Job
from app.documents.bundle import Bundle
from app.store.results import FOLDER, Results
from app.store.store import Store


@dataclass(frozen=True)
class Kept:
    """The packets an office has made lately; with `fresh` none is looked at, but each is kept anew."""

    results: Results
    fresh: bool = False

    def find(self, job: Job) -> Bundle | None:
        """The packet made of just this before, or None."""
        known = None if self.fresh else _key(job)
        data = self.results.get(known) if known else None
        return None if data is None else _unpacked(data)

    def keep(self, job: Job, made: Bundle) -> None:
        """Keep a packet for the next time."""
        if known := _key(job):
            self.results.put(known, _packed(made))


def of(store: Store, data: Path, *, fresh: bool = False) -> Kept:
    """What an office has kept in its data folder, the oldest removed."""
    results = Results(data / FOLDER, store.office)
    results.trim()
    return Kept(results, fresh)


def _key(job: Job) -> str | None:
    try:
        return resting.key(job)
    except TypeError:  # A value nobody has thought of yet: then this packet is made every time.
        return None


def _packed(made: Bundle) -> bytes:
    sizes = {path: len(data) for path, data in made.files.items()}
    head = {"papers": made.papers, "held_back": made.held_back, "files": sizes}
    text = json.dumps(head, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"".join([len(text).to_bytes(8, "big"), text, *made.files.values()])


def _unpacked(data: bytes) -> Bundle:
    at = 8 + int.from_bytes(data[:8], "big")
    head = json.loads(data[8:at].decode("utf-8", "surrogatepass"))
    files = {}
    for path, size in head["files"].items():
        files[path] = data[at : at + size]
        at += size
    return Bundle(files, head["papers"], tuple(head["held_back"]))
