"""What the store may refuse; every text is one sentence that a person can act on and holds no fact."""


class StoreError(Exception):
    """Anything the store refuses."""


class Unsafe(StoreError):
    """The set-up would put what people said at risk, so nothing starts."""


class Damaged(StoreError):
    """The database file no longer reads as one."""


class Newer(StoreError):
    """The data were written by a newer version."""


class Tampered(StoreError):
    """Something sealed or chained was changed, moved, or belongs to another key."""


class NotFound(StoreError):
    """What was asked for is not there, or is not theirs: the two are the same to whoever asks."""

    def __init__(self) -> None:
        super().__init__("There is nothing here: it may have been deleted, or the address is wrong.")


class NotSaved(StoreError):
    """The database could not take the change, and nothing of it was kept."""


class Repeated(StoreError):
    """The same request was finished by another transaction while this one ran."""

    def __init__(self) -> None:
        super().__init__("The same request was just finished elsewhere; ask again for its outcome.")


class Conflict(StoreError):
    """Somebody saved since the revision this change was made from."""

    def __init__(self, current: int) -> None:
        super().__init__("Somebody changed these answers in the meantime; compare both before saving.")
        self.current = current
