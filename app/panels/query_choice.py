"""Which query of the layer is looked at, and which way."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ...models.records import LayerInfo
from ...widgets.controls.segments import Segments
from ..state.looking import Looking
from ..state.wishes import Focus
from ..state.wording import query_of_none


class QueryChoice(QWidget):
    """The class token or the mean over queries, or the picked place; where it looks, or who looks at it."""

    def __init__(self, looking: Looking) -> None:
        super().__init__()
        self._class, self._picked = QRadioButton(), QRadioButton()
        self._class.setToolTip(self.tr("Back to it from a picked place  (C)"))
        self._picked.setToolTip(self.tr("Click a place on the picture to pick it"))
        self._direction = Segments(
            self.tr("Direction"),
            (
                ("from", self.tr("where it looks"), self.tr("How much it attends to every place  (D)")),
                ("to", self.tr("who looks at it"), self.tr("How much every place attends to it  (D)")),
            ),
        )
        self._lay_out()
        self._class.clicked.connect(lambda: looking.pick(None))
        self._direction.chosen.connect(lambda key: looking.focus(direction=key))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        queries = QButtonGroup(self)
        for button in (self._class, self._picked):
            queries.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._direction)

    def show_choice(self, layer: LayerInfo, focus: Focus) -> None:
        """Show what is chosen; a place that was picked before it can only be picked again on the picture."""
        self._class.setText(query_of_none(layer))
        place = focus.query
        where = f"({place[0]}, {place[1]})" if isinstance(place, tuple) else "" if place is None else str(place)
        self._picked.setText(self.tr("picked {0}").format(where) if where else self.tr("click the picture"))
        self._picked.setEnabled(place is not None)
        (self._class if place is None else self._picked).setChecked(True)
        self._direction.set_chosen(focus.direction)
