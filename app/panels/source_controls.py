"""What lies over the picture, what stands beside it, and for which class."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from ...widgets.look.texts import tr
from ..state.looking import Looking
from ..state.source_texts import about_class, second_names, source_names
from ..state.state import State
from ..state.wishes import Second
from ..state.wording import class_name


class SourceControls(QWidget):
    """Two choices in a row; the class and the discard ratio appear below them where they mean something."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._source, self._second = QComboBox(), QComboBox()
        self._split, self._live = QCheckBox(self.tr("split")), QCheckBox(self.tr("live"))
        self._options = SourceOptions(state, looking)
        self._name()
        self._lay_out()
        self._source.activated.connect(lambda: looking.show_source(self._source.currentData()))
        self._second.activated.connect(lambda: looking.show_beside(self._second.currentData()))
        self._split.clicked.connect(lambda on: looking.look(split=on))
        self._live.clicked.connect(lambda on: looking.look(live=on))
        state.changed.connect(self._on_changed)
        self._show()

    def _name(self) -> None:
        for key, text in source_names().items():
            self._source.addItem(text, key)
        for key, text in second_names().items():
            self._second.addItem(text, key)
        self._source.setAccessibleName(self.tr("What lies over the picture"))
        self._source.setToolTip(self.tr("What lies over the picture"))
        self._second.setAccessibleName(self.tr("What stands beside it"))
        self._second.setToolTip(self.tr("What stands beside it, to be compared"))
        self._split.setToolTip(self.tr("Both in one picture, parted by a line that can be dragged  (X)"))
        self._live.setToolTip(self.tr("The query under the pointer is shown while it moves  (L)"))
        for choice in (self._source, self._second):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(10)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget, stretch in ((self._source, 1), (self._second, 1), (self._split, 0), (self._live, 0)):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._options)

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & {"look", "focus", "beside", "outcome"}:
            self._show()

    def _show(self) -> None:
        now = self._state.now
        self._source.setCurrentIndex(self._source.findData(now.focus.source))
        self._second.setCurrentIndex(self._second.findData(now.focus.second))
        self._split.setChecked(now.look.split)
        self._split.setEnabled(now.focus.second not in ("", "beside"))
        self._live.setChecked(now.look.live)


class SourceOptions(QWidget):
    """For which class an attribution is made, and how much of the weakest attention a rollout leaves out."""

    def __init__(self, state: State, looking: Looking) -> None:
        super().__init__()
        self._state = state
        self._class, self._discard = QComboBox(), QSlider(Qt.Orientation.Horizontal)
        self._class_label, self._discard_label = QLabel(self.tr("class")), QLabel()
        self._class.setAccessibleName(self.tr("Class of the attribution"))
        self._class.setToolTip(self.tr("The class that it is made for; a click on the prediction chooses it too"))
        self._class.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._class.setMinimumContentsLength(8)
        self._discard.setRange(0, 95)
        self._discard.setPageStep(5)
        self._discard.setAccessibleName(self.tr("Discard ratio"))
        self._discard.setToolTip(self.tr("Share of the weakest attention that every layer leaves out"))
        self._discard.setTracking(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self._class_label, 0), (self._class, 2), (self._discard_label, 0), (self._discard, 1)):
            row.addWidget(widget, stretch)
        self._class.activated.connect(lambda: looking.focus(target=self._class.currentData()))
        self._discard.sliderMoved.connect(self._say_discard)
        self._discard.valueChanged.connect(lambda value: looking.focus(discard=value / 100))
        state.changed.connect(self._on_changed)
        self._show()

    def _on_changed(self, names: frozenset[str]) -> None:
        if "outcome" in names:
            self._list_classes()
        if names & {"focus", "outcome"}:
            self._show()

    def _list_classes(self) -> None:
        outcome = self._state.now.outcome
        self._class.clear()
        self._class.addItem(self.tr("the most probable"), None)
        for one in outcome.predictions if outcome else ():
            self._class.addItem(class_name(one), one.index)

    def _show(self) -> None:
        focus = self._state.now.focus
        shown: tuple[Second, Second] = (focus.source, focus.second)
        classes = any(about_class(one) for one in shown)
        rolled = any(one in ("rollout", "flow", "gradient_rollout") for one in shown)
        self.setVisible(classes or rolled)
        for widget in (self._class_label, self._class):
            widget.setVisible(classes)
        for widget in (self._discard_label, self._discard):
            widget.setVisible(rolled)
        self._class.setCurrentIndex(self._class_index(focus.target))
        with QSignalBlocker(self._discard):
            self._discard.setValue(round(focus.discard * 100))
        self._say_discard(self._discard.value())

    def _class_index(self, target: int | None) -> int:
        """Its place in the list; a class that is not among the most probable is put at the end."""
        if target is None:
            return 0
        found = next((i for i in range(self._class.count()) if self._class.itemData(i) == target), None)
        if found is None:
            self._class.addItem(tr("class {0}").format(target), target)
            return self._class.count() - 1
        return found

    def _say_discard(self, percent: int) -> None:
        self._discard_label.setText(self.tr("discard {0} %").format(percent))
