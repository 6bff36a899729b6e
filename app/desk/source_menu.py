"""The part of the menu about what lies over the picture, and what stands beside it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ..session.session import Session
from ..state.looking import Looking
from ..state.source_texts import second_names, source_names
from ..state.state import Fields, State
from ..state.wishes import Second, Source
from ..state.wording import class_name
from .action_list import Adder, Entries, submenu

_DISCARDS = (0.0, 0.5, 0.8, 0.9, 0.95)


class SourceMenu(QObject):
    """Makes the actions with `add`, and lists the classes of the newest pass."""

    def __init__(self, window: QWidget, state: State, session: Session, looking: Looking, add: Adder) -> None:
        super().__init__(window)
        self._window, self._state, self._session = window, state, session
        self._looking, self._add = looking, add
        self._classes = QMenu(self.tr("Class of attributions"), window)
        state.changed.connect(self._on_changed)

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, pinned = self._add, self._session.pinned
        self._fill_classes()
        return [
            submenu(self.tr("Over the picture"), self._sources(), self._window),
            submenu(self.tr("Beside it"), self._seconds(), self._window),
            add(self.tr("Split the picture between both"), self._turn_split, "X", on=lambda now: now.look.split),
            add(self.tr("Pin this picture beside the next"), lambda: pinned.pin(), "Ctrl+B", able=_pictured),
            add(self.tr("Take the pinned picture away"), pinned.unpin, "Ctrl+Shift+B", able=_pinned),
            None,
            self._classes,
            submenu(self.tr("Discard ratio"), [self._discard(share) for share in _DISCARDS], self._window),
        ]

    def _sources(self) -> Entries:
        rows: Entries = [self._source(source, name) for source, name in source_names().items()]
        return [
            *rows,
            None,
            self._add(self.tr("Next source"), lambda: self._step_source(1), "A"),
            self._add(self.tr("Previous source"), lambda: self._step_source(-1), "Shift+A"),
        ]

    def _source(self, source: Source, name: str) -> QAction:
        text = self.tr("Over the picture: {0}").format(name)
        return self._add(text, lambda: self._looking.show_source(source), on=lambda now: now.focus.source == source)

    def _step_source(self, by: int) -> None:
        names = list(source_names())
        at = names.index(self._state.now.focus.source)
        self._looking.show_source(names[(at + by) % len(names)])

    def _seconds(self) -> Entries:
        rows: Entries = [self._second(second, name) for second, name in second_names().items()]
        return [
            *rows,
            None,
            self._add(self.tr("Next beside it"), lambda: self._step_second(1), "W"),
            self._add(self.tr("Previous beside it"), lambda: self._step_second(-1), "Shift+W"),
        ]

    def _second(self, second: Second, name: str) -> QAction:
        text = self.tr("Beside it: {0}").format(name)
        able = _pinned if second in ("beside", "difference") else None
        do = lambda: self._looking.show_beside(second)  # noqa: E731
        return self._add(text, do, on=lambda now: now.focus.second == second, able=able)

    def _step_second(self, by: int) -> None:
        pinned = _pinned(self._state.now)
        names: list[Second] = [name for name in second_names() if pinned or name not in ("beside", "difference")]
        now = self._state.now.focus.second
        at = names.index(now) if now in names else 0
        self._looking.show_beside(names[(at + by) % len(names)])

    def _discards(self) -> Entries:
        return [self._discard(share) for share in _DISCARDS]

    def _discard(self, share: float) -> QAction:
        text = self.tr("Discard {0} % of the weakest attention").format(round(share * 100))
        do = lambda: self._looking.focus(discard=share)  # noqa: E731
        return self._add(text, do, on=lambda now: now.focus.discard == share)

    def _fill_classes(self) -> None:
        """The most probable classes of the pass; a class that is none of them is chosen elsewhere."""
        self._classes.clear()
        outcome, focus = self._state.now.outcome, self._state.now.focus
        named = [(one.index, class_name(one)) for one in outcome.predictions] if outcome else []
        for index, label in ((None, self.tr("The most probable")), *named):
            action = self._classes.addAction(label, lambda index=index: self._looking.focus(target=index))
            action.setCheckable(True)
            action.setChecked(focus.target == index)

    def _on_changed(self, names: frozenset[str]) -> None:
        if names & {"outcome", "focus"}:
            self._fill_classes()

    def _turn_split(self) -> None:
        self._looking.look(split=not self._state.now.look.split)


def _pictured(now: Fields) -> bool:
    return now.pictured is not None


def _pinned(now: Fields) -> bool:
    return now.beside is not None
