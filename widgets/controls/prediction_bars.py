"""What the network says the picture is: the most probable classes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...models.records import Prediction
from ..look.texts import tr
from ..look.theme import Theme, theme_of

ROWS = 5


def percent(probability: float) -> str:
    """A probability as the user reads it."""
    shown = probability * 100
    return "< 0.1 %" if 0 < shown < 0.05 else f"{shown:.1f} %"


def paint_predictions(
    painter: QPainter, rect: QRectF, predictions: Sequence[Prediction], theme: Theme, chosen: int | None = None
) -> None:
    """Paints label, bar and percentage of each class, as many rows as there is room for; the chosen one is marked."""
    metrics = painter.fontMetrics()
    step = row_height(metrics)
    number = metrics.horizontalAdvance("< 0.1 %") + 4
    longest = max((metrics.horizontalAdvance(one.label) for one in predictions), default=0)
    label = min(longest, rect.width() * 0.4) + 10
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, one in enumerate(predictions):
        row = QRectF(rect.left(), rect.top() + place * step, rect.width(), step)
        if place and row.bottom() > rect.bottom() + 1:
            break
        if place == chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawRect(QRectF(row.left() - 6, row.top() + 2, 3, row.height() - 4))
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


def row_height(metrics: QFontMetrics) -> float:
    """Pixels from one row to the next."""
    return metrics.height() * 1.45


class PredictionBars(QWidget):
    """Label, bar and percentage of the most probable classes, most probable first; a click chooses one."""

    class_selected = Signal(int)
    """The place of the row that was clicked, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._predictions: tuple[Prediction, ...] = ()
        self._chosen: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Prediction"))
        self.set_predictions(())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for five rows."""
        return QSize(260, int(ROWS * row_height(self.fontMetrics())) + 4)

    def set_predictions(self, predictions: tuple[Prediction, ...]) -> None:
        """Most probable first; none says that there is none."""
        self._predictions = predictions
        said = ", ".join(f"{one.label} {percent(one.probability)}" for one in predictions)
        self.setAccessibleDescription(said or _nothing())
        self.setToolTip("\n".join(f"{one.label}  {percent(one.probability)}" for one in predictions))
        self.update()

    def set_chosen(self, place: int | None) -> None:
        """Mark the row that attributions are made for; None marks none."""
        self._chosen = place
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Chooses the row under the pointer."""
        place = int(event.position().y() / row_height(self.fontMetrics()))
        if event.button() == Qt.MouseButton.LeftButton and place < len(self._predictions):
            self.class_selected.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows, or that there are none."""
        painter, theme = QPainter(self), theme_of(self)
        if self._predictions:
            rect = QRectF(self.rect()).adjusted(6, 0, 0, 0)
            paint_predictions(painter, rect, self._predictions, theme, self._chosen)
            return
        painter.setPen(theme.muted)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, _nothing())


def _nothing() -> str:
    return tr("No prediction yet")
