"""The widgets of the desk itself with made-up data, to be looked at."""

from attnscope.widgets.controls.command_palette import CommandPalette
from attnscope.widgets.controls.dock_title import DockTitle
from attnscope.widgets.controls.key_sheet import KeyGroup, KeySheet
from attnscope.widgets.controls.palette_list import PaletteEntry
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from .exhibit import Exhibit

ENTRIES = (
    PaletteEntry("open", "Open image", "Open", "Ctrl+O"),
    PaletteEntry("redo", "Redo opacity", "Edit", "Ctrl+Shift+Z, Ctrl+Y", enabled=False),
    PaletteEntry("contours", "Contour lines", "Overlay", "K", checked=True),
    PaletteEntry("layer", "Go to encoder.layers.encoder_layer_11.self_attention", "Layer"),
    PaletteEntry("network", "Load torchvision/vit_b_16 · IMAGENET1K_SWAG_E2E_V1", "Network"),
)
GROUPS = (
    KeyGroup("Layer", (("PgDown", "Next layer"), ("PgUp", "Previous layer"), ("Ctrl+F, /", "Find a layer"))),
    KeyGroup("Overlay", (("K", "Contour lines"), ("T", "Keep 60 % of the attention"))),
    KeyGroup("View", (("+, =", "Zoom in"), ("F11", "Full screen"))),
)


def exhibits() -> dict[str, Exhibit]:
    """Every widget, in the states that differ."""
    return {
        "palette": (lambda: _palette(""), 760, 320),
        "palette-typed": (lambda: _palette("en att"), 760, 320),
        "palette-nothing": (lambda: _palette("no such thing"), 760, 200),
        "palette-narrow": (lambda: _palette("o"), 420, 320),
        "keys": (_keys, 720, 260),
        "pane-title": (lambda: DockTitle("Pictures"), 300, 60),
    }


def _palette(typed: str) -> QWidget:
    """Over a window of its own, as it stands in the program."""
    window = QWidget()
    QVBoxLayout(window).addWidget(QLabel("what it stands over"), 0, Qt.AlignmentFlag.AlignBottom)
    palette = CommandPalette(window)
    palette.ask(ENTRIES)
    palette.findChild(QLineEdit).setText(typed)
    return window


def _keys() -> KeySheet:
    sheet = KeySheet()
    sheet.set_groups(GROUPS)
    return sheet
