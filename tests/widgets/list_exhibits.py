"""What lists layers, pictures and classes, with made-up data, to be looked at."""

from pathlib import Path

import numpy as np
from attnscope.models.records import Kind, LayerInfo, Prediction
from attnscope.widgets.controls.prediction_bars import PredictionBars
from attnscope.widgets.layers.layer_list import LayerList
from attnscope.widgets.layers.layer_strip import LayerStrip
from attnscope.widgets.pictures.thumbnail_strip import ThumbnailStrip
from PySide6.QtWidgets import QLineEdit

from .acting import LAYERS
from .channel_exhibits import gates
from .exhibit import Exhibit
from .heads_exhibits import spots
from .stage_exhibits import a_picture

MISSED = (("decoder.flex", "runs flex_attention, which hides its weights"),)
STAGES = ((3, 256), (8, 512), (36, 1024), (3, 2048))
"""Blocks and channels of each stage of SENet-154 (Hu et al., 2018, arXiv 1709.01507)."""


def exhibits() -> dict[str, Exhibit]:
    """Every list, in the states that differ."""
    return {
        "rail-kinds": (lambda: _rail(LAYERS, MISSED), 270, 560),
        "rail-50": (lambda: _rail(senet()), 270, 640),
        "rail-nothing-found": (lambda: _rail(LAYERS, search="zebra"), 270, 320),
        "strip-kinds": (lambda: _strip(LAYERS), 720, 130),
        "strip-50": (lambda: _strip(senet()), 720, 130),
        "album": (_album, 720, 140),
        "prediction": (_prediction, 300, 130),
        "prediction-none": (PredictionBars, 300, 130),
    }


def senet() -> tuple[LayerInfo, ...]:
    """The 50 gates of SENet-154."""
    return tuple(
        LayerInfo(f"layer{stage}.{block}.se_module", 0, "channel", (1, channels), "sigmoid")
        for stage, (blocks, channels) in enumerate(STAGES, 1)
        for block in range(blocks)
    )


def preview_of(kind: Kind) -> np.ndarray:
    """What a row shows of a layer."""
    return gates(64)[0] if kind == "channel" else spots(1, 12)[0]


def _rail(layers: tuple[LayerInfo, ...], missed: tuple[tuple[str, str], ...] = (), search: str = "") -> LayerList:
    listed = LayerList()
    listed.set_layers(layers, missed)
    for number, layer in enumerate(layers):
        values = preview_of(layer.kind)
        listed.set_preview(number, values, 0, float(values.max()))
    listed.set_current(1)
    listed.findChild(QLineEdit).setText(search)
    return listed


def _strip(layers: tuple[LayerInfo, ...]) -> LayerStrip:
    strip = LayerStrip()
    strip.set_layers(layers)
    for number, layer in enumerate(layers):
        values = preview_of(layer.kind)
        strip.set_preview(number, values, 0, float(values.max()))
    strip.set_current(1)
    return strip


def _album() -> ThumbnailStrip:
    strip, picture = ThumbnailStrip(), np.ascontiguousarray(a_picture()[::4, ::4])
    strip.set_paths(
        [Path(f"photos/{name}.jpg") for name in ("sun", "夏 3 #%", "a_rather_long_name_of_a_photo", "x", "y")]
    )
    strip.set_current(0)
    for row in (0, 1, 2):
        strip.set_copy(row, picture, (480, 300))
    strip.set_trouble(3, "x.jpg is cut short.")
    return strip


def _prediction() -> PredictionBars:
    bars = PredictionBars()
    names = ("golden retriever", "Labrador retriever", "a class with a name that is far too long for it", "dog", "cat")
    bars.set_predictions(tuple(Prediction(name, 0.7 / 3**place, place) for place, name in enumerate(names)))
    bars.set_chosen(1)
    return bars
