"""One line that says what is under the pointer: pixel, cell, token, weight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ..look.theme import caption_font, theme_of

Reading = tuple[str, str]
"""What it is, and its value."""

BETWEEN, WITHIN = 18, 5
"""Logical pixels between two parts, and between a label and its value."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the line, where it begins, and which of it there is room for."""

    left: float
    label: str
    value: str


class Readout(QWidget):
    """Labels are pale, values strong; every digit is as wide as any other and a part keeps its place, so that nothing
    jumps while the pointer moves. Where the line is too long, labels are left out first, then parts from the front.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Reading, ...] = ()
        self._widest: dict[str, float] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Under the pointer"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line."""
        return QSize(320, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as need be."""
        return QSize(0, self.sizeHint().height())

    def set_reading(self, parts: Sequence[Reading]) -> None:
        """(label, value) of each part; a part may have no label. Nothing: an empty line."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        metrics = self._metrics()
        for label, value in self._parts:
            self._widest[label] = max(self._widest.get(label, 0.0), even_width(metrics, value))
        whole = "  ·  ".join(f"{label} {value}".strip() for label, value in self._parts)
        self.setAccessibleDescription(whole)
        self.setToolTip(whole)
        self.update()

    def placed(self) -> list[Placed]:
        """The parts as they stand on the line."""
        return placed(self._parts, self._widest, self._metrics(), self.width())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the line."""
        painter, theme, metrics = QPainter(self), theme_of(self), self._metrics()
        painter.setFont(caption_font(self.font(), 0.94))
        base = (self.height() + metrics.ascent() - metrics.descent()) / 2
        for part in self.placed():
            left = part.left
            if part.label:
                painter.setPen(theme.muted)
                painter.drawText(QPointF(left, base), part.label)
                left += metrics.horizontalAdvance(part.label) + WITHIN
            painter.setPen(theme.text)
            paint_even(painter, QPointF(left, base), part.value)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(caption_font(self.font(), 0.94))


def placed(parts: Sequence[Reading], widest: dict[str, float], metrics: QFontMetrics, room: float) -> list[Placed]:
    """Where each part stands: with room for the widest value seen, else close together, else without labels, else only
    the last ones. `widest` is the width of the widest value of each label.
    """
    for roomy, labelled in ((True, True), (False, True), (False, False)):
        shown, end = _in_a_row(parts, widest if roomy else {}, metrics, labelled)
        if end <= room:
            return shown
    while len(parts) > 1:
        parts = parts[1:]
        shown, end = _in_a_row(parts, {}, metrics, labelled=False)
        if end <= room:
            return shown
    return [Placed(0.0, "", metrics.elidedText(value, Qt.TextElideMode.ElideRight, int(room))) for _, value in parts]


def even_width(metrics: QFontMetrics, text: str) -> float:
    """How wide a text is when every digit is as wide as the widest."""
    return sum(_advance(metrics, letter) for letter in text)


def paint_even(painter: QPainter, at: QPointF, text: str) -> None:
    """Paints a text so; digits stand in the middle of their room."""
    metrics, left = painter.fontMetrics(), at.x()
    for run in _runs(text):
        width = even_width(metrics, run)
        painter.drawText(QPointF(left + (width - metrics.horizontalAdvance(run)) / 2, at.y()), run)
        left += width


def _in_a_row(
    parts: Sequence[Reading], widest: dict[str, float], metrics: QFontMetrics, labelled: bool
) -> tuple[list[Placed], float]:
    shown, left = [], 0.0
    for label, value in parts:
        said = label if labelled else ""
        shown.append(Placed(left, said, value))
        before = metrics.horizontalAdvance(said) + WITHIN if said else 0
        left += before + max(widest.get(label, 0.0), even_width(metrics, value)) + BETWEEN
    return shown, left - BETWEEN


def _advance(metrics: QFontMetrics, letter: str) -> float:
    return _digit_width(metrics) if letter in "0123456789" else metrics.horizontalAdvance(letter)


def _digit_width(metrics: QFontMetrics) -> int:
    return max(metrics.horizontalAdvance(digit) for digit in "0123456789")


def _runs(text: str) -> list[str]:
    """Single digits, and what stands between them in one piece."""
    runs: list[str] = []
    for letter in text:
        if runs and not letter.isdecimal() and not runs[-1].isdecimal():
            runs[-1] += letter
        else:
            runs.append(letter)
    return runs
