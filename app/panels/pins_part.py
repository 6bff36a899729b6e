"""Pinned queries below the heads: their maps in one scale, to be compared."""

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...widgets.heads.pin_row import Pin, PinRow
from ..state.looking import Looking
from ..state.scale import limits
from ..state.shown_map import ranges_of
from ..state.state import Fields


class PinsPart(QWidget):
    """A button that pins the picked place, and a row of the pinned ones; a click goes to one, its cross lets it go."""

    def __init__(self, looking: Looking) -> None:
        super().__init__()
        self._looking = looking
        self._places: tuple[tuple[int, int], ...] = ()
        self._pin, self._clear = QPushButton(), QPushButton(self.tr("Let go of all"))
        self._pin.setToolTip(self.tr("Pin the picked place, to compare it with others  (P)"))
        self._clear.setToolTip(self.tr("Let go of every pinned place"))
        self._row = PinRow()
        self._lay_out()
        self._pin.clicked.connect(looking.pin)
        self._clear.clicked.connect(looking.unpin_all)
        self._row.pin_selected.connect(lambda index: looking.pick(self._places[index]))
        self._row.pin_removed.connect(looking.unpin)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._pin)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self._row)

    def show_pins(self, now: Fields) -> None:
        """Show the pinned places, and whether the picked one is among them."""
        focus = now.focus
        self._places = focus.pins
        pinned = focus.query in focus.pins
        self._pin.setText(self.tr("Let go of the place") if pinned else self.tr("Pin the place"))
        self._pin.setEnabled(isinstance(focus.query, tuple))
        self._clear.setVisible(len(focus.pins) > 1)
        self._row.setVisible(bool(focus.pins))
        answers = [now.answers.get(f"pin:{number}") for number in range(len(focus.pins))]
        names = [self.tr("query at ({0}, {1})").format(*place) for place in focus.pins]
        values = [None if answer is None else answer.array() for answer in answers]
        known = [value.ravel() for value in values if value is not None]
        ends = limits(now.look, "heads", np.concatenate(known) if known else np.zeros(0), ranges_of(now))
        self._row.set_pins([Pin(*pair) for pair in zip(names, values, strict=True)], *ends, now.look.colours)
        self._row.set_current(focus.pins.index(focus.query) if pinned and isinstance(focus.query, tuple) else None)
