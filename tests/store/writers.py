"""A program of eight threads that save as fast as they can and say so after each save, until it is killed.

Run by test_crash.py as: writers.py DATA KEY_FILE early|late PERSON DRAFT...
"""

import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from app.config import Settings
from app.store import answers, journal
from app.store.changes import AddItem, Put
from app.store.store import Store, open_store
from app.store.who import Who

NOW = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)


def say(draft: str, number: int) -> None:
    os.write(1, f"{draft} {number}\n".encode())


def write(store: Store, who: Who, draft: str, early: bool) -> None:
    """Save numbers, each as an item with two answers; acknowledge each before or after the commit."""
    with store.reading() as t:
        saved = answers.load(t, who, draft)
    revision, first = saved.revision, len(saved.items)
    for number in range(first, 1_000_000):
        item = f"n{number}"
        changes = [
            AddItem("numbers", item, number),
            Put("one", number, item=item),
            Put("two", number, item=item),
        ]
        with store.transaction() as t:
            revision = answers.save(t, who, draft, revision, changes, NOW)
            journal.write(t, who, "draft.answer", draft, NOW)
            if early:
                say(draft, number)
                time.sleep(0.02)
        if not early:
            say(draft, number)


def main(data: str, key_file: str, when: str, person: str, *drafts: str) -> None:
    store = open_store(Settings(Path(data), Path(key_file)))
    who = Who(person, "A writer", "owner")
    for draft in drafts:
        threading.Thread(target=write, args=(store, who, draft, when == "early")).start()


if __name__ == "__main__":
    main(*sys.argv[1:])
