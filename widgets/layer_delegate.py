"""How a row of the layer list is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ..models.records import LayerInfo
from .kind_icon import paint_kind_icon
from .layer_model import LAYER, PREVIEW
from .layer_text import badge, shape_line
from .preview import Preview, paint_preview
from .theme import DARK, LIGHT, Theme, blend, caption_font

Index = QModelIndex | QPersistentModelIndex

PICTURE = 84
"""Logical pixels across for the small picture."""


class LayerDelegate(QStyledItemDelegate):
    """Icon, name and shape at the left, small picture at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines of text and some air; every row alike, so that hundreds cost nothing."""
        return QSize(200, int(option.fontMetrics.height() * 2.1) + 12)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        rect, state = QRectF(option.rect), option.state  # type: ignore[attr-defined]
        window = option.palette.window().color()  # type: ignore[attr-defined]
        theme = DARK if window.lightness() < 128 else LIGHT
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        self._paint_ground(painter, rect, state, theme)
        paint_kind_icon(
            painter, QRectF(rect.left() + 10, rect.top(), 18, rect.height()), _layer(index).kind, theme.accent
        )
        room = rect.adjusted(38, 5, -10, -5)
        preview: Preview | None = index.data(PREVIEW)
        if preview is not None:
            height = min(room.height(), 34.0)
            place = QRectF(room.right() - PICTURE, room.center().y() - height / 2, PICTURE, height)
            paint_preview(painter, place, preview, theme)
        self._paint_text(painter, room.adjusted(0, 0, -PICTURE - 10, 0), _layer(index), theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.chosen)
            painter.fillRect(QRectF(rect.topLeft(), QPointF(rect.left() + 3, rect.bottom())), theme.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, blend(theme.window, theme.raised, 0.6))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_text(self, painter: QPainter, room: QRectF, layer: LayerInfo, theme: Theme) -> None:
        name, below = QRectF(room), QRectF(room)
        name.setHeight(room.height() / 2)
        below.setTop(name.bottom())
        painter.setPen(theme.text)
        title = painter.fontMetrics().elidedText(layer.title, Qt.TextElideMode.ElideMiddle, int(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(caption_font(painter.font()))
        painter.setPen(theme.muted)
        shape = shape_line(layer)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shape)
        said = badge(layer)
        if said:
            below.setLeft(below.left() + painter.fontMetrics().horizontalAdvance(shape) + 6)
            paint_badge(painter, below, said, theme)


def paint_badge(painter: QPainter, room: QRectF, text: str, theme: Theme) -> None:
    """A rounded chip with a word of warning at the left of the room, as wide as the room lets it be."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText("⚠ " + text, Qt.TextElideMode.ElideRight, int(room.width()) - 12)
    if room.width() < 40:
        shown = "⚠"
    chip = QRectF(room.left(), 0, metrics.horizontalAdvance(shown) + 12, metrics.height() + 2)
    chip.moveTop(room.center().y() - chip.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(theme.window, theme.warning, 0.2))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(theme.warning)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)


def _layer(index: Index) -> LayerInfo:
    return index.data(LAYER)
