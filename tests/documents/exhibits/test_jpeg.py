"""Taking out what a camera wrote changes no dot of a picture, and a broken one is refused, never mended."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.documents.exhibits import jpeg
from app.documents.exhibits.refusals import NotAdmitted
from tests.documents.exhibits import foreign

KINDS = {
    "plain": foreign.picture(),
    "grey": foreign.picture(mode="L"),
    "four colours": foreign.picture(mode="CMYK"),
    "in several passes": foreign.picture(progressive=True),
    "with restarts": foreign.picture(restart_marker_blocks=1),
    "with a profile and EXIF": foreign.picture(exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0", icc_profile=b"x" * 200),
}


def dots(data: bytes) -> tuple[str, bytes]:
    with Image.open(io.BytesIO(data)) as opened:
        return opened.mode, opened.tobytes()


@pytest.mark.parametrize("kind", KINDS)
def test_every_dot_stays_and_nothing_is_told(kind: str) -> None:
    told = foreign.place_in(KINDS[kind])
    made = jpeg.bare(told)
    assert dots(made) == dots(told)
    assert foreign.SECRET.encode() not in made
    assert foreign.SECRET.encode() in told
    with Image.open(io.BytesIO(made)) as opened:
        assert set(opened.info) <= {"adobe", "adobe_transform", "progressive", "progression"}


@given(st.sampled_from(sorted(KINDS)), st.integers(min_value=0), st.binary(max_size=6))
def test_damage_is_refused_or_leaves_a_jpeg_that_ends(kind: str, at: int, put: bytes) -> None:
    data = KINDS[kind]
    at %= len(data)
    with suppress(NotAdmitted):
        made = jpeg.bare(data[:at] + put + data[at + len(put) :])
        assert made.endswith(b"\xff\xd9")
        assert len(made) <= len(data) + len(put)
