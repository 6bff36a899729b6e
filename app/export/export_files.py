"""The files that a figure can become, and how they are named."""

import re
from collections.abc import Callable

from .export_raster import png
from .export_vectors import pdf, svg
from .figure import Figure

FIGURES: dict[str, Callable[[Figure], bytes]] = {"png": png, "svg": svg, "pdf": pdf}
"""Format -> what makes a file of a figure."""


def figure_file(figure: Figure, name: str, dpi: float | None = None) -> bytes:
    """The bytes of a file in this format; the scale concerns pixels alone."""
    return png(figure, dpi) if name == "png" else FIGURES[name](figure)


def file_stem(index: int, title: str) -> str:
    """The layer's number and name, in letters that every system allows."""
    return f"{index + 1:02d}-{safe_name(title)}"


def safe_name(text: str) -> str:
    """A text as part of a file's name."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-") or "picture"
