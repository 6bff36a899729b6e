"""The menu about the overlay: where it comes from, and how it is drawn."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ...widgets.look.colours import COLOUR_MAPS
from ..state.looking import Looking
from ..state.state import State
from ..state.wishes import GAMMA, Scale
from .action_list import Adder, Entries, Told, submenu
from .source_menu import SourceMenu

MASS = 0.6
"""Share of the attention that "keep" leaves, as in the figures of Caron et al., 2021, arXiv 2104.14294."""
_CLIPS = (0.0, 0.5, 1.0, 2.0, 5.0)
_BRIGHTER = 0.8
"""Factor of gamma of one step."""


class OverlayMenu(QObject):
    """Makes the actions with `add`."""

    def __init__(self, window: QWidget, state: State, looking: Looking, sources: SourceMenu, add: Adder) -> None:
        super().__init__(window)
        self._window, self._state, self._looking = window, state, looking
        self._sources, self._add = sources, add

    def entries(self) -> Entries:
        """What stands in the menu."""
        return [
            *self._sources.entries(),
            None,
            *(submenu(title, entries, self._window) for title, entries in self._choices()),
            None,
            self._switch("smooth", self.tr("Smooth"), "S", lambda now: now.look.smooth),
            self._add(self.tr("Keep 60 % of the attention"), self._turn_keep, "T", on=lambda now: now.look.keep < 1),
            self._switch("contours", self.tr("Contour lines"), "K", lambda now: now.look.contours),
            self._switch("cell_grid", self.tr("Borders of the cells"), "R", lambda now: now.look.cell_grid),
            self._switch("live", self.tr("Follow the pointer"), "L", lambda now: now.look.live),
        ]

    def _choices(self) -> tuple[tuple[str, Entries], ...]:
        return (
            (self.tr("Colour map"), self._colours()),
            (self.tr("Scale of the colours"), self._scales()),
            (self.tr("Opacity"), self._opacity()),
            (self.tr("Gamma"), self._gamma()),
            (self.tr("Clip"), [self._clip(percent) for percent in _CLIPS]),
        )

    def _colours(self) -> Entries:
        return [self._colour(name) for name in COLOUR_MAPS]

    def _colour(self, name: str) -> QAction:
        text = self.tr("Colours: {0}").format(name)
        return self._add(text, self._set(colour_map=name), on=lambda now: now.look.colour_map == name)

    def _scales(self) -> Entries:
        words: tuple[tuple[Scale, str], ...] = (
            ("map", self.tr("Scale: this map")),
            ("layer", self.tr("Scale: this layer")),
            ("all", self.tr("Scale: all layers")),
            ("unit", self.tr("Scale: 0 to 1")),
            ("held", self.tr("Scale: hold what it is now")),
        )
        rows: Entries = [self._scale(scale, text) for scale, text in words]
        return [
            *rows,
            None,
            self._add(self.tr("Next scale"), lambda: self._step_scale([scale for scale, _ in words]), "Z"),
        ]

    def _scale(self, scale: Scale, text: str) -> QAction:
        key = "H" if scale == "held" else None
        return self._add(text, lambda: self._looking.scale(scale), key, on=lambda now: now.look.scale == scale)

    def _step_scale(self, names: Sequence[Scale]) -> None:
        at = names.index(self._state.now.look.scale)
        self._looking.scale(names[(at + 1) % len(names)])

    def _opacity(self) -> Entries:
        return [
            self._add(self.tr("More overlay"), lambda: self._more_overlay(0.1), "O"),
            self._add(self.tr("Less overlay"), lambda: self._more_overlay(-0.1), "Shift+O"),
        ]

    def _more_overlay(self, by: float) -> None:
        self._looking.look(opacity=min(max(round(self._state.now.look.opacity + by, 2), 0.0), 1.0))

    def _gamma(self) -> Entries:
        return [
            self._add(self.tr("Bring out weak attention"), lambda: self._by_gamma(_BRIGHTER), "Ctrl+G"),
            self._add(self.tr("Leave the strongest alone"), lambda: self._by_gamma(1 / _BRIGHTER), "Ctrl+Shift+G"),
            self._add(self.tr("No gamma"), self._set(gamma=1.0), on=lambda now: now.look.gamma == 1),
        ]

    def _by_gamma(self, factor: float) -> None:
        low, high = GAMMA
        self._looking.look(gamma=round(min(max(self._state.now.look.gamma * factor, low), high), 3))

    def _clip(self, percent: float) -> QAction:
        text = self.tr("Clip {0} % at each end").format(percent) if percent else self.tr("Clip nothing")
        return self._add(text, self._set(clip=percent), on=lambda now: now.look.clip == percent)

    def _turn_keep(self) -> None:
        self._looking.look(keep=MASS if self._state.now.look.keep == 1 else 1.0)

    def _set(self, **change: Any) -> Callable[[], object]:
        return lambda: self._looking.look(**change)

    def _switch(self, name: str, text: str, key: str, on: Told) -> QAction:
        """What turns a field of the look that is on or off."""
        return self._add(text, lambda: self._looking.look(**{name: not on(self._state.now)}), key, on=on)
