"""Drives a window by key events alone: a story presses keys, and waits for what is to come of them."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

PATIENCE_MS = 60_000
_AGAIN_MS = 15
"""Between two looks at whether something has come about."""
_X_NAMES = {
    "Ctrl": "ctrl",
    "Shift": "shift",
    "PgDown": "Next",
    "PgUp": "Prior",
    "]": "bracketright",
    "[": "bracketleft",
}


@dataclass(frozen=True)
class Press:
    """A key, as Qt writes it: "Ctrl+Shift+E"."""

    keys: str


@dataclass(frozen=True)
class Type:
    """Letters."""

    text: str


@dataclass(frozen=True)
class Wait:
    """Nothing is pressed until this holds."""

    what: str
    holds: Callable[[], bool]


Step = Press | Type | Wait
Story = Iterator[Step]


class Keyboard(Protocol):
    """What presses keys."""

    def press(self, keys: str) -> None:
        """One key, with those that are held down."""
        ...

    def type(self, text: str) -> None:
        """Letters."""
        ...


class QtKeyboard:
    """Key events as the platform sends them, to the window that has the focus: shortcuts and input go their own way."""

    def press(self, keys: str) -> None:
        """One key, with those that are held down."""
        combined = QKeySequence(keys)[0]
        QTest.keyClick(QGuiApplication.focusWindow(), combined.key(), combined.keyboardModifiers())

    def type(self, text: str) -> None:
        """Letters."""
        for letter in text:
            QTest.keyClick(QGuiApplication.focusWindow(), letter)


class XKeyboard:
    """Key events of the X server, by xdotool: from outside the program, as a user's are."""

    def press(self, keys: str) -> None:
        """One key, with those that are held down."""
        names = "+".join(_X_NAMES.get(name, name.lower() if len(name) == 1 else name) for name in keys.split("+"))
        subprocess.run(["xdotool", "key", "--clearmodifiers", names], check=True)

    def type(self, text: str) -> None:
        """Letters."""
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)


def a_window_has_keys() -> bool:
    """Where nobody manages windows, the one below a dialog gets the keys once that is closed."""
    if QGuiApplication.focusWindow() is None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QMainWindow) and window.isVisible():
                window.activateWindow()
    return QGuiApplication.focusWindow() is not None and QApplication.activeWindow() is not None


class Driver:
    """Goes through a story; the application ends with 1 where something does not come about, else as the story ends."""

    def __init__(self, story: Story, keyboard: Keyboard, told: Callable[[str], object] = print) -> None:
        self._story, self._keyboard, self._told = story, keyboard, told
        self._awaited: Wait | None = None
        self._deadline = QDeadlineTimer(PATIENCE_MS)
        self.failed = ""

    def start(self) -> None:
        """Begin as soon as the application runs."""
        QTimer.singleShot(0, self._go)

    def _go(self) -> None:
        broken = True
        try:
            self._go_on()
            broken = False
        finally:
            if broken:
                self._fail("an error, told above")

    def _go_on(self) -> None:
        awaited = self._awaited or Wait("a window has the keys", a_window_has_keys)
        if not (awaited.holds() and a_window_has_keys()):
            self._still_waiting(awaited)
            return
        self._awaited = None
        step = next(self._story, None)
        if step is None:
            return
        if isinstance(step, Press):
            # Before the key: what it opens may run a loop of its own, and does not return before it is closed.
            QTimer.singleShot(_AGAIN_MS, self._go)
            self._do(step)
        else:
            # After the letters: events are looked at between two of them.
            self._do(step)
            QTimer.singleShot(_AGAIN_MS, self._go)

    def _do(self, step: Step) -> None:
        if isinstance(step, Press):
            self._keyboard.press(step.keys)
        elif isinstance(step, Type):
            self._keyboard.type(step.text)
        else:
            self._awaited, self._deadline = step, QDeadlineTimer(PATIENCE_MS)
            self._told(step.what)

    def _still_waiting(self, awaited: Wait) -> None:
        if self._deadline.hasExpired():
            self._fail(f"did not come about: {awaited.what}; the focus is on {QApplication.focusWidget()!r}")
        else:
            QTimer.singleShot(_AGAIN_MS, self._go)

    def _fail(self, why: str) -> None:
        self.failed, self._story = why, iter(())
        # A loop of a dialog within the application's ends with the dialog.
        while dialog := QApplication.activeModalWidget():
            dialog.close()
        QApplication.exit(1)


def pressed_until(key: str, what: str, holds: Callable[[], bool], at_most: int = 40) -> Story:
    """Press a key again and again, each time when the last has moved the focus, until this holds."""
    for _ in range(at_most):
        if holds():
            break
        before = QApplication.focusWidget()
        yield Press(key)
        yield Wait(f"{key} moves the focus on", lambda before=before: QApplication.focusWidget() is not before)
    yield Wait(what, holds)
