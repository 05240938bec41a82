"""A JPEG or PNG becomes a PDF page: drawn anew, upright, without what a camera or program wrote into it."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageCms, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin
from PIL.Image import Resampling

from app.documents.exhibits import sheets
from app.documents.exhibits.limits import DPI, LETTER, MARGIN, MOST_PIXELS
from app.documents.exhibits.refusals import BOMB, DAMAGED_PICTURE, MOVING, NotAdmitted

_FORMATS = (JpegImagePlugin.JpegImageFile.format, PngImagePlugin.PngImageFile.format)
"""Of a JPEG with a second picture behind it, as some telephones write, only the first is shown."""
_QUALITY = 90
_LARGEST_EXACT = 3_000_000
"""Bytes up to which a PNG stays exact; a larger one becomes a JPEG."""
_MOST = ((LETTER[0] - 2 * MARGIN) * DPI // 72, (LETTER[1] - 2 * MARGIN) * DPI // 72)
"""Dots across and down of a picture that fills the page between its margins."""
_SCREEN = 96
"""Dots an inch of a picture that is smaller than the page."""


def page(data: bytes) -> bytes:
    """The picture on a letter page; raises NotAdmitted for one that is damaged, moves or is too large."""
    try:
        with _strictly(), Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            exact = opened.format == "PNG"
            picture = _upright(opened)
    except NotAdmitted:
        raise
    except Image.DecompressionBombError as fault:
        raise NotAdmitted(BOMB) from fault
    except (OSError, ValueError, SyntaxError, EOFError) as fault:
        raise NotAdmitted(DAMAGED_PICTURE) from fault
    return _drawn(_small(picture), exact)


@contextmanager
def _strictly() -> Iterator[None]:
    """While a picture is read here, one that is cut off is an error: WeasyPrint sets the opposite for all."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _upright(opened: Image.Image) -> Image.Image:
    if opened.width * opened.height > MOST_PIXELS:
        raise NotAdmitted(BOMB)
    if opened.format == "PNG" and getattr(opened, "n_frames", 1) > 1:
        raise NotAdmitted(MOVING)
    profile = opened.info.get("icc_profile")
    # Read no finer than it will be shown: a large photograph would fill the memory of a job.
    opened.draft(None, (max(_MOST), max(_MOST)))
    opened.load()
    if opened.mode in ("RGB", "L", "CMYK"):
        opened.thumbnail((max(_MOST), max(_MOST)), Resampling.LANCZOS)
    ImageOps.exif_transpose(opened, in_place=True)
    return _plain(opened, profile)


def _plain(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in grey or in the colours of screens, what is clear in it as white."""
    if picture.mode.startswith("I") or picture.mode == "F":
        return picture.convert("I").point(lambda grey: grey / 256).convert("L")
    if picture.mode == "P" or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode in ("LA", "PA", "La", "RGBa"):
        picture = picture.convert("RGBA")
    if picture.mode == "RGBA":
        white = Image.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    if picture.mode == "1":
        return picture.convert("L")
    return _of_screens(picture, profile)


def _of_screens(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """In sRGB by the picture's own colour profile, if that can be read; the profile itself is left out."""
    if profile and picture.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            return made
    return picture if picture.mode == "L" else picture.convert("RGB")


def _small(picture: Image.Image) -> Image.Image:
    """No finer than a printer shows on a page with margins."""
    picture.thumbnail(_MOST, Resampling.LANCZOS)
    return picture


def _drawn(picture: Image.Image, exact: bool) -> bytes:
    colours = len(picture.getbands())
    if exact and len(packed := zlib.compress(picture.tobytes(), 9)) <= _LARGEST_EXACT:
        return sheets.of_picture(packed, picture.size, colours=colours, dpi=_SCREEN, packed="/FlateDecode")
    into = io.BytesIO()
    picture.info = {}
    picture.save(into, "JPEG", quality=_QUALITY, optimize=True)
    return sheets.of_picture(into.getvalue(), picture.size, colours=colours, dpi=_SCREEN, packed="/DCTDecode")
