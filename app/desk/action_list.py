"""Every action of the program, once: the menus, the list of keys and the palette are made of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ..state.state import Fields, State

Key = QKeySequence.StandardKey | str | tuple[str, ...] | None
"""One key, or several that do the same."""
Entries = list[QAction | QMenu | None]
"""What stands in a menu; None is a separator."""
Told = Callable[[Fields], bool]
"""What is told from the state."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An action, and the menu that it stands in."""

    action: QAction
    group: str
    on: Told | None = None
    """Whether it has a check mark."""
    able: Told | None = None
    """Whether it can be done."""
    text: Callable[[Fields], str] | None = None
    """What it is called, where that changes."""


class ActionList(QObject):
    """Makes actions, and keeps their check marks in step with the state."""

    def __init__(self, window: QWidget, state: State) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._listed: list[Listed] = []
        state.changed.connect(self._on_changed)

    @property
    def listed(self) -> tuple[Listed, ...]:
        """All of them, in the order of the menus."""
        return tuple(self._listed)

    def under(self, group: str) -> "Adder":
        """What adds actions to one menu."""
        return Adder(self, group)

    def add(self, listed: Listed, do: Callable[[], object] | None, key: Key, tip: str) -> QAction:
        """Take an action in; without `do` it does already what it is for, as Qt's own do."""
        action = listed.action
        if key is not None:
            action.setShortcuts(_sequences(key))
        if listed.on is not None:
            action.setCheckable(True)
        if do is not None:
            action.triggered.connect(lambda: self._do(do, listed))
        action.setToolTip(_with_key(tip or action.text().rstrip(" …"), action))
        self._window.addAction(action)
        self._listed.append(listed)
        self._show(listed)
        return action

    def refresh(self) -> None:
        """Look anew at what is on and what can be done."""
        for listed in self._listed:
            self._show(listed)

    def _do(self, do: Callable[[], object], listed: Listed) -> None:
        do()
        # Qt turns a check mark by itself, also where nothing has changed.
        self._show(listed)

    def _on_changed(self, names: frozenset[str]) -> None:
        if names - {"answers", "refused", "progress", "amount", "working", "hovered", "notice"}:
            self.refresh()

    def _show(self, listed: Listed) -> None:
        now = self._state.now
        if listed.on is not None:
            listed.action.setChecked(listed.on(now))
        if listed.able is not None:
            listed.action.setEnabled(listed.able(now))
        if listed.text is not None:
            listed.action.setText(listed.text(now))


class Adder:
    """Adds actions to one menu."""

    def __init__(self, actions: ActionList, group: str) -> None:
        self._actions, self.group = actions, group

    def __call__(
        self,
        text: str,
        do: Callable[[], object] | None,
        key: Key = None,
        *,
        on: Told | None = None,
        able: Told | None = None,
        tip: str = "",
    ) -> QAction:
        """Text, what to do, and maybe a key -> the action."""
        action = QAction(text, self._actions)
        return self._actions.add(Listed(action, self.group, on, able), do, key, tip)

    def named(
        self, text: Callable[[Fields], str], do: Callable[[], object], key: Key = None, *, able: Told | None = None
    ) -> QAction:
        """An action whose text follows the state."""
        action = QAction(self._actions)
        return self._actions.add(Listed(action, self.group, None, able, text), do, key, "")

    def refresh(self) -> None:
        """Look anew at what is on, where something has changed that is not in the state."""
        self._actions.refresh()

    def take(self, action: QAction, text: str, key: Key = None) -> QAction:
        """Take in an action that Qt has made, and that knows what to do."""
        action.setText(text)
        return self._actions.add(Listed(action, self.group), None, key, "")


def submenu(title: str, entries: Entries, parent: QWidget) -> QMenu:
    """A menu within a menu."""
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    fill(menu, entries)
    return menu


def fill(menu: QMenu, entries: Entries) -> None:
    """Put these into a menu; None is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)


def keys_text(action: QAction) -> str:
    """The keys of an action as the system writes them, the usual one first; "" where it has none."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(sequence.toString(native) for sequence in action.shortcuts())


def _sequences(key: Key) -> list[QKeySequence]:
    if isinstance(key, QKeySequence.StandardKey):
        # The first alone: some systems know three keys for one thing, which may be another action's.
        return QKeySequence.keyBindings(key)[:1]
    return [QKeySequence(one) for one in ((key,) if isinstance(key, str) else key or ())]


def _with_key(text: str, action: QAction) -> str:
    keys = keys_text(action)
    return f"{text}  ({keys})" if keys else text
