"""A strip of large pictures to step through the layers."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from ..models.records import LayerInfo
from .kind_icon import paint_kind_icon
from .layer_text import description
from .preview import Preview, paint_preview
from .theme import Theme, caption_font, theme_of

GAP = 8
EDGE = 4

Keys = Qt.Key


class LayerStrip(QAbstractScrollArea):
    """The layers from left to right, numbered; the wheel steps, a click selects.

    Keys: , and . select the neighbour, Home and End the ends; arrows are left to the window.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: tuple[LayerInfo, ...] = ()
        self._previews: dict[int, Preview] = {}
        self._colour_map = "inferno"
        self._current: int | None = None
        self._turned = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Steps through the layers"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """High enough for pictures that can be read."""
        return QSize(480, 84 + 2 * EDGE + self.fontMetrics().height() + 12)

    def set_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Other layers; their pictures and the current one are forgotten."""
        self._layers, self._previews, self._current = layers, {}, None
        self._settle()

    def set_preview(self, index: int, values: npt.NDArray[np.floating], low: float, high: float) -> None:
        """The picture of a layer. **Shapes**: values (C,), (rows, columns) or (h, rows, columns)."""
        self._previews[index] = Preview(np.asarray(values), low, high, self._colour_map)
        self.viewport().update()

    def set_colour_map(self, name: str) -> None:
        """One of `COLOUR_MAPS`."""
        self._colour_map = name
        for index, old in self._previews.items():
            self._previews[index] = Preview(old.values, old.low, old.high, name)
        self.viewport().update()

    def set_current(self, index: int | None) -> None:
        """The outlined layer, scrolled into sight."""
        self._current = index
        if index is not None and index < len(self._layers):
            self.setAccessibleDescription(description(self._layers[index]))
            self._scroll_to(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Pictures are as high as the strip lets them be."""
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the tiles that can be seen and the ring of the focus."""
        painter, theme = QPainter(self.viewport()), theme_of(self)
        painter.setFont(caption_font(self.font()))
        seen = QRectF(self.viewport().rect())
        for index in range(len(self._layers)):
            tile = self.tile(index)
            if tile.intersects(seen):
                self._paint_tile(painter, tile, index, theme)
        if self.hasFocus():
            painter.setPen(theme.accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def tile(self, index: int) -> QRectF:
        """Where a layer's picture stands on the viewport; its number is below."""
        side = self._side()
        left = EDGE + index * (side + GAP) - self.horizontalScrollBar().value()
        return QRectF(left, EDGE, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Selects the layer under the pointer."""
        index = self._at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._select(index)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """One layer for every notch."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        steps = int(self._turned / 120)
        self._turned -= 120 * steps
        if steps:
            self._step(-steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Steps."""
        steps = {
            Keys.Key_Comma: -1,
            Keys.Key_Period: 1,
            Keys.Key_Home: -len(self._layers),
            Keys.Key_End: len(self._layers),
        }
        if event.key() in steps:
            self._step(steps[Keys(event.key())])
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Says what the layer under the pointer is."""
        if isinstance(event, QHelpEvent):
            index = self._at(QPointF(event.pos()))
            text = "" if index is None else description(self._layers[index])
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _step(self, by: int) -> None:
        if self._layers:
            start = -1 if self._current is None and by > 0 else self._current or 0
            self._select(min(max(start + by, 0), len(self._layers) - 1))

    def _select(self, index: int) -> None:
        if index != self._current:
            self.set_current(index)
            self.layer_selected.emit(index)

    def _settle(self) -> None:
        """Fits the scroll bar to the tiles."""
        width = 2 * EDGE + len(self._layers) * (self._side() + GAP) - GAP
        bar, shown = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(0, round(width - shown)))
        bar.setPageStep(shown)
        bar.setSingleStep(round(self._side() + GAP))
        if self._current is not None:
            self._scroll_to(self._current)
        self.viewport().update()

    def _scroll_to(self, index: int) -> None:
        tile, bar = self.tile(index), self.horizontalScrollBar()
        margin = tile.width() / 2
        beyond = tile.right() + margin - self.viewport().width()
        if tile.left() - margin < 0:
            bar.setValue(int(bar.value() + tile.left() - margin))
        elif beyond > 0:
            bar.setValue(round(bar.value() + beyond))

    def _side(self) -> float:
        return max(16.0, self.viewport().height() - 2 * EDGE - self.fontMetrics().height() - 4)

    def _at(self, point: QPointF) -> int | None:
        index = int((point.x() + self.horizontalScrollBar().value() - EDGE) // (self._side() + GAP))
        return index if 0 <= index < len(self._layers) else None

    def _paint_tile(self, painter: QPainter, tile: QRectF, index: int, theme: Theme) -> None:
        current = index == self._current
        preview = self._previews.get(index)
        if preview is None:
            painter.fillRect(tile, theme.raised)
            paint_kind_icon(painter, tile.adjusted(24, 24, -24, -24), self._layers[index].kind, theme.muted)
        else:
            paint_preview(painter, tile, preview, theme)
        painter.setPen(theme.text if current else theme.muted)
        below = QRectF(tile.left(), tile.bottom() + 3, tile.width(), self.fontMetrics().height())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        if current:
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(tile.adjusted(-2, -2, 2, 2))
