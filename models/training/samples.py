"""The sample pictures under assets/samples: `python -m attnscope.models.training.samples FOLDER` makes them again.

All come from seeds that no training sees. Beside the square scenes there is one of each kind that a user may bring:
wide, tall, and with transparent ground.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from .painting import Place, oklch, paint, stamp
from .scenes import render_scene
from .shapes import OBJECTS

_DIFFICULTY = 0.75


@dataclass(frozen=True, slots=True)
class Sample:
    """A scene among the samples."""

    name: str
    seed: int
    size: tuple[int, int] = (480, 480)
    """Height and width."""


SCENES: tuple[Sample, ...] = (
    Sample("scene-star", 53),
    Sample("scene-ring", 89),
    Sample("scene-heart", 99),
    Sample("scene-bolt", 115),
    Sample("scene-cross", 34),
    Sample("scene-arrow", 56),
    Sample("scene-moon", 78),
    Sample("scene-crown", 106),
    Sample("landscape-cloud", 45, (400, 640)),
    Sample("portrait-drop", 46, (640, 360)),
)

CUT_OUT = "transparent-flower"


def cut_out(name: str, size: int = 480) -> Image.Image:
    """An object alone, on transparent ground."""
    drawn = stamp(OBJECTS[name], Place(size / 2, size / 2, 0.42 * size, 0.2))
    colour = oklch(0.7, 0.17, 0.03)
    canvas = np.broadcast_to(colour, (size, size, 3)).copy()
    paint(canvas, drawn, colour)
    on_canvas, on_stamp = drawn.inside(size, size)
    cover = np.zeros((size, size, 1), dtype=np.float32)
    cover[on_canvas] = drawn.cover[on_stamp][..., None]
    return Image.fromarray((np.concatenate([canvas, cover], axis=2) * 255 + 0.5).astype(np.uint8))


def write_samples(folder: Path) -> list[Path]:
    """Write all samples as PNG; where they are now."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {s.name: Image.fromarray(render_scene(s.seed, _DIFFICULTY, s.size).image) for s in SCENES}
    pictures[CUT_OUT] = cut_out(CUT_OUT.rpartition("-")[2])
    paths = [folder / f"{name}.png" for name in pictures]
    for path, picture in zip(paths, pictures.values(), strict=True):
        picture.save(path, optimize=True)
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Render the sample pictures of assets/samples.")
    parser.add_argument("folder", type=Path)
    for written in write_samples(parser.parse_args().folder):
        print(written)
