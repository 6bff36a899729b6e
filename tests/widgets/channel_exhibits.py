"""What shows channel weights, spatial maps and plain tables, with made-up data, to be looked at."""

import numpy as np
from attnscope.widgets.channels.channel_bars import ChannelBars
from attnscope.widgets.channels.colour_line import ColourLine
from attnscope.widgets.channels.contact_picture import ContactSheet
from attnscope.widgets.channels.contact_tiles import ContactTiles
from attnscope.widgets.channels.heat_rows import Standing, Strip, StripRow
from attnscope.widgets.channels.heat_strip import HeatStrip
from attnscope.widgets.channels.histogram import HistogramView
from attnscope.widgets.channels.value_map import ValueMap
from attnscope.widgets.stage.colour_bar import ColourBar

from .exhibit import Exhibit
from .heads_exhibits import spots

WIDTHS = (64, 128, 256, 512, 1024, 2048)


def exhibits() -> dict[str, Exhibit]:
    """Every widget of channels and places, in the states that differ."""
    return {
        "bars-64": (lambda: _bars(64), 380, 260),
        "bars-2048": (lambda: _bars(2048), 700, 260),
        "bars-sorted": (lambda: _bars(512, by_size=True), 380, 260),
        "bars-branches": (lambda: _bars(64, branches=3), 380, 320),
        "histogram": (_histogram, 380, 200),
        "heat-order": (lambda: _heat("order"), 700, 320),
        "heat-sorted": (lambda: _heat("sorted"), 700, 320),
        "heat-histogram": (lambda: _heat("histogram"), 700, 320),
        "heat-nothing": (_no_heat, 520, 240),
        "contact-12": (lambda: _contact(12), 400, 300),
        "contact-narrow": (lambda: _contact(12), 230, 480),
        "map-7": (lambda: _map(7), 340, 320),
        "map-56": (lambda: _map(56), 340, 320),
        "colour-line": (_colour_line, 340, 60),
        "colour-bar": (_colour_bar, 120, 320),
    }


def gates(channels: int, branches: int = 1) -> np.ndarray:
    """(branches, channels): as sigmoids of a spread of numbers are."""
    spread = np.random.default_rng(channels).normal(0, 1.6, (branches, channels))
    return (1 / (1 + np.exp(-spread))).astype(np.float32)


def _bars(channels: int, branches: int = 1, by_size: bool = False) -> ChannelBars:
    bars = ChannelBars()
    bars.set_values(gates(channels, branches))
    bars.set_sorted(by_size)
    bars.set_selected(channels // 3, (channels // 5, channels // 2))
    return bars


def _histogram() -> HistogramView:
    view = HistogramView()
    view.set_words("channels")
    view.set_values(gates(512))
    view.set_marked(0.7)
    return view


def _heat(standing: Standing) -> HeatStrip:
    strip = HeatStrip()
    rows = tuple(StripRow(f"stages.{number}.gate", gates(width)) for number, width in enumerate(WIDTHS))
    strip.set_strip(Strip((*rows, StripRow("stages.6.on_its_way")), standing))
    strip.set_current(2, None if standing == "histogram" else 100)
    return strip


def _no_heat() -> HeatStrip:
    strip = HeatStrip()
    strip.set_nothing("This network has no channel attention", "Networks with gates have it: SE, CBAM, ECA …")
    return strip


def _contact(count: int) -> ContactTiles:
    maps = spots(count) * np.arange(1, count + 1)[:, None, None]
    channels, weights = tuple(range(7, 7 + 90 * count, 90)), tuple(float(one) for one in gates(count)[0])
    tiles = ContactTiles()
    tiles.set_sheet(ContactSheet(maps, channels, weights, (0.0,) * count, tuple(float(one.max()) for one in maps)))
    tiles.set_selected(97)
    return tiles


def _map(side: int) -> ValueMap:
    shown, values = ValueMap(), spots(1, side)[0]
    shown.set_values(values, 0, float(values.max()))
    return shown


def _colour_line() -> ColourLine:
    line = ColourLine()
    line.set_range(0, 0.0123)
    line.set_value(0.009)
    return line


def _colour_bar() -> ColourBar:
    bar = ColourBar()
    bar.set_title("weight")
    bar.set_range(0, 0.08)
    bar.set_value(0.05)
    return bar
