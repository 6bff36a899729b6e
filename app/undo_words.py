"""What a change of the view is called in the menu."""

from PySide6.QtCore import QCoreApplication


def word(fields: tuple[str, ...]) -> str:
    """The name of a change of these fields: that of the first one that has one."""
    words = _words()
    return next((words[name] for name in fields if name in words), "")


def _words() -> dict[str, str]:
    return {
        "opacity": _tr("opacity"),
        "colour_map": _tr("colour map"),
        "gamma": _tr("gamma"),
        "smooth": _tr("smooth"),
        "scale": _tr("scale"),
        "held": _tr("scale"),
        "clip": _tr("clip"),
        "keep": _tr("threshold"),
        "contours": _tr("contour lines"),
        "cell_grid": _tr("borders of the cells"),
        "live": _tr("following the pointer"),
        "split": _tr("split"),
        "bars": _tr("bars"),
        "combine": _tr("combination of heads"),
        "direction": _tr("direction"),
        "pins": _tr("pinned places"),
        "channel": _tr("channel"),
        "channels": _tr("channels"),
        "view": _tr("view"),
        "source": _tr("source"),
        "second": _tr("second pane"),
        "target": _tr("class"),
        "discard": _tr("discard ratio"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("undo", text)
