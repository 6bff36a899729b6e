"""How far something is that takes long, and a button to stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton, QWidget

from ..look.size_text import bytes_text, left_text, share_text
from .text_line import TextLine
from .transfer_rate import TransferRate


class ProgressLine(QWidget):
    """What is being done, a bar, how much of how much, how fast, how long still, and Cancel.

    Hidden while nothing is being done.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._rate, self._total = TransferRate(clock), 0
        self._text, self._figures, self._bar = TextLine("text"), TextLine("caption"), QProgressBar()
        self._bar.setTextVisible(False)
        self._figures.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cancel = QPushButton()
        self._cancel.setAutoDefault(False)
        self._lay_out()
        self._cancel.clicked.connect(self._on_cancel)
        self.clear()

    def set_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """`done` of `total` bytes are there; a total of 0 is one that nobody knows."""
        if total != self._total:
            self._rate.clear()
        self._total = total
        self._rate.note(done)
        figures = self._said(done, total)
        self._text.show_text(text)
        self._figures.show_text(figures)
        self._show_share(done, total)
        self._bar.setAccessibleName(text)
        self._bar.setAccessibleDescription(figures)
        self.show()

    def set_steps(self, text: str, done: int = 0, total: int = 0) -> None:
        """`done` of `total` steps are done; a total of 0 is one that nobody knows."""
        self._rate.clear()
        self._total = total
        self._text.show_text(text)
        figures = self.tr("{0} of {1}").format(done, total) if total > 0 else ""
        self._figures.show_text(figures)
        self._show_share(done, total)
        self._bar.setAccessibleName(text)
        self._bar.setAccessibleDescription(figures)
        self.show()

    def clear(self) -> None:
        """Nothing is being done any more."""
        self._rate.clear()
        self._total = 0
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Cancel"))
        # A busy bar moves, and costs time, as long as it is one.
        self._bar.setRange(0, 1)
        self.hide()

    def _show_share(self, done: int, total: int) -> None:
        # In thousandths: a bar counts in 32 bits, and files are larger.
        self._bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self._bar.setValue(min(1000, done * 1000 // total))

    def _said(self, done: int, total: int) -> str:
        rate = self._rate.per_second()
        parts = []
        if total > 0 or done > 0:
            parts.append(share_text(min(done, total), total) if total > 0 else bytes_text(done))
        if rate is not None and rate >= 1 and (total <= 0 or done < total):
            parts.append(self.tr("{0}/s").format(bytes_text(round(rate))))
            if total > 0:
                parts.append(left_text((total - done) / rate))
        return " · ".join(parts)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText(self.tr("Cancelling …"))
        self.cancel_requested.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._text, 0, 0)
        grid.addWidget(self._figures, 0, 1)
        grid.addWidget(self._bar, 1, 0, 1, 2)
        grid.addWidget(self._cancel, 0, 2, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
