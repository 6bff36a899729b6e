"""What the network says the picture is: the most probable classes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..models.records import Prediction
from .theme import Theme, theme_of

ROWS = 5


def percent(probability: float) -> str:
    """A probability as the user reads it."""
    shown = probability * 100
    return "< 0.1 %" if 0 < shown < 0.05 else f"{shown:.1f} %"


def paint_predictions(painter: QPainter, rect: QRectF, predictions: Sequence[Prediction], theme: Theme) -> None:
    """Paints label, bar and percentage of each class, as many rows as there is room for."""
    metrics = painter.fontMetrics()
    step = metrics.height() * 1.45
    number = metrics.horizontalAdvance("< 0.1 %") + 4
    longest = max((metrics.horizontalAdvance(one.label) for one in predictions), default=0)
    label = min(longest, rect.width() * 0.4) + 10
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, one in enumerate(predictions):
        row = QRectF(rect.left(), rect.top() + place * step, rect.width(), step)
        if place and row.bottom() > rect.bottom() + 1:
            break
        _paint_row(painter, row, one, (label, number), theme)
    painter.restore()


def _paint_row(painter: QPainter, row: QRectF, one: Prediction, widths: tuple[float, float], theme: Theme) -> None:
    label, number = widths
    middle = Qt.AlignmentFlag.AlignVCenter
    text = painter.fontMetrics().elidedText(one.label, Qt.TextElideMode.ElideRight, int(label - 10) + 1)
    painter.setPen(theme.text)
    painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, text)
    painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, percent(one.probability))
    height = min(10.0, row.height() * 0.5)
    track = QRectF(row.left() + label, row.center().y() - height / 2, row.width() - label - number - 8, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(track, 2, 2)
    share = min(max(one.probability, 0.0), 1.0)
    painter.setBrush(theme.good)
    filled = QRectF(track)
    filled.setWidth(max(1.5, track.width() * share))
    painter.drawRoundedRect(filled, 2, 2)


class PredictionBars(QWidget):
    """Label, bar and percentage of the most probable classes, most probable first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions: tuple[Prediction, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Prediction"))
        self.set_predictions(())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for five rows."""
        return QSize(260, int(ROWS * self.fontMetrics().height() * 1.45) + 4)

    def set_predictions(self, predictions: tuple[Prediction, ...]) -> None:
        """Most probable first; none says that there is none."""
        self._predictions = predictions
        said = ", ".join(f"{one.label} {percent(one.probability)}" for one in predictions)
        self.setAccessibleDescription(said or _nothing())
        self.setToolTip("\n".join(f"{one.label}  {percent(one.probability)}" for one in predictions))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows, or that there are none."""
        painter, theme = QPainter(self), theme_of(self)
        if self._predictions:
            paint_predictions(painter, QRectF(self.rect()), self._predictions, theme)
            return
        painter.setPen(theme.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _nothing())


def _nothing() -> str:
    return QCoreApplication.translate("PredictionBars", "No prediction yet")
