"""Small numbers as court papers spell them: `one charge`, `two felonies`, `12 charges`."""

_WORDS = "no one two three four five six seven eight nine ten".split()


def spelled(number: int) -> str:
    """A number to ten as a word, `no` for none, a larger one in figures."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else f"{number:,}"


def several(number: int, one: str, many: str = "") -> str:
    """A spelled number with its noun: `one charge`, `two felonies`."""
    return f"{spelled(number)} {one if number == 1 else many or one + 's'}"
