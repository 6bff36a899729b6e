"""A view that is moved and zoomed by mouse, wheel, pinch and keys, and says which point was pointed at."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from .viewport import Box, LinkedView, Viewport

MARGIN = 12
"""Logical pixels left free around a fitted picture."""

MOST = 64.0
"""Largest zoom, in screen pixels for a picture's pixel; a tiny picture may be zoomed further."""


class PanZoomView(QWidget):
    """What lies on a plane of picture pixels can be dragged, zoomed and clicked; a subclass paints it.

    Ctrl and the wheel, or a pinch, zoom where the pointer is; the wheel alone asks for a step; a double click fits.
    """

    point_clicked = Signal(float, float)
    """x, y in picture pixels, on the picture or on what the network saw around it."""
    point_hovered = Signal(object)
    """(x, y) in picture pixels, or None where the pointer has left them."""
    zoom_changed = Signal(float)
    """Screen pixels for a picture's pixel."""
    view_changed = Signal()
    """The picture was moved or zoomed by the user, or fitted into a place of another size; see `linked_view`."""
    step_requested = Signal(int)
    """How many steps forward; negative ones go back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._size = (0, 0)
        self._reach: Box = (0.0, 0.0, 0.0, 0.0)
        self._view = Viewport(1.0, 0.0, 0.0)
        self._fitted = True
        self._pressed: QPointF | None = None
        self._dragged = False
        self._turned = 0

    def view(self) -> Viewport:
        """Where the picture lies on the widget."""
        return self._view

    def zoom(self) -> float:
        """Screen pixels for a picture's pixel."""
        return self._view.scale

    def linked_view(self) -> LinkedView:
        """What is looked at, for a view of another picture to follow."""
        return self._view.linked(*self._size, QRectF(self.rect()), MARGIN) if all(self._size) else LinkedView()

    def set_linked_view(self, linked: LinkedView) -> None:
        """Looks at the same part of this picture."""
        if not all(self._size):
            return
        self._fitted = linked.fitted
        rect = QRectF(self.rect())
        followed = Viewport.following(linked, *self._size, rect, MARGIN)
        self._view = Viewport.fitted(*self._size, rect, MARGIN) if self._fitted else followed.held(*self._size, rect)
        self._repaint()

    def set_content(self, width: int, height: int) -> None:
        """The size of what is shown, in picture pixels; another size is fitted anew, the same stays where it is."""
        if (width, height) == self._size:
            return
        self._size = (width, height)
        self._reach = (0.0, 0.0, float(width), float(height))
        self._fitted = True
        self._view = Viewport.fitted(width, height, QRectF(self.rect()), MARGIN)
        self._repaint()

    def fit(self) -> None:
        """Shows all of it, as large as it fits."""
        self._fitted = True
        self._go(Viewport.fitted(*self._size, QRectF(self.rect()), MARGIN))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms by a factor; the point `at` of the widget (default: its middle) stays where it is."""
        if not all(self._size):
            return
        fitted = Viewport.fitted(*self._size, QRectF(self.rect()), MARGIN).scale
        wanted = min(max(self._view.scale * factor, min(fitted, 1.0) / 2), max(MOST, 8 * fitted))
        self._fitted = False
        self._go(self._view.zoomed(wanted / self._view.scale, at or QRectF(self.rect()).center()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keeps a fitted picture fitted."""
        if self._fitted:
            self.fit()
        else:
            self._go(self._view)

    def event(self, event: QEvent) -> bool:
        """Zooms by a pinch on a touch pad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zooms with Ctrl held down, else asks for a step at every notch."""
        turned = event.angleDelta().y()
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.0015**turned, event.position())
            return
        self._turned += turned
        steps = int(self._turned / 120)
        self._turned -= 120 * steps
        if steps:
            self.step_requested.emit(-steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begins a click or a drag."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drags, or tells what is under the pointer."""
        if self._pressed is None:
            self.point_hovered.emit(_within(self._view.to_picture(event.position()), self._reach))
            return
        way = event.position() - self._pressed
        if self._dragged or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragged, self._fitted = True, False
            self._pressed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._go(self._view.moved(way.x(), way.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ends a drag, or is a click."""
        clicked = self._pressed is not None and not self._dragged and event.button() == Qt.MouseButton.LeftButton
        self._pressed = None
        self.unsetCursor()
        point = _within(self._view.to_picture(event.position()), self._reach)
        if clicked and point is not None:
            self.point_clicked.emit(*point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fits."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self.point_hovered.emit(None)

    def _repaint(self) -> None:
        """What is shown has changed, or where it lies."""
        self.update()

    def _go(self, view: Viewport) -> None:
        before = self._view
        self._view = view.held(*self._size, QRectF(self.rect()))
        self._repaint()
        if not all(self._size) or self._view == before:
            return
        if self._view.scale != before.scale:
            self.zoom_changed.emit(self._view.scale)
        self.view_changed.emit()


def _within(point: tuple[float, float], reach: Box) -> tuple[float, float] | None:
    inside = reach[0] <= point[0] < reach[0] + reach[2] and reach[1] <= point[1] < reach[1] + reach[3]
    return point if inside else None
