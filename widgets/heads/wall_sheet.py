"""A sheet of tiles that is scrolled and zoomed by mouse, wheel, pinch and keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from ..look.theme import caption_font
from .wall_layout import WallLayout
from .wall_picture import Wall, wall_layout

MARGIN = 6.0


class WallSheet(QAbstractScrollArea):
    """Where the tiles of a `Wall` are; a subclass paints them. It shows all of them until somebody zooms.

    The wheel scrolls, Ctrl and the wheel or a pinch zoom where the pointer is, a drag moves the sheet.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = Wall()
        self._layout = wall_layout(QRectF(0, 0, 1, 1), self._wall, QFontMetrics(self.font()))
        self._fitted = True
        self._placing = False
        self._pressed: QPointF | None = None
        self._dragged = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)

    def layout_of_tiles(self) -> WallLayout:
        """Where the tiles are now."""
        return self._layout

    def fit(self) -> None:
        """Shows every head of every layer."""
        self._fitted = True
        self._place(self._whole())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms by a factor; the point `at` of the sheet (default: its middle) stays where it is.

        It never gets smaller than the whole sheet is when it fits.
        """
        whole = self._whole()
        layout = self._layout.zoomed(factor, at or self._layout.body.center())
        if layout.tile <= whole.tile:
            self.fit()
        else:
            self._fitted = False
            self._place(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keeps a fitted sheet fitted."""
        super().resizeEvent(event)
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measures anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._rearrange()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Zooms by a pinch on a touch pad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zooms with Ctrl held down, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags the sheet."""
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        far = self._layout.farthest
        if (far.x() or far.y()) and (self._dragged or way.manhattanLength() >= QApplication.startDragDistance()):
            self._dragged, self._pressed = True, event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._place(self._layout.scrolled(self._layout.across - way.x(), self._layout.down - way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ends a drag, or is a click."""
        clicked = self._pressed is not None and not self._dragged and event.button() == Qt.MouseButton.LeftButton
        self._pressed = None
        self.viewport().unsetCursor()
        if clicked:
            self.clicked_at(event.position())

    def clicked_at(self, point: QPointF) -> None:
        """A subclass says what a click does."""

    def _whole(self) -> WallLayout:
        rect = QRectF(self.viewport().rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        return wall_layout(rect, self._wall, QFontMetrics(caption_font(self.font())))

    def _rearrange(self) -> None:
        """After another size or other layers: as it was, or fitted."""
        whole, now = self._whole(), self._layout
        if self._fitted or now.tile <= whole.tile:
            self.fit()
            return
        kept = WallLayout(whole.room, whole.left, whole.top, now.tile, whole.ratio, whole.rows, whole.columns)
        self._place(kept.scrolled(now.across, now.down))

    def _place(self, layout: WallLayout) -> None:
        """Takes a layout over, and the scroll bars with it."""
        self._layout, self._placing = layout, True
        far, body = layout.farthest, layout.body
        for bar, most, page, at in (
            (self.horizontalScrollBar(), far.x(), body.width(), layout.across),
            (self.verticalScrollBar(), far.y(), body.height(), layout.down),
        ):
            bar.setRange(0, round(most))
            bar.setPageStep(max(1, round(page)))
            bar.setSingleStep(max(1, round(layout.pitch[1] / 3)))
            bar.setValue(round(at))
        self._placing = False
        self.viewport().update()

    def _on_scrolled(self) -> None:
        if self._placing:
            return
        self._layout = self._layout.scrolled(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.viewport().update()
