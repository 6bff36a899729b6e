"""A drawn sign for each kind of attention, so that kinds are told apart by shape and not by colour alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from ...models.records import Kind
from .theme import Theme

KINDS: tuple[Kind, ...] = ("channel", "spatial", "heads", "other")


def paint_kind_icon(painter: QPainter, rect: QRectF, kind: Kind, colour: QColor) -> None:
    """channel: bars. spatial: a grid with one full cell. heads: a matrix with its diagonal. other: a ring of dots."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    side = min(rect.width(), rect.height()) / 16
    painter.scale(side, side)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[kind](painter, colour)
    painter.restore()


def paint_missed_icon(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """What was seen and not recorded: a broken ring with nothing in it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    side = min(rect.width(), rect.height()) / 16
    painter.scale(side, side)
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), 6, 6)
    painter.restore()


def kind_icon(kind: Kind, theme: Theme, ratio: float = 1.0) -> QIcon:
    """The sign as an icon for a chip, for a screen of so many device pixels a pixel."""
    icon = QIcon(_pixmap(kind, theme.accent, ratio))
    # A chip that is pressed and has the focus stands on the accent itself.
    icon.addPixmap(_pixmap(kind, theme.on_accent, ratio), QIcon.Mode.Active, QIcon.State.On)
    return icon


def _pixmap(kind: Kind, colour: QColor, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(16, 16) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_kind_icon(painter, QRectF(0, 0, 16, 16), kind, colour)
    painter.end()
    return pixmap


def _paint_channel(painter: QPainter, colour: QColor) -> None:
    for left, height in ((-6.5, 7.0), (-1.5, 12.0), (3.5, 4.5)):
        painter.fillRect(QRectF(left, 6 - height, 3, height), colour)


def _paint_spatial(painter: QPainter, colour: QColor) -> None:
    painter.drawRect(QRectF(-6, -6, 12, 12))
    painter.fillRect(QRectF(-2, -2, 4, 4), colour)
    for at in (-2.0, 2.0):
        painter.drawLine(QPointF(at, -6), QPointF(at, 6))
        painter.drawLine(QPointF(-6, at), QPointF(6, at))


def _paint_heads(painter: QPainter, colour: QColor) -> None:
    for left, top in ((-6.5, -6.5), (1.5, -6.5), (-6.5, 1.5), (1.5, 1.5)):
        painter.drawRect(QRectF(left, top, 5, 5))
    painter.fillRect(QRectF(-6.5, -6.5, 5, 5), colour)
    painter.fillRect(QRectF(1.5, 1.5, 5, 5), colour)


def _paint_other(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QPointF(0, 0), 6, 6)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(0, 0), 1.6, 1.6)


_PAINTERS = {"channel": _paint_channel, "spatial": _paint_spatial, "heads": _paint_heads, "other": _paint_other}
