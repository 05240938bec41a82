"""An archive from outside cannot exhaust the machine or reach outside itself (UPL-1, UPL-2)."""

import io
import stat
import struct
import zipfile
from collections.abc import Callable

import pytest

from app.casework import archive
from app.casework.archive import Unfit


def zipped(**parts: bytes) -> bytes:
    """An archive of these parts; `__` in a name stands for a slash."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return whole.getvalue()


def named(name: str) -> bytes:
    """An archive with one part of any name."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr(zipfile.ZipInfo(name), b"x")
    return whole.getvalue()


def linked() -> bytes:
    whole = io.BytesIO()
    entry = zipfile.ZipInfo("link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr(entry, b"elsewhere")
    return whole.getvalue()


def crowded() -> bytes:
    return zipped(**{f"p{number}": b"" for number in range(archive.LIMIT_ENTRIES + 1)})


def bomb() -> bytes:
    return zipped(a=b"\0" * 20_000_000)


def huge() -> bytes:
    # Incompressible enough for the ratio, so that only the sum refuses it.
    block = bytes(range(256)) * 4 + b"\0" * 20_000
    return zipped(a=block * 2_600)


def locked() -> bytes:
    data = bytearray(zipped(a=b"secret"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark) + offset
        data[place] |= 1
    return bytes(data)


def lying() -> bytes:
    """A part that says it is one byte long and unpacks to more."""
    data = bytearray(zipped(a=b"x" * 5_000))
    place = data.find(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 1)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of the table of contents that point at the same bytes."""
    data = bytearray(zipped(a=b"x" * 100, b=b"y" * 100))
    second = data.rfind(b"PK\x01\x02")
    first = data.find(b"PK\x01\x02")
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def twice() -> bytes:
    whole = io.BytesIO()
    made = zipfile.ZipFile(whole, "w")
    made.writestr("a", b"1")
    with pytest.warns(UserWarning, match="Duplicate name"):
        made.writestr("a", b"2")
    made.close()
    return whole.getvalue()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (linked, "reach outside"),
        (crowded, "too many parts"),
        (bomb, "unpacks to 20,000,000"),
        (huge, "unpacks to 54"),
        (locked, "password"),
        (lying, "damaged"),
        (overlapping, "inside one another"),
        (twice, "one part twice"),
    ],
)
def test_a_crafted_archive_is_refused(make: Callable[[], bytes], why: str) -> None:
    with pytest.raises(Unfit, match=why):
        archive.parts(make())


@pytest.mark.parametrize(
    "name", ["../up", "/absolute", "a/../../up", "a\\b", "C:/x", "a\nb", "a//b", "nul\x01"]
)
def test_a_name_that_reaches_outside_is_refused(name: str) -> None:
    with pytest.raises(Unfit):
        archive.parts(named(name))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 50, b"\xff" * 500, b"not a zip" * 100])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        archive.parts(data)


def test_a_file_over_the_limit_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Unfit, match="the limit is"):
        archive.parts(b"P" * (archive.LIMIT_BYTES + 1))


@pytest.mark.parametrize("text", ['<!DOCTYPE a [<!ENTITY b "c">]>', "<!doctype a>", '<!ENTITY % a "b">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_any_part_refuse_the_file(text: str, encoding: str) -> None:
    with pytest.raises(Unfit, match="entities"):
        archive.parts(named_part("xl/deep/part.xml", text.encode(encoding)))


def named_part(name: str, content: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr(name, content)
    return whole.getvalue()


def test_an_ordinary_archive_is_read_whole() -> None:
    assert archive.parts(zipped(a=b"one", b__c=b"two")) == {"a": b"one", "b/c": b"two"}


def test_what_was_read_can_be_packed_again() -> None:
    parts = {"a": b"one", "b/c": b"two"}
    assert archive.parts(archive.packed(parts)) == parts
