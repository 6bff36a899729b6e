"""What a user does to a widget, and what he sees of it."""

from typing import TypeVar

import numpy as np
from attnscope.models.records import LayerInfo
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

Shown = TypeVar("Shown", bound=QWidget)

LAYERS = (
    LayerInfo("stages.0.gate", 0, "channel", (1, 96), "sigmoid"),
    LayerInfo("stages.1.spatial", 0, "spatial", (1, 12, 12), "sigmoid", guessed=True),
    LayerInfo("stages.2.gate", 0, "channel", (1, 2, 64), "sigmoid"),
    LayerInfo("encoder.0.attention", 0, "heads", (1, 4, 145, 145), "softmax", heads=4),
    LayerInfo("encoder.0.attention", 1, "heads", (1, 9, 3, 49, 49), "softmax", heads=3, note="not normalised"),
    LayerInfo("mix", 0, "other", (1, 8, 12, 1), "tanh"),
)


def pixels(widget: QWidget) -> np.ndarray:
    """What is painted: (H, W, 3), red, green, blue."""
    return of_image(widget.grab().toImage())


def of_image(image: QImage) -> np.ndarray:
    """(H, W, 3) of an image."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def shown(qtbot, widget: Shown, width: int, height: int) -> Shown:
    """The widget on the screen, in this size."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def turn(widget: QWidget, notches: float, held=Qt.KeyboardModifier.NoModifier, at: QPointF | None = None) -> None:
    """Turns the wheel over a widget; away from the user is positive."""
    at = at or QPointF(widget.rect().center())
    turned = QPoint(0, round(120 * notches))
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(at, at, QPoint(), turned, none, held, Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)


def point_at(widget: QWidget, at: QPointF, button=Qt.MouseButton.NoButton) -> None:
    """Moves the mouse to a place on a widget, maybe with a button held down."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def close(colour: np.ndarray, wanted, by: int = 12) -> bool:
    """Whether a painted colour is the wanted one, but for rounding."""
    return bool(np.abs(colour.astype(int) - np.asarray(wanted, dtype=int)).max() <= by)
