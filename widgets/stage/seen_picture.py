"""What the network did not see of the picture, and what was filled in around it to make it fit."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from ..look.texts import tr
from ..look.theme import Theme, blend, caption_font

_VEIL = 0.72


def paint_filling(painter: QPainter, frame: QRectF, seen: QRectF, theme: Theme) -> None:
    """What the network saw outside of the picture, which lies in the frame, is hatched."""
    outside = _between(seen, frame)
    painter.fillPath(outside, theme.panel)
    painter.fillPath(outside, QBrush(blend(theme.line, theme.muted, 0.4), Qt.BrushStyle.BDiagPattern))


def paint_unseen(painter: QPainter, rect: QRectF, frame: QRectF, seen: QRectF, theme: Theme) -> None:
    """What the network did not see of the picture is dimmed and, where there is room for it, says so."""
    if seen.contains(frame):
        return
    veil = QColor(theme.window)
    veil.setAlphaF(_VEIL)
    painter.fillPath(_between(frame, seen), veil)
    kept = seen.intersected(frame)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(theme.window, 1), QPen(theme.text, 1, Qt.PenStyle.DashLine)):
        painter.setPen(pen)
        painter.drawRect(kept.toRect())
    painter.save()
    painter.setFont(caption_font(painter.font()))
    for strip in _strips(frame, kept):
        _paint_label(painter, strip.intersected(rect), theme)
    painter.restore()


def _strips(frame: QRectF, kept: QRectF) -> tuple[QRectF, ...]:
    """What lies left and right, above and below of what was kept."""
    beside = frame.adjusted(0, kept.top() - frame.top(), 0, kept.bottom() - frame.bottom())
    return (
        QRectF(beside.topLeft(), kept.bottomLeft()),
        QRectF(kept.topRight(), beside.bottomRight()),
        QRectF(frame.topLeft(), kept.topRight()),
        QRectF(kept.bottomLeft(), frame.bottomRight()),
    )


def _paint_label(painter: QPainter, strip: QRectF, theme: Theme) -> None:
    """Level, or upright where the strip is narrow; nothing where it is too small for either."""
    text = tr("not seen")
    metrics = painter.fontMetrics()
    long, high = metrics.horizontalAdvance(text) + 16, metrics.height() + 6
    upright = strip.width() < long
    if min(strip.width(), strip.height()) < high or (strip.height() < long if upright else strip.width() < long):
        return
    painter.save()
    painter.translate(strip.center())
    if upright:
        painter.rotate(-90)
    painter.setPen(theme.text)
    painter.drawText(QRectF(-long / 2, -high / 2, long, high), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _between(outer: QRectF, inner: QRectF) -> QPainterPath:
    path, hole = QPainterPath(), QPainterPath()
    path.addRect(outer)
    hole.addRect(inner)
    return path.subtracted(hole)
