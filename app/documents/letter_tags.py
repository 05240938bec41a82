"""The places in a letter that wait for an answer, and the tag and the question each becomes."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.documents.letter_reading import Letter, Line, Look

PLACE = re.compile(
    r"\{\{\s*(?P<tag>[^{}]{1,60}?)\s*\}\}|\[(?P<bracket>[^\[\]]{2,60})\]|«(?P<merge>[^«»]{1,60})»"
    r"|(?P<day>_{1,4} ?/ ?_{1,4} ?/ ?_{2,4})|(?P<rule>_{3,})"
    r"|(?P<caps>\b[A-Z][A-Z0-9]*(?:[_ ][A-Z][A-Z0-9]*){0,3}\b)"
)
ASKED = frozenset(
    "NAME DATE ADDRESS AMOUNT PHONE TELEPHONE EMAIL COUNTY NUMBER CLIENT EMPLOYER LANDLORD TENANT RECIPIENT "
    "CREDITOR DEBTOR INSURER ADJUSTER DEFENDANT PLAINTIFF PETITIONER RESPONDENT SUM RENT DEPOSIT YEAR".split()
)
"""Words in capitals that stand for an answer, alone or beside others; so does a word with a low line."""
KINDS = (
    ("email", "email e_mail"), ("phone", "phone telephone fax"), ("address", "address"), ("county", "county"),
    ("date", "date day deadline birthday"), ("money", "amount sum rent deposit price fee wages balance debt"),
    ("year", "year"), ("hours", "hours"),
    ("text", "business company employer insurer court case file first last middle"),
    ("name", "name client landlord tenant recipient creditor debtor adjuster"),
    ("name", "defendant plaintiff petitioner respondent"),
)  # fmt: skip
"""The kind a question is given, by a word of what the letter calls it; the first that fits."""
PRINTS = {"name": ".full", "address": ".line", "date": ".text"}
KNOWN = {
    "{{ today }}": "today todays_date current_date date_of_letter letter_date",
    "{{ attorney.name }}": "attorney attorney_name attorneys_name name_of_attorney",
    "{{ attorney.bar_number }}": "bar_number attorney_bar_number",
    "{{ office.name }}": "office office_name firm_name law_firm",
    "{{ office.phone }}": "office_phone firm_phone",
    "{{ office.address.line }}": "office_address firm_address",
}  # fmt: skip
"""What the office profile and the day know already, by the names letters have for it."""
TAKEN = frozenset(
    "office attorney today made loop this and or not in is if else elif for true false none recursive".split()
)
STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


@dataclass(frozen=True)
class Found:
    """A place that waits for an answer: what the letter has there, and what becomes of it."""

    written: str
    tag: str
    name: str = ""
    """The name of its question; empty when nothing needs to be asked."""
    label: str = ""
    kind: str = "text"


def tagged(letter: Letter) -> tuple[list[Line], list[Found]]:
    """The lines with a tag at each place that waits for an answer, and every such place once."""
    found: dict[str, Found] = {}
    lines = [_line(line, found, letter) for line in letter.lines]
    return lines, list(found.values())


def _line(line: Line, found: dict[str, Found], letter: Letter) -> Line:
    if line.style == "Signature rule":
        return Line(line.style, ())
    if re.search(r"\[[^\[\]]{61,}\]", line.text):
        letter.dropped["the brackets of more than 60 characters (they stay words)"] += 1
    words: list[tuple[str, Look]] = []
    end = 0
    for place in _places(line.text):
        one = _found(place, line.text)
        if place["rule"] or place["day"]:
            one = _apart(one, found)
        one = found.setdefault(one.tag, one)
        before = place.start() - (one.kind == "money" and line.text[: place.start()].endswith("$"))
        look = line.words[place.start()][1]
        words += [*line.words[end:before], *((sign, look) for sign in one.tag)]
        end = place.end()
    whole = tuple(_without_strays([*words, *line.words[end:]], letter))
    return Line("Date line" if "".join(sign for sign, _ in whole) == "{{ today }}" else line.style, whole)


def _apart(one: Found, found: dict[str, Found]) -> Found:
    """A blank to write on with a question of its own, though the same words stand before another."""
    number = 2
    tag, name, label = one.tag, one.name, one.label
    while tag in found:
        name, label = f"{one.name}_{number}", f"{one.label}, number {number}"
        tag, number = one.tag.replace(one.name, name), number + 1
    return replace(one, tag=tag, name=name, label=label)


def _places(text: str) -> Iterator[re.Match[str]]:
    for place in PLACE.finditer(text):
        capitals, bracket = place["caps"], place["bracket"]
        if capitals and not ("_" in capitals or ASKED & set(capitals.split())):
            continue
        if capitals and len(text.split()) > 4 and text.isupper():
            continue
        if capitals and re.match(r"\s*:\s*_", text[place.end() :]):
            continue
        if bracket and (bracket.casefold() == "sic" or len(re.findall(r"[A-Za-z]", bracket)) < 2):
            continue
        yield place


def _found(place: re.Match[str], text: str) -> Found:
    written = place[0]
    label = _label(place, text)
    name = _name(label)
    # Inside a sentence a date may be a deadline; alone on its line it is the letter's own.
    if name == "date" and place[0] == text.strip():
        name = "todays_date"
    for tag, names in KNOWN.items():
        if name in names.split() and not (place["rule"] or place["day"]):
            return Found(written, tag, label=label)
    name = f"{name}_asked" if name in TAKEN else name
    kind = "money" if text[: place.start()].endswith("$") else _kind(name)
    if place["day"] or (place["rule"] and label.casefold().endswith(" date")):
        kind = "date"
    return Found(written, f"{{{{ {name}{PRINTS.get(kind, '')} }}}}", name, label, kind)


def _label(place: re.Match[str], text: str) -> str:
    """What the letter calls it; for a blank to write on, the words before it."""
    if place["rule"] or place["day"]:
        before = re.findall(r"[A-Za-z][A-Za-z'’]*", text[: place.start()])[-3:]
        return " ".join(["blank after", *before]) if before else "blank at the beginning"
    said = next(part for part in place.groups() if part)
    said = re.sub(r"[_\s]+", " ", said.replace(".", " ")).strip()
    said = re.sub(r"^(insert|enter|type|the|your)\s+", "", said, flags=re.IGNORECASE) or said
    return said.lower() if said.isupper() or said.istitle() else said


def _name(label: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", label.casefold().replace("'", "’")).encode("ascii", "ignore").decode()
    )
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_") or "blank"
    return name if name[0].isalpha() else f"number_{name}"


def _kind(name: str) -> str:
    words = set(name.split("_"))
    if name.startswith("blank"):
        return "text"
    return next((kind for kind, said in KINDS if words & set(said.split())), "text")


def _without_strays(words: list[tuple[str, Look]], letter: Letter) -> Iterator[tuple[str, Look]]:
    """The words without marks of templates that are no tag of ours."""
    text = "".join(sign for sign, _ in words)
    ours = [found.span() for found in re.finditer(r"\{\{ [a-z][a-z0-9_.]* \}\}", text)]
    strays = {
        at
        for stray in STRAY.finditer(text)
        if not any(start <= stray.start() < end for start, end in ours)
        for at in range(*stray.span())
    }
    if strays:
        letter.dropped["a mark that only templates may hold, like {%"] += 1
    return (each for at, each in enumerate(words) if at not in strays)
