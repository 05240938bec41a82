"""What one job may spend, and the sentence for each way of spending more."""

from dataclasses import dataclass

from app.documents.errors import DocumentError

MEMORY_EXIT = 77
"""The exit code of a child that ran out of its memory; a fresh child takes its place."""
_MB = 1 << 20


@dataclass(frozen=True)
class Limits:
    """What a job may spend in a child; a child that spends more is ended and replaced."""

    seconds: float = 120
    """By the clock, from the moment a child takes the job."""
    cpu_seconds: float = 40
    """Of processor time."""
    memory: int = 512 * _MB
    """Bytes of data a child may hold, its warm-up included."""
    output: int = 50 * _MB
    """Bytes a job may hand back."""
    jobs: int = 200
    """Jobs after which a child is replaced by a fresh one, so that no leak adds up."""
    walls: bool = True
    """Whether network, files, processes and signals are out of reach; False only to show that it matters."""

    def too_long(self) -> "OverLimit":
        """The refusal of a job that took too long by the clock."""
        return OverLimit(f"Making this took longer than {self.seconds:g} seconds and was ended; {_DO}")

    def too_busy(self) -> "OverLimit":
        """The refusal of a job that used too much processor time."""
        return OverLimit(f"Making this took more than {self.cpu_seconds:g} seconds of work; {_DO}")

    def too_big(self) -> "OverLimit":
        """The refusal of a job that needed too much memory."""
        return OverLimit(f"Making this needed more than {self.memory // _MB} MB of memory; {_DO}")

    def too_much(self) -> "OverLimit":
        """The refusal of a job whose result is too large."""
        return OverLimit(f"What was made is larger than {self.output // _MB} MB; {_DO}")


_DO = "shorten the longest answers and lists, or show the templates to whoever looks after them."


class OverLimit(DocumentError):
    """A job needed more time, memory or room than it may have, or its child ended; nothing was made."""


class Busy(OverLimit):
    """The children had no time for a job, or ended under it: the same job may be done in a minute."""


class Reached(DocumentError, PermissionError):
    """What a paper is made of reached for something outside of its box; nothing was made."""
