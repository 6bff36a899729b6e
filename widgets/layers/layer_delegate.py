"""How a row of the layer list is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...models.records import LayerInfo
from ..look.kind_icon import paint_kind_icon, paint_missed_icon
from ..look.layer_text import badge, shape_line, short_title, shortened
from ..look.theme import DARK, LIGHT, Theme, blend, caption_font
from .heading_picture import heading_height, paint_stage_heading
from .layer_model import LAYER, PREVIEW
from .layer_row_model import HOLDS_CURRENT, ROW
from .layer_rows import Heading, LayerRow, MissedRow
from .preview import Preview, paint_preview, picture_rects

Index = QModelIndex | QPersistentModelIndex

PICTURE = 84.0
"""Logical pixels across for the small picture, where the list is wide enough."""

SIGN = "⚠"
_WORDS = 20
"""Letters for which there must be room before a text is cut: of fewer nothing would be understood."""


class LayerDelegate(QStyledItemDelegate):
    """Icon, name and shape at the left, small picture at the right; headings and what was missed in their own way."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines of text and some air; a heading has one."""
        if isinstance(index.data(ROW), Heading):
            return QSize(200, heading_height(option.fontMetrics))  # type: ignore[attr-defined]
        return QSize(200, int(option.fontMetrics.height() * 2.1) + 12)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        rect, state = QRectF(option.rect), option.state  # type: ignore[attr-defined]
        window = option.palette.window().color()  # type: ignore[attr-defined]
        theme = DARK if window.lightness() < 128 else LIGHT
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        _paint_ground(painter, rect, state, theme)
        row = index.data(ROW)
        if isinstance(row, Heading):
            paint_stage_heading(painter, rect, row, theme, bool(index.data(HOLDS_CURRENT)))
        elif isinstance(row, MissedRow):
            _paint_missed(painter, rect, row, str(index.data()), theme)
        else:
            _paint_layer(painter, rect, index, theme)
        painter.restore()


def _paint_layer(painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> None:
    layer: LayerInfo = index.data(LAYER)
    row: LayerRow = index.data(ROW)
    paint_kind_icon(painter, QRectF(rect.left() + 10, rect.top(), 18, rect.height()), layer.kind, theme.accent)
    room = rect.adjusted(38, 5, -10, -5)
    room.setRight(_paint_picture(painter, room, index.data(PREVIEW), theme) - 8)
    _paint_text(painter, room, layer, row, theme)


def _paint_missed(painter: QPainter, rect: QRectF, row: MissedRow, name: str, theme: Theme) -> None:
    """What was not recorded, greyed, and why."""
    paint_missed_icon(painter, QRectF(rect.left() + 10, rect.top(), 18, rect.height()), theme.muted)
    room = rect.adjusted(38, 5, -10, -5)
    upper, lower = QRectF(room), QRectF(room)
    upper.setHeight(room.height() / 2)
    lower.setTop(upper.bottom())
    painter.setPen(theme.muted)
    _paint_line(painter, upper, name, Qt.TextElideMode.ElideLeft)
    painter.setFont(caption_font(painter.font()))
    _paint_line(painter, lower, row.reason, Qt.TextElideMode.ElideRight)


def _paint_picture(painter: QPainter, room: QRectF, preview: Preview | None, theme: Theme) -> float:
    """Paints the small picture at the right; returns where it begins."""
    if preview is None:
        return room.right()
    width, height = min(PICTURE, room.width() * 0.27), min(room.height(), 34.0)
    place = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
    paint_preview(painter, place, preview, theme)
    return min((rect.left() for rect in picture_rects(place, preview)), default=place.left())


def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.chosen)
        painter.fillRect(QRectF(rect.topLeft(), QPointF(rect.left() + 3, rect.bottom())), theme.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, blend(theme.window, theme.raised, 0.6))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.accent)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _paint_text(painter: QPainter, room: QRectF, layer: LayerInfo, row: LayerRow, theme: Theme) -> None:
    name, below = QRectF(room), QRectF(room)
    name.setHeight(room.height() / 2)
    below.setTop(name.bottom())
    painter.setPen(theme.text)
    metrics = painter.fontMetrics()
    called = str(layer.call + 1) if row.repeated else ""
    if called:
        name.setRight(name.right() - metrics.horizontalAdvance(called) - 12)
    left, width = Qt.TextElideMode.ElideLeft, int(name.width())
    whole = short_title(layer, row.stage, row.repeated)
    title = shortened(whole, lambda text: metrics.elidedText(text, left, width) == text)
    end = _paint_line(painter, name, title, left)
    painter.setFont(caption_font(painter.font()))
    if called:
        _paint_call(painter, QPointF(end + 6, name.center().y()), called, theme)
    painter.setPen(theme.muted)
    said = badge(layer)
    shape = QRectF(below)
    if said:
        shape.setRight(below.right() - painter.fontMetrics().horizontalAdvance(SIGN) - 18)
    below.setLeft(_paint_line(painter, shape, shape_line(layer), Qt.TextElideMode.ElideRight) + 6)
    if said:
        paint_badge(painter, below, said, theme)


def _paint_line(painter: QPainter, room: QRectF, text: str, mode: Qt.TextElideMode) -> float:
    """Paints a line of text as long as it fits; returns where it ends."""
    shown = painter.fontMetrics().elidedText(text, mode, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.left() + painter.fontMetrics().horizontalAdvance(shown)


def _paint_call(painter: QPainter, at: QPointF, number: str, theme: Theme) -> None:
    """Which run of its module this is, in a small frame."""
    metrics = painter.fontMetrics()
    height = metrics.ascent() + 3.0
    chip = QRectF(at.x(), at.y() - height / 2, max(height, metrics.horizontalAdvance(number) + 7), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.raised)
    painter.setPen(theme.line)
    painter.drawRoundedRect(chip, 3, 3)
    painter.setPen(theme.text)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, number)


def paint_badge(painter: QPainter, room: QRectF, text: str, theme: Theme) -> None:
    """A rounded chip with a word of warning at the left of the room; the sign alone where that would cut the word."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(f"{SIGN} {text}", Qt.TextElideMode.ElideRight, int(room.width()) - 12)
    if shown != f"{SIGN} {text}" and room.width() < _WORDS * metrics.horizontalAdvance("x"):
        shown = SIGN
    chip = QRectF(room.left(), 0, metrics.horizontalAdvance(shown) + 12, metrics.height() + 2)
    chip.moveTop(room.center().y() - chip.height() / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(theme.window, theme.warning, 0.2))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(theme.warning)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
