"""What the gallery shows: a widget with made-up data, and the room that it has."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

Exhibit = tuple[Callable[[], QWidget], int, int]
"""What makes a widget, and the room for it."""
