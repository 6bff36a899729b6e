"""How a layer is painted in the strip."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...models.records import LayerInfo
from ..look.kind_icon import paint_kind_icon
from ..look.theme import DARK, LIGHT, Theme, caption_font
from .layer_model import LAYER, PREVIEW
from .preview import Preview, paint_preview

Index = QModelIndex | QPersistentModelIndex

EDGE = 4
"""Logical pixels around a picture, for its outline and between it and the next."""


def number_height(font: QFont) -> int:
    """What the number below a picture needs."""
    return QFontMetrics(caption_font(font)).height() + 2


def picture_rect(rect: QRectF, font: QFont) -> QRectF:
    """Where the picture stands in a layer's place; its number is below."""
    return rect.adjusted(EDGE, EDGE, -EDGE, -EDGE - number_height(font))


class StripDelegate(QStyledItemDelegate):
    """A square picture with the layer's number below; the current one is outlined."""

    def __init__(self) -> None:
        super().__init__()
        self._size = QSize(92, 110)

    def set_height(self, height: int, font: QFont) -> QSize:
        """How high a layer's place is; its picture is square. Returns the place's size."""
        side = max(16, height - 2 * EDGE - number_height(font))
        self._size = QSize(side + 2 * EDGE, height)
        return self._size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """All alike."""
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one layer."""
        font: QFont = option.font  # type: ignore[attr-defined]
        picture = picture_rect(QRectF(option.rect), font)  # type: ignore[attr-defined]
        theme = DARK if option.palette.window().color().lightness() < 128 else LIGHT  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setFont(caption_font(font))
        _paint_picture(painter, picture, index, theme)
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.text if current else theme.muted)
        below = QRectF(picture.left(), picture.bottom() + 2, picture.width(), number_height(font))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if current:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(picture.adjusted(-2, -2, 2, 2))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(theme.muted)
            painter.drawRect(picture.adjusted(-2, -2, 1, 1))
        painter.restore()


def _paint_picture(painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> None:
    """The picture, or the sign of the layer's kind while there is none."""
    preview: Preview | None = index.data(PREVIEW)
    if preview is not None:
        paint_preview(painter, rect, preview, theme, centred=True)
        return
    layer: LayerInfo = index.data(LAYER)
    painter.fillRect(rect, theme.raised)
    inset = rect.width() * 0.32
    paint_kind_icon(painter, rect.adjusted(inset, inset, -inset, -inset), layer.kind, theme.muted)
