"""Random answers of every nasty sort: markup, Jinja marks, broken characters, every script, line ends."""

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

from app.documents import fonts

Piece = Callable[[Random], str]

MARKUP = (
    "& < > \" ' </w:t></w:r> <script>alert(1)</script> <w:p/> ]]> <!-- --> <![CDATA[ &amp; &#x41; &bogus; "
    "<?xml ?> {{ 7*7 }} {{ text }} {% if x %} {%p endfor %} {%tr for a in b %} {{r x }} {# no #} "
    "{{{ }}} {%- -%} {_{ }_} {_% %_} ${x} %s %(a)s {0} \\n \\ \\u0041 `x` *b* _i_ # | ~ ^ "
    "[to be confirmed: x] DRAFT"
).split(" ")
BROKEN = (
    "\ud800\udfff\udbff\x00\x01\x08\x0b\x0c\x1b\x7f\x85\x9f\ufffd\ufffe\uffff\ufdd0\ufdd1\ufdd2\ufdef"
    "\u202e\u2066\ue000"
)
RIGHTWARD = "שלום ירושלים מכתב גבר אישה"
COMBINING = "ą́ ǫ́ ẹ́ ọ́ ṣ̀ q̃ n̄ m̌ x̣́ s̱ e\u0301 n\u0303 Z\u0335".split()
ELSEWHERE = "😀🔒👩‍⚖️🏳️‍🌈雇主한국어العربيةहिन्दी𝒳𐍈"
LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\t", "\f", "\v")
BLANKS = (" ", "  ", "\u00a0", "\u202f", "\u2009", "\u3000")
DRAWABLE = sorted(
    chr(code) for code in fonts.glyphs() if code > 32 and unicodedata.category(chr(code))[0] in "LNPS"
)


def _some(letters: Sequence[str], most: int) -> Piece:
    return lambda random: "".join(random.choices(letters, k=random.randint(1, most)))


PIECES: tuple[tuple[Piece, int], ...] = (
    (_some(DRAWABLE, 10), 35),
    (_some(MARKUP, 1), 25),
    (_some(BLANKS, 1), 12),
    (_some(COMBINING, 1), 8),
    (_some(RIGHTWARD, 6), 6),
    (_some(LINE_ENDS, 1), 7),
    (_some(ELSEWHERE, 3), 3),
    (_some(BROKEN, 1), 2),
    (lambda random: chr(random.randrange(0x110000)), 2),
)
"""Each sort of piece, and how many in a hundred are of it."""


def text(random: Random) -> str:
    """One answer."""
    sorts, weights = zip(*PIECES, strict=True)
    return "".join(piece(random) for piece in random.choices(sorts, weights, k=random.randint(1, 12)))
