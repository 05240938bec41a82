"""The patterns with which the HTML parser reads up to a mark are compiled once.

Stock (tinyhtml5) means to remember them but stores each under its own pattern instead of the characters it
was asked for, so that it writes and looks up every pattern again, some two for every element. The patterns
are the same.
"""

import re
from collections.abc import Iterable

from weasyprint import tinyhtml5

Asked = tuple[Iterable[str], bool]
"""The characters, and whether to read on while they come instead of until one comes."""


class Patterns(dict[Asked, re.Pattern[str]]):
    """What `chars_until` looks up; a pattern not there yet is made."""

    def __missing__(self, asked: Asked) -> re.Pattern[str]:
        """The pattern for one set of characters."""
        characters, while_they_come = asked
        hexadecimal = "".join(f"\\x{ord(character):02x}" for character in characters)
        pattern = self[asked] = re.compile(f"[{'' if while_they_come else '^'}{hexadecimal}]+")
        return pattern


SWAPS = ((tinyhtml5.inputstream, "characters_until_regex", Patterns()),)
