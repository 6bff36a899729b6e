"""Keys that a widget needs for itself, although a menu has them too."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def claim(event: QEvent, keys: Collection[Qt.Key]) -> bool:
    """Takes one of these keys, pressed alone or with Shift, before a menu's shortcut does; whether it was one.

    To be called from `event` of the widget that has the focus.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.key() not in keys or event.modifiers() & _HELD:
        return False
    event.accept()
    return True
