"""Names for rows that say nothing and cannot be guessed."""

import secrets

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 letters without i, l, o and u, which people misread."""


def new_id() -> str:
    """Return 20 random letters and digits, 100 bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(20))
