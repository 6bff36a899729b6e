"""The menu about what is looked at in the pass: layer, head, query, channel."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ..state.looking import Looking
from ..state.state import Fields, State
from ..state.wishes import Bars, Combine, Direction
from .action_list import Adder, Entries, submenu

_FAR = 10**6
"""More layers than any network has."""


class LayerMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(self, window: QWidget, state: State, looking: Looking, search: Callable[[], None], add: Adder) -> None:
        super().__init__(window)
        self._window, self._state, self._looking = window, state, looking
        self._search, self._add = search, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        add, step = self._add, self._looking.step
        return [
            # The arrow keys reach the window only where the focused control has no use for them: see Window.
            add(self.tr("Next layer  (→ or ↓)"), lambda: step(1), "PgDown", able=_any),
            add(self.tr("Previous layer  (← or ↑)"), lambda: step(-1), "PgUp", able=_any),
            add(self.tr("First layer"), lambda: step(-_FAR), "Ctrl+Home", able=_any),
            add(self.tr("Last layer"), lambda: step(_FAR), "Ctrl+End", able=_any),
            add(self.tr("Find a layer"), self._search, ("Ctrl+F", "/"), able=_any),
            None,
            *self._heads(),
            None,
            *self._queries(),
            None,
            submenu(self.tr("Bars"), self._bars(), self._window),
            add(self.tr("Feature map before its gate"), self._turn_before, "G", on=lambda now: now.focus.before),
        ]

    def _heads(self) -> Entries:
        add, step = self._add, self._looking.step_head
        return [
            add(self.tr("Next head"), lambda: step(1), "]", able=_heads),
            add(self.tr("Previous head"), lambda: step(-1), "[", able=_heads),
            self._combine("mean", self.tr("Mean of heads"), "M"),
            self._combine("max", self.tr("Largest of heads"), "Shift+M"),
            self._combine("min", self.tr("Smallest of heads"), "N"),
        ]

    def _combine(self, how: Combine, text: str, key: str) -> QAction:
        return self._add(
            text,
            lambda: self._looking.focus(head=None, combine=how),
            key,
            on=lambda now: now.focus.head is None and now.focus.combine == how,
            able=_heads,
        )

    def _queries(self) -> Entries:
        add, looking = self._add, self._looking
        return [
            add(self.tr("Class token, or mean over queries"), lambda: looking.pick(None), "C", able=_heads),
            add(
                self.tr("Who looks at the place"),
                self._turn_direction,
                "D",
                on=lambda now: now.focus.direction == "to",
                able=_heads,
                tip=self.tr("Attention to the picked place instead of from it"),
            ),
            add(self.tr("Pin the picked place, or let go of it"), looking.pin, "P", able=_picked),
            add(
                self.tr("Let go of every pinned place"),
                looking.unpin_all,
                "Shift+P",
                able=lambda now: bool(now.focus.pins),
            ),
        ]

    def _bars(self) -> Entries:
        ways: tuple[tuple[Bars, str], ...] = (
            ("order", self.tr("Bars in the network's order")),
            ("sorted", self.tr("Bars sorted, the strongest first")),
            ("histogram", self.tr("Histogram of the weights")),
        )
        rows: Entries = [self._way(way, text) for way, text in ways]
        return [*rows, None, self._add(self.tr("Next way of showing bars"), lambda: self._next_bars(ways), "B")]

    def _way(self, way: Bars, text: str) -> QAction:
        return self._add(text, lambda: self._looking.look(bars=way), on=lambda now: now.look.bars == way)

    def _next_bars(self, ways: tuple[tuple[Bars, str], ...]) -> None:
        names = [way for way, _ in ways]
        at = names.index(self._state.now.look.bars)
        self._looking.look(bars=names[(at + 1) % len(names)])

    def _turn_direction(self) -> None:
        turned: Direction = "from" if self._state.now.focus.direction == "to" else "to"
        self._looking.focus(direction=turned)

    def _turn_before(self) -> None:
        self._looking.focus(before=not self._state.now.focus.before)


def _any(now: Fields) -> bool:
    return bool(now.outcome and now.outcome.layers)


def _heads(now: Fields) -> bool:
    """Whether the layer that is looked at has heads."""
    layers = now.outcome.layers if now.outcome else ()
    return now.focus.layer < len(layers) and layers[now.focus.layer].kind == "heads"


def _picked(now: Fields) -> bool:
    return isinstance(now.focus.query, tuple)
