"""Writes what the window holds into files: the view, or every picture of the layer that is looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from ...models.errors import UserError
from ...widgets.look.texts import tr
from ...widgets.look.theme import Theme
from ..state.captions import settings
from ..state.shown_map import overlay_of
from ..state.state import Fields
from .export_arrays import write_arrays
from .export_files import FIGURES, figure_file, file_stem, safe_name
from .export_tables import write_array, write_overlay, write_table
from .figure import PAPER, Figure
from .figures import layer_figures, view_figure
from .safe_writing import write_bytes

VIEW_FORMATS = (*FIGURES, "csv", "npz")
"""Formats that a view can be written in."""
_STAGE = ("map", "feature", "source", "second", "beside:map", "beside:feature", "beside:source")
_AXES = 3
"""Axes of an answer, at most."""
_LAYER = ("map", "feature", "heads", "matrix", "bars", "tables", "similarity", "features", "energy")


def view_name(now: Fields) -> str:
    """What a file of the view is called, without its ending."""
    picture = safe_name(Path(now.picture.name).stem) if now.picture else "picture"
    if now.outcome is None or not now.outcome.layers:
        return picture
    if now.focus.view != "picture":
        return f"{picture}-{now.focus.view}"
    return f"{picture}-{file_stem(now.focus.layer, now.outcome.layers[now.focus.layer].title)}"


def write_view(now: Fields, path: Path, dpi: float | None = None, theme: Theme = PAPER) -> Path:
    """The view as one file; its ending says in which format.

    **Raises**: UserError for an ending that is no format, where there is nothing to write, or it cannot be written.
    """
    name = path.suffix[1:].lower()
    if name not in VIEW_FORMATS:
        raise UserError(
            tr("{0} has no ending that a view can be written in: choose one of {1}.").format(
                path.name, ", ".join(VIEW_FORMATS)
            )
        )
    if name == "npz":
        return write_arrays(path, _with_picture(now, _arrays(now, _slots_of_view(now))), settings(now))
    if name == "csv":
        return _write_view_table(now, path)
    figure = view_figure(now, theme)
    if figure is None:
        raise UserError(tr("There is nothing to save in this view: choose another one."))
    return write_bytes(path, figure_file(figure, name, dpi))


def write_layer(
    now: Fields, folder: Path, formats: tuple[str, ...], dpi: float | None = None, theme: Theme = PAPER
) -> Iterator[Path]:
    """Every picture of the layer in focus, and its arrays, as far as they have been asked for.

    **Raises**: UserError where a file cannot be written.
    """
    name = view_name(now)
    figures: list[Figure] = layer_figures(now, theme)
    for figure in figures:
        for format_name in (one for one in FIGURES if one in formats):
            yield write_bytes(folder / f"{name}-{figure.what}.{format_name}", figure_file(figure, format_name, dpi))
    arrays = _arrays(now, _LAYER)
    if "csv" in formats:
        for slot, values in arrays.items():
            yield write_array(folder / f"{name}-{safe_name(slot)}.csv", values)
    if "npz" in formats:
        yield write_arrays(folder / f"{name}.npz", _with_picture(now, arrays), settings(now))


def _write_view_table(now: Fields, path: Path) -> Path:
    shown = overlay_of(now) if now.focus.view == "picture" else None
    if shown is not None:
        return write_overlay(path, shown)
    arrays = _arrays(now, _slots_of_view(now))
    if not arrays:
        raise UserError(tr("There are no weights in this view: choose a picture format."))
    rows = (
        (slot, *index, *("",) * (_AXES - values.ndim), value)
        for slot, values in arrays.items()
        for index, value in np.ndenumerate(values)
    )
    return write_table(path, ("answer", *(f"axis_{axis}" for axis in range(_AXES)), "weight"), rows)


def _arrays(now: Fields, wanted: Callable[[str], bool] | tuple[str, ...]) -> dict[str, np.ndarray]:
    """Slot, or slot and name of the array -> the array, of every answer that is there."""
    is_wanted = wanted if callable(wanted) else wanted.__contains__
    found = {slot: answer for slot, answer in now.answers.items() if is_wanted(slot)}
    return {
        slot if name == "values" else f"{slot}.{name}": values
        for slot, answer in found.items()
        for name, values in answer.message.arrays.items()
    }


def _slots_of_view(now: Fields) -> Callable[[str], bool] | tuple[str, ...]:
    if now.focus.view == "wall":
        return lambda slot: slot.startswith("wall:")
    if now.focus.view == "channels":
        return lambda slot: slot.startswith("bars:")
    return _STAGE


def _with_picture(now: Fields, arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return ({"image": now.picture.pixels} if now.picture else {}) | arrays
