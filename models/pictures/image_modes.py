"""From every pixel format that files have to eight bits of red, green and blue."""

import struct
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def to_rgb(image: Image.Image) -> tuple[Image.Image, list[str]]:
    """The decoded image in mode RGB, and sentences about what had to be done to it."""
    if image.mode.startswith("I;16"):
        return _grey(_high_byte(image)), []
    if image.mode in ("I", "F"):
        return _numbers_to_rgb(image)
    if image.mode in ("CMYK", "LAB"):
        return _managed_to_rgb(image), [f"{image.mode} colours shown as RGB"]
    if image.has_transparency_data:
        return _on_white(image)
    return image.convert("RGB"), []


def has_16_bits(image: Image.Image) -> bool:
    """Whether the file, of which only the header has been read, holds 16 bits per channel."""
    return image.mode.startswith("I;16") or any(";16" in str(tile[3]) for tile in getattr(image, "tile", ()))


def orientation(image: Image.Image) -> int:
    """The EXIF orientation, 1 to 8; 1 where there is none, or none that can be read."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError, struct.error):
        return 1
    return value if value in _TURNS else 1


def upright(image: Image.Image, turn: int) -> Image.Image:
    """The image turned and mirrored as its EXIF orientation says.

    **Source**: CIPA DC-008 (Exif 2.32), section 4.6.4, tag Orientation.
    """
    return image.transpose(_TURNS[turn]) if turn in _TURNS else image


def _high_byte(image: Image.Image) -> npt.NDArray[np.uint8]:
    return (np.asarray(image) >> 8).astype(np.uint8)


def _grey(values: npt.NDArray[np.uint8]) -> Image.Image:
    return Image.fromarray(values).convert("RGB")


def _numbers_to_rgb(image: Image.Image) -> tuple[Image.Image, list[str]]:
    """Grey from numbers without a fixed range: integers of 32 bits, floats."""
    values = np.asarray(image)
    if image.mode == "I" and image.format in ("PPM", "PNG"):
        return _grey((values >> 8).astype(np.uint8)), ["16 bits per channel shown as 8"]
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    black, white = _range(low, high, image.mode == "F")
    scaled = (np.nan_to_num(values.astype(np.float32), nan=black, posinf=white, neginf=black) - black) / (white - black)
    note = f"numbers {black:g} to {white:g} shown as black to white"
    return _grey(np.rint(scaled.clip(0, 1) * 255).astype(np.uint8)), [note]


def _range(low: float, high: float, fractions: bool) -> tuple[float, float]:
    """What is black and what is white: the usual ranges where the numbers keep to them, else what occurs."""
    if fractions and low >= 0 and high <= 1:
        return 0.0, 1.0
    if low >= 0 and high <= 255:
        return 0.0, 255.0
    return low, high if high > low else low + 1


def _managed_to_rgb(image: Image.Image) -> Image.Image:
    """By the embedded profile where there is one that works; else by the plain formula."""
    # Costs some milliseconds to load, and hardly any image needs it.
    from PIL import ImageCms

    target = ImageCms.createProfile("sRGB")
    try:
        embedded = image.info.get("icc_profile")
        source = ImageCms.ImageCmsProfile(BytesIO(embedded)) if embedded else ImageCms.createProfile("LAB")
        if embedded or image.mode == "LAB":
            changed = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            return image.convert("RGB") if changed is None else changed
    except (ImageCms.PyCMSError, OSError):
        if image.mode == "LAB":
            raise
    return image.convert("RGB")


def _on_white(image: Image.Image) -> tuple[Image.Image, list[str]]:
    colours = (image.convert("LA") if image.mode == "La" else image).convert("RGBA")
    least, _ = colours.getchannel("A").getextrema()
    if least == 255:
        return colours.convert("RGB"), []
    paper = Image.new("RGBA", colours.size, "white")
    paper.alpha_composite(colours)
    return paper.convert("RGB"), ["transparent parts on white"]
