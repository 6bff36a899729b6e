"""The bar below a film: play, step, and go to a frame or a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QWidget

from ..controls.text_line import TextLine
from .frame_text import frame_text, typed_place
from .play_button import PlayButton


class VideoBar(QWidget):
    """Buttons, a slider over all frames, which frame it is, and a field to go to one.

    Keys, while the slider has the focus: Left and Right one frame, Home and End the ends.
    """

    frame_requested = Signal(int)
    """Counted from 0."""
    time_requested = Signal(float)
    """In seconds."""
    step_requested = Signal(int)
    play_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._length, self._playing = 0, 0.0, False
        self._play = PlayButton("play", self.tr("Play"))
        self._back = PlayButton("back", self.tr("Previous frame"))
        self._on = PlayButton("on", self.tr("Next frame"))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(self.tr("Frames of the film"))
        self._where = TextLine("caption")
        self._go = QLineEdit()
        self._go.setPlaceholderText(self.tr("go to"))
        self._go.setAccessibleName(self.tr("Go to a frame or a time"))
        self._go.setToolTip(self.tr("A frame's number, or a time: 37, 1:02.5"))
        self._lay_out()
        self._play.clicked.connect(lambda: self.play_requested.emit(not self._playing))
        self._back.clicked.connect(lambda: self.step_requested.emit(-1))
        self._on.clicked.connect(lambda: self.step_requested.emit(1))
        self._slider.valueChanged.connect(self.frame_requested)
        self._go.returnPressed.connect(self._on_typed)
        self.set_film(0, 0.0)

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        self._go.setFixedWidth(metrics.horizontalAdvance("0:00:00.00") + 22)
        self.setFocusProxy(self._slider)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self._back, self._play, self._on):
            row.addWidget(widget)
        self._slider.setMinimumWidth(80)
        row.addWidget(self._slider, 1)
        row.addSpacing(4)
        # Cut short in a narrow window, but never wider than its text: the slider has the rest.
        row.addWidget(self._where, 3)
        row.addWidget(self._go)

    def set_film(self, count: int, length: float) -> None:
        """How many frames, and how many seconds; 0 seconds for pages, which cannot be played."""
        self._count, self._length = count, length
        longest = frame_text(count - 1, count, length, length)
        self._where.setMaximumWidth(self.fontMetrics().horizontalAdvance(longest) + 6)
        self._play.setVisible(length > 0)
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(0, count - 1))
        self._slider.setPageStep(max(1, count // 20))
        self._slider.blockSignals(False)
        self._go.clear()
        self.set_frame(0, 0.0)

    def set_frame(self, number: int, seconds: float) -> None:
        """Which frame is shown, counted from 0, and its time."""
        self._slider.blockSignals(True)
        self._slider.setValue(number)
        self._slider.blockSignals(False)
        self._back.setEnabled(number > 0)
        self._on.setEnabled(number < self._count - 1)
        text = frame_text(number, self._count, seconds, self._length) if self._count else ""
        self._where.show_text(text)
        self._slider.setToolTip(text)
        self._slider.setAccessibleDescription(text)

    def set_playing(self, playing: bool) -> None:
        """Whether it plays by itself now."""
        if playing != self._playing:
            self._playing = playing
            self._play.show_sign(*(("pause", self.tr("Pause")) if playing else ("play", self.tr("Play"))))

    def _on_typed(self) -> None:
        place = typed_place(self._go.text())
        self._go.setProperty("look", "wrong" if place is None else "")
        self._go.style().polish(self._go)
        if isinstance(place, int):
            self.frame_requested.emit(min(place, self._count - 1))
        elif place is not None:
            self.time_requested.emit(place)
