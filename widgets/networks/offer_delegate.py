"""How a row of the pick list is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...models.offers import Offer
from ..look.kind_icon import paint_kind_icon
from ..look.theme import DARK, LIGHT, Theme, blend, caption_font
from .offer_model import OFFER, PLACE, STATE
from .offer_text import kind_texts, size_line

Index = QModelIndex | QPersistentModelIndex

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

WIDEST = "9999.9 M · 9999 × 9999"
"""What the column at the right has room for."""


ROOMY = 9
"""Times the width of a kind's name from which on there is room for the names."""


class OfferDelegate(QStyledItemDelegate):
    """Name over source and weights; the kinds of attention; whether the weights are here, over the sizes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines and some air; every row alike, so that thousands cost nothing."""
        return QSize(240, int(option.fontMetrics.height() * 2.0) + 8)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        rect, state = QRectF(option.rect), option.state  # type: ignore[attr-defined]
        font: QFont = option.font  # type: ignore[attr-defined]
        window = option.palette.window().color()  # type: ignore[attr-defined]
        theme = DARK if window.lightness() < 128 else LIGHT
        offer: Offer = index.data(OFFER)
        painter.save()
        painter.setFont(caption_font(font))
        room = rect.adjusted(12, 3, -12, -3)
        _paint_ground(painter, rect, state, theme)
        room.setRight(_paint_state(painter, room, offer, index.data(STATE), theme) - 14)
        room.setRight(_paint_kinds(painter, room, offer, theme) - 14)
        _paint_line(painter, _lower(room), index.data(PLACE), theme)
        painter.setFont(font)
        painter.setPen(theme.text)
        _paint_elided(painter, _upper(room), index.data(), Qt.TextElideMode.ElideMiddle)
        painter.restore()


def _upper(room: QRectF) -> QRectF:
    return QRectF(room.left(), room.top(), room.width(), room.height() / 2)


def _lower(room: QRectF) -> QRectF:
    return _upper(room).translated(0, room.height() / 2)


def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, theme: Theme) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.chosen)
        painter.fillRect(QRectF(rect.topLeft(), QPointF(rect.left() + 3, rect.bottom())), theme.accent)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, blend(theme.panel, theme.raised, 0.5))
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.accent)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _paint_state(painter: QPainter, room: QRectF, offer: Offer, state: str, theme: Theme) -> float:
    """Paints whether the weights are here, and the sizes; returns where they begin."""
    column = QRectF(room)
    column.setLeft(room.right() - painter.fontMetrics().horizontalAdvance(WIDEST))
    here = offer.state == "here" and bool(state)
    painter.setPen(theme.good if here else theme.text if offer.state == "download" else theme.muted)
    painter.drawText(_upper(column), RIGHT, f"● {state}" if here else state)
    painter.setPen(theme.muted)
    painter.drawText(_lower(column), RIGHT, size_line(offer))
    return column.left()


def _paint_kinds(painter: QPainter, room: QRectF, offer: Offer, theme: Theme) -> float:
    """Paints the kinds of attention with how many layers; returns where they begin.

    They stand in two columns, with their names where there is room for them; one alone in the middle.
    """
    name = painter.fontMetrics().horizontalAdvance("999 channel")
    named = room.width() > ROOMY * name
    cell = 22 + (name if named else 0.8 * name)
    column = QRectF(room.right() - 2 * cell, room.top(), 2 * cell, room.height())
    if not offer.kinds and offer.source != "yours":
        painter.setPen(theme.muted)
        painter.drawText(column, LEFT, kind_texts(offer)[0])
    cells = [column] if len(offer.kinds or ()) == 1 else _quarters(column)
    for at, (kind, count), words in zip(cells, offer.kinds or (), kind_texts(offer), strict=False):
        paint_kind_icon(painter, QRectF(at.left(), at.top(), 12, at.height()), kind, theme.accent)
        painter.setPen(theme.text)
        painter.drawText(at.adjusted(18, 0, 0, 0), LEFT, words if named else str(count))
    return column.left()


def _quarters(column: QRectF) -> list[QRectF]:
    """Two down at the left, then two at the right."""
    left = QRectF(column)
    left.setWidth(column.width() / 2)
    right = left.translated(left.width(), 0)
    return [_upper(left), _lower(left), _upper(right), _lower(right)]


def _paint_line(painter: QPainter, room: QRectF, text: str, theme: Theme) -> None:
    painter.setPen(theme.muted)
    _paint_elided(painter, room, text, Qt.TextElideMode.ElideRight)


def _paint_elided(painter: QPainter, room: QRectF, text: str, mode: Qt.TextElideMode) -> None:
    painter.drawText(room, LEFT, painter.fontMetrics().elidedText(text, mode, int(room.width())))
