"""An export of a whole pass: what is wished of it, and the files that come of it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path

from ...models.errors import UserError
from ...models.weights.layer import Layer
from ..state.captions import PASS_WIDE, settings
from ..state.state import Fields
from ..state.wishes import Focus, Look
from .export_arrays import SETTINGS, write_arrays
from .export_files import FIGURES, figure_file, file_stem
from .export_gif import frame_figure, gif
from .export_page import page
from .export_tables import write_layer_list, write_prediction, write_table, write_weights
from .figure import Figure, figure_theme
from .figures import layer_figures, view_figure
from .local_engine import LocalEngine
from .painting_application import painting_application
from .safe_writing import write_bytes
from .stage_figure import has_overlay

FORMATS = ("png", "svg", "pdf", "csv", "npz", "gif", "html")

Told = Callable[[str, int, int], None]
"""The name of a file that was written, how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written, and how it is to look."""

    formats: tuple[str, ...]
    look: Look = field(default_factory=Look)
    focus: Focus = field(default_factory=Focus)
    layers: tuple[str, ...] = ()
    """Names or patterns of layers; empty: all of them."""
    dpi: float | None = None
    """Pixels for an inch of 72 points; None: as many as show everything."""
    theme: str = "light"
    seconds: float = 1.0
    """For which each frame of the GIF stands."""


def untold(name: str, done: int, of: int) -> None:
    """Nobody wants to hear it."""
    del name, done, of


def export(engine: LocalEngine, folder: Path, wish: Wish, told: Told = untold) -> list[Path]:
    """Write the newest pass; returns the files, each named by its layer's number and name.

    **Raises**: UserError where a file cannot be written, a layer is unknown, or the source has no answer.
    """
    application = painting_application()
    chosen = chosen_layers(engine.trace.layers, wish.layers)
    written: list[Path] = []
    for path, done in _files(engine, folder, wish, chosen):
        written.append(path)
        told(path.name, done, len(chosen) + 1)
    del application
    return written


def chosen_layers(layers: list[Layer], names: tuple[str, ...]) -> list[int]:
    """The numbers of the layers that go by these names or patterns, in the order they ran.

    **Raises**: UserError for a name that none of them has.
    """
    if not names:
        return list(range(len(layers)))
    found: set[int] = set()
    for name in names:
        these = {i for i, one in enumerate(layers) if one.place.is_called(name) or fnmatchcase(one.place.title, name)}
        if not these:
            titles = [one.place.title for one in layers]
            near = ", ".join(get_close_matches(name, titles, cutoff=0.3) or titles[:5])
            raise UserError(f"There is no layer {name}: near it are {near}.")
        found |= these
    return sorted(found)


def _files(engine: LocalEngine, folder: Path, wish: Wish, chosen: list[int]) -> Iterator[tuple[Path, int]]:
    """Every file once it is written, and of how many layers the pictures are done."""
    frames: list[Figure] = []
    overlaid = False
    if set(wish.formats) & {*FIGURES, "gif"}:
        for done, index in enumerate(chosen):
            now = engine.shown(index, wish.look, wish.focus)
            overlaid |= has_overlay(now)
            for path in _pictures(now, folder, wish, first=done == 0):
                yield path, done
            if "gif" in wish.formats and (frame := _frame(engine, now, wish, done + 1, len(chosen))):
                frames.append(frame)
        for path in _sheets(engine, folder, wish, chosen):
            yield path, len(chosen)
        if not overlaid and engine.refusals and wish.focus.source != "weights":
            raise UserError(engine.refusals[0][1])
    if frames:
        yield write_bytes(folder / "layers.gif", gif(frames, wish.seconds)), len(chosen)
    writers = {"csv": _tables, "npz": _arrays, "html": _page}
    for name in (name for name in wish.formats if name in writers):
        for path in writers[name](engine, folder, wish, chosen):
            yield path, len(chosen)


def _frame(engine: LocalEngine, now: Fields, wish: Wish, number: int, count: int) -> Figure | None:
    """The layer's frame of the film; what is the same for every layer is no step through them."""
    if wish.focus.source in PASS_WIDE:
        now = engine.shown(now.focus.layer, wish.look, replace(wish.focus, source="weights"))
    return frame_figure(now, number, count, figure_theme(wish.theme))


