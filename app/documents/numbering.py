"""The numbers Word puts before paragraphs: worked out from the list each style or paragraph belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from app.documents import package
from app.documents.package import style_of, w

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbers:
    """Counts the numbered paragraphs of one document in the order of the page."""

    lists: Mapping[str, tuple[str, Mapping[int, _Level]]]
    """The list of each numId: the id its counters are shared under, and its levels."""
    styles: Mapping[str, tuple[str, int]]
    """The numId and level of each numbered style."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """The number before this paragraph (`2.`, `(a)`, `COUNT I:`, `•`), or nothing; it is now counted."""
        number, level = self._place(paragraph)
        if number not in self.lists:
            return ""
        shared, levels = self.lists[number]
        if level not in levels:
            return ""
        counts = self._counts.setdefault(shared, {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _label(levels, counts, level)

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        number, level = self.styles.get(style_of(paragraph) or "", ("", 0))
        by_hand = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if by_hand is None:
            return number, level
        return _value(by_hand, "numId", number), int(_value(by_hand, "ilvl", "0"))


def numbers_of(parts: Mapping[str, bytes]) -> Numbers:
    """The lists of a Word file, nothing counted yet."""
    if "word/numbering.xml" not in parts:
        return Numbers({}, {})
    root = package.parse(parts["word/numbering.xml"])
    abstract = {kind.get(w("abstractNumId"), ""): _levels(kind) for kind in root.iter(w("abstractNum"))}
    lists = {}
    for number in root.iter(w("num")):
        shared = _value(number, "abstractNumId", "")
        lists[number.get(w("numId"), "")] = (shared, abstract.get(shared, {}))
    return Numbers(lists, _numbered_styles(parts))


def _levels(kind: etree._Element) -> dict[int, _Level]:
    return {
        int(level.get(w("ilvl")) or 0): _Level(
            _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), int(_value(level, "start", "1"))
        )
        for level in kind.findall(w("lvl"))
    }


def _numbered_styles(parts: Mapping[str, bytes]) -> dict[str, tuple[str, int]]:
    found = {}
    for style in package.parse(parts["word/styles.xml"]).iter(w("style")):
        settings = style.find(f"{w('pPr')}/{w('numPr')}")
        if settings is not None:
            found[style.get(w("styleId"), "")] = (
                _value(settings, "numId", ""),
                int(_value(settings, "ilvl", "0")),
            )
    return found


def _label(levels: Mapping[int, _Level], counts: Mapping[int, int], level: int) -> str:
    text = levels[level].text
    for other, kind in levels.items():
        text = text.replace(f"%{other + 1}", written(counts.get(other, kind.start), kind.format))
    return text


def written(number: int, format: str) -> str:
    """A number in one of Word's list formats (`decimal`, `upperRoman` …); `none` and bullets write none."""
    lower = format.lower()
    if lower.endswith("letter"):
        made = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif lower.endswith("roman"):
        made = _roman(number)
    else:
        return "" if format in ("none", "bullet") else str(number)
    return made.upper() if format.startswith("upper") else made


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _value(parent: etree._Element, name: str, absent: str) -> str:
    found = parent.find(w(name))
    return absent if found is None else found.get(w("val"), absent)
