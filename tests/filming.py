"""Films whose every frame says its own number, in black and white stripes: bit 0 is the leftmost."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

BITS, HEIGHT, WIDTH = 8, 48, 64


def frame(number: int) -> np.ndarray:
    """(48, 64, 3)."""
    bits = [220 if number >> bit & 1 else 30 for bit in range(BITS)]
    return np.broadcast_to(np.repeat(np.uint8(bits), WIDTH // BITS)[None, :, None], (HEIGHT, WIDTH, 3)).copy()


def number_in(pixels: np.ndarray) -> int:
    """What a frame says."""
    middles = pixels[HEIGHT // 2, WIDTH // BITS // 2 :: WIDTH // BITS].mean(axis=1)
    return sum(1 << bit for bit, value in enumerate(middles) if value > 125)


def write_video(path: Path, codec: str, count: int = 40, options: dict[str, str] | None = None, **how: object) -> Path:
    """A video at 25 frames a second, a key frame at every twelfth; `stamps` are the milliseconds of each frame."""
    stamps = how.get("stamps")
    with av.open(str(path), "w") as file:
        stream = file.add_stream(codec, rate=25, options=options or {})
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = WIDTH, HEIGHT, "yuv420p", 12
        if stamps:
            stream.codec_context.time_base = Fraction(1, 1000)
        if "aspect" in how:
            stream.codec_context.sample_aspect_ratio = Fraction(how["aspect"])
        for number in range(count):
            image = av.VideoFrame.from_ndarray(frame(number), format="rgb24").reformat(format="yuv420p")
            if stamps:
                image.pts, image.time_base = stamps[number], Fraction(1, 1000)
            file.mux(stream.encode(image))
        file.mux(stream.encode())
    return path


def write_sound(path: Path) -> Path:
    """A file with sound alone."""
    with av.open(str(path), "w") as file:
        stream = file.add_stream("pcm_s16le", rate=8000)
        sound = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        sound.sample_rate = 8000
        file.mux(stream.encode(sound))
        file.mux(stream.encode())
    return path


def write_pictures(path: Path, count: int = 5, **options: object) -> Path:
    """An animated picture, or a TIFF of pages."""
    first, *more = (Image.fromarray(frame(number)) for number in range(count))
    first.save(path, save_all=True, append_images=more, **options)
    return path
