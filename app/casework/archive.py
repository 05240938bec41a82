"""Opens a ZIP archive from outside without being exhausted or tricked by it (an XLSX or DOCX file is one)."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping

LIMIT_BYTES = 10_000_000
LIMIT_ENTRIES = 2_000
LIMIT_UNPACKED = 50_000_000
LIMIT_RATIO = 100
NAME = re.compile(r"[\w\[\]() .&,+-]+(/[\w\[\]() .&,+-]+)*/?")
MARKUP = (".xml", ".rels", ".vml")
ENCRYPTED = 0x1
FORBIDDEN = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Unfit(Exception):
    """The file is not taken; `str` is one sentence that says why and what to do."""


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of an archive by name, read within the limits; raises Unfit."""
    if len(data) > LIMIT_BYTES:
        raise Unfit(f"This file has {len(data):,} bytes; the limit is {LIMIT_BYTES:,}. Split it.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for sentence in _faults(archive.infolist()):
                raise Unfit(sentence)
            return {
                entry.filename: _read(archive, entry) for entry in archive.infolist() if not entry.is_dir()
            }
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        ValueError,
        OverflowError,
    ) as error:
        raise Unfit("This file is damaged or of another kind; save it again and try once more.") from error


def packed(contents: Mapping[str, bytes]) -> bytes:
    """A plain archive of these parts, whose sizes are true because we wrote them."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return whole.getvalue()


def _faults(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """What is wrong with the table of contents, before anything is unpacked."""
    names = {entry.filename.casefold() for entry in entries}
    if len(entries) > LIMIT_ENTRIES or len(names) < len(entries):
        yield "This file holds too many parts, or one part twice; save it again and try once more."
    if any(_misnamed(entry) for entry in entries):
        yield "This file holds parts with names or links that reach outside it; it is not opened."
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        yield "This file is locked with a password; save it without one."
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LIMIT_UNPACKED or unpacked > LIMIT_RATIO * max(
        1, sum(entry.compress_size for entry in entries)
    ):
        yield f"This file unpacks to {unpacked:,} bytes, more than is safe; delete unused rows and columns."
    if _overlap(entries):
        yield "This file holds parts inside one another; it is not opened."


def _misnamed(entry: zipfile.ZipInfo) -> bool:
    steps = entry.filename.split("/")
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    return linked or ".." in steps or not NAME.fullmatch(entry.filename)


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        first.header_offset + first.compress_size >= second.header_offset
        for first, second in zip(ordered, ordered[1:], strict=False)
    )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise Unfit("This file says something false about its own size; it is not opened.")
    if entry.filename.lower().endswith(MARKUP) and FORBIDDEN.search(content.replace(b"\0", b"")):
        raise Unfit("This file declares XML entities, which no spreadsheet program writes; it is not opened.")
    return content
