"""What lists layers, pictures, classes, actions and keys, with made-up data, to be looked at."""

from pathlib import Path

import numpy as np
from attnscope.models.records import Kind, LayerInfo, Prediction
from attnscope.widgets.command_palette import CommandPalette
from attnscope.widgets.key_sheet import KeyGroup, KeySheet
from attnscope.widgets.layer_list import LayerList
from attnscope.widgets.layer_strip import LayerStrip
from attnscope.widgets.palette_list import PaletteEntry
from attnscope.widgets.prediction_bars import PredictionBars
from attnscope.widgets.thumbnail_strip import ThumbnailStrip
from PySide6.QtWidgets import QLineEdit, QWidget

from .acting import LAYERS
from .channel_exhibits import gates
from .exhibit import Exhibit
from .heads_exhibits import spots
from .stage_exhibits import a_picture

MISSED = (("decoder.flex", "runs flex_attention, which hides its weights"),)
STAGES = ((3, 256), (8, 512), (36, 1024), (3, 2048))
"""Blocks and channels of each stage of SENet-154 (Hu et al., 2018, arXiv 1709.01507)."""
ENTRIES = (
    PaletteEntry("a", "Open image", "Open", "Ctrl+O"),
    PaletteEntry("b", "Paste image", "Open", "Ctrl+V", enabled=False),
    PaletteEntry("c", "Show the cells", "Overlay", "S", checked=True),
    PaletteEntry("d", "Mean of heads", "Layer", "M"),
    PaletteEntry("e", "Go to encoder.11.attention", "Layer"),
    PaletteEntry("f", "Overlay: attention rollout of Abnar and Zuidema, up to the layer that is looked at", "Overlay"),
)


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
        "palette": (lambda: _palette(""), 720, 420),
        "palette-search": (lambda: _palette("over"), 720, 420),
        "palette-nothing": (lambda: _palette("zebra"), 720, 300),
        "keys": (_keys, 760, 420),
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


def _palette(words: str) -> QWidget:
    window = QWidget()
    palette = CommandPalette(window)
    palette.ask(ENTRIES)
    palette.findChild(QLineEdit).setText(words)
    return window


def _keys() -> KeySheet:
    sheet = KeySheet()
    sheet.set_groups(
        [
            KeyGroup("Open", (("Ctrl+O", "Open image"), ("Ctrl+V", "Paste image"), ("Ctrl+Shift+O", "Open session"))),
            KeyGroup("Layer", (("PgDown", "Next layer"), ("Ctrl+F, /", "Find a layer"), ("]", "Next head"))),
            KeyGroup("Mouse", (("wheel on the picture", "Step through the layers"), ("drag", "Move the picture"))),
        ]
    )
    return sheet
