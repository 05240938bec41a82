"""What a generated form knows at one point of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """A name that a condition or a template may use where it stands."""

    name: str
    kind: str
    choices: tuple[str, ...] = ()
    each: tuple["Known", ...] = ()
    """What is asked or worked out about each item of a list."""
    one: str = ""
