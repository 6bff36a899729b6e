"""What a change of the view is called in the menu."""

from ...widgets.look.texts import tr


def word(fields: tuple[str, ...]) -> str:
    """The name of a change of these fields: that of the first one that has one."""
    words = _words()
    return next((words[name] for name in fields if name in words), "")


def _words() -> dict[str, str]:
    return {
        "opacity": tr("opacity"),
        "colour_map": tr("colour map"),
        "gamma": tr("gamma"),
        "smooth": tr("smooth"),
        "scale": tr("scale"),
        "held": tr("scale"),
        "clip": tr("clip"),
        "keep": tr("threshold"),
        "contours": tr("contour lines"),
        "cell_grid": tr("borders of the cells"),
        "live": tr("following the pointer"),
        "split": tr("split"),
        "bars": tr("bars"),
        "combine": tr("combination of heads"),
        "direction": tr("direction"),
        "pins": tr("pinned places"),
        "channel": tr("channel"),
        "channels": tr("channels"),
        "view": tr("view"),
        "source": tr("source"),
        "second": tr("second pane"),
        "target": tr("class"),
        "discard": tr("discard ratio"),
    }
