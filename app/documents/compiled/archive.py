"""Zip files written from ready pieces: members that never change are deflated once and copied as they are."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s4B4H3I5H2I")
_END = struct.Struct("<4s4H2IH")
# 1 January 1980, the earliest day a zip can hold: no member tells when it was made.
_DAY = 1 << 5 | 1
_LEVEL = 1
_ZIP_2 = 20
_DEFLATED = 8
_UTF8_NAME = 0x800


@dataclass(frozen=True)
class Member:
    """A member of a zip file, deflated and framed, wherever in the file it may come to stand."""

    local: bytes
    """Its header and its deflated bytes."""
    central: bytes
    """Its entry in the directory up to the place where the header begins."""
    name: bytes


def member(name: str, data: bytes) -> Member:
    """These bytes under this name, deflated, without a time."""
    raw = name.encode()
    flags = 0 if raw.isascii() else _UTF8_NAME
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    sizes = (zlib.crc32(data), len(packed), len(data), len(raw))
    local = _LOCAL.pack(b"PK\3\4", _ZIP_2, flags, _DEFLATED, 0, _DAY, *sizes, 0) + raw + packed
    version = (_ZIP_2, 0, _ZIP_2, 0)
    central = _CENTRAL.pack(b"PK\1\2", *version, flags, _DEFLATED, 0, _DAY, *sizes, 0, 0, 0, 0, 0, 0)
    return Member(local, central[:-4], raw)


def written(members: Iterable[Member]) -> bytes:
    """The zip file of these members in this order: the same members give the same bytes."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    place = 0
    for each in members:
        pieces.append(each.local)
        directory += (each.central, place.to_bytes(4, "little"), each.name)
        place += len(each.local)
    listing = b"".join(directory)
    count = len(pieces)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), place, 0)
    return b"".join((*pieces, listing, end))


def members(data: bytes) -> dict[str, bytes]:
    """The members of a zip file by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(data: bytes) -> bytes:
    """The same zip file with every time taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return written(member(each.filename, archive.read(each)) for each in archive.infolist())