def _pictures(now: Fields, folder: Path, wish: Wish, first: bool) -> Iterator[Path]:
    """The figures of one layer; a map of the whole network is written once."""
    assert now.outcome
    stem = file_stem(now.focus.layer, now.outcome.layers[now.focus.layer].title)
    for figure in layer_figures(now, figure_theme(wish.theme)):
        shared = figure.what == "overlay" and wish.focus.source in PASS_WIDE
        if shared and not first:
            continue
        name = f"00-{wish.focus.source}" if shared else f"{stem}-{figure.what}"
        yield from _files_of(figure, folder, name, wish)


def _sheets(engine: LocalEngine, folder: Path, wish: Wish, chosen: list[int]) -> Iterator[Path]:
    """Every head and every channel of the whole network, each on one sheet; only where all layers are wished."""
    assert engine.outcome
    if wish.layers or not set(wish.formats) & set(FIGURES):
        return
    kinds = [layer.kind for layer in engine.outcome.layers]
    for view, kind in (("wall", "heads"), ("channels", "channel")):
        if kinds.count(kind) < 2:
            continue
        focus = replace(wish.focus, view=view, source="weights")
        figure = view_figure(engine.shown(kinds.index(kind), wish.look, focus), figure_theme(wish.theme))
        if figure is not None:
            yield from _files_of(figure, folder, f"00-{view}", wish)


def _files_of(figure: Figure, folder: Path, name: str, wish: Wish) -> Iterator[Path]:
    """A figure in every format that is wished."""
    for format_name in (one for one in FIGURES if one in wish.formats):
        yield write_bytes(folder / f"{name}.{format_name}", figure_file(figure, format_name, wish.dpi))


def _tables(engine: LocalEngine, folder: Path, wish: Wish, chosen: list[int]) -> Iterator[Path]:
    """The layers, the prediction, and each layer's weights as one line each."""
    assert engine.outcome is not None
    layers = engine.trace.layers
    yield write_layer_list(folder / "layers.csv", engine.outcome, layers)
    yield write_prediction(folder / "prediction.csv", engine.outcome)
    for index in chosen:
        yield write_weights(folder / f"{file_stem(index, engine.outcome.layers[index].title)}.csv", layers[index])
    yield write_table(folder / "settings.csv", ("setting", "value"), _settings(engine, wish).items())


def _arrays(engine: LocalEngine, folder: Path, wish: Wish, chosen: list[int]) -> Iterator[Path]:
    """Everything in one file: the image, and each layer's weights under its name."""
    assert engine.picture is not None
    assert engine.outcome is not None
    arrays = {"image": engine.picture.pixels}
    for index in chosen:
        arrays[engine.outcome.layers[index].title] = engine.trace.layers[index].weights.numpy()
    if SETTINGS in arrays:
        arrays[f"{SETTINGS} (layer)"] = arrays.pop(SETTINGS)
    yield write_arrays(folder / "weights.npz", arrays, _settings(engine, wish))


def _page(engine: LocalEngine, folder: Path, wish: Wish, chosen: list[int]) -> Iterator[Path]:
    assert engine.picture is not None
    assert engine.outcome is not None
    told = _settings(engine, wish)
    yield write_bytes(folder / "attention.html", page(engine, chosen, wish.look, wish.focus, told))


def _settings(engine: LocalEngine, wish: Wish) -> dict[str, object]:
    """What holds for all the files: not which layer is looked at."""
    now = replace(engine.fields(), look=wish.look, focus=wish.focus)
    told = {name: value for name, value in settings(now).items() if name not in ("layer", "kind", "note")}
    return json.loads(json.dumps(told))
