"""The person on whose behalf something is read or changed."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Who:
    """A signed-in person by id, name and role; every call is scoped by it."""

    id: str
    name: str = field(repr=False)
    role: str


COMMAND_LINE = Who("command-line", "the command line", "operator")
"""Who the journal names when an act on the command line is nobody's in particular."""
