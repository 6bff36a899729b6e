"""The panes around the picture: where each stands at first, and how they are shown, moved, remembered and put back."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from ...widgets.controls.dock_title import DockTitle

_VERSION = 1
"""Of the arrangement: one that an older program remembered, with other panes, is not put back."""
HEADING = "heading"
"""Name of the part of a panel that stands in its pane's title."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@dataclass(frozen=True, slots=True)
class Pane:
    """What stands in the window beside the picture."""

    name: str
    """By which its place is remembered."""
    title: str
    panel: QWidget
    area: Qt.DockWidgetArea
    key: str = ""
    """Shows and hides it."""
    shown: bool = True
    """Whether it is there from the first start."""
    tabbed: str = ""
    """The name of the pane that it shares its place with at first."""


class Docks(QObject):
    """Each pane in a dock of its own; those that the user never moved keep good proportions in every window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panes: dict[str, Pane] = {}
        self._docks: dict[str, QDockWidget] = {}
        self._fitted = False
        self._own = False
        """Whether the user has given a pane another size; what a smaller window takes from it is not his doing."""
        self._held: dict[str, int] = {}
        """The sizes when the mouse was pressed beside every pane: on what parts two of them."""
        options = QMainWindow.DockOption
        window.setDockOptions(options.AllowNestedDocks | options.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        # The strip stands below the picture alone.
        window.setCorner(Qt.Corner.BottomLeftCorner, _LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Names the tabs that Qt makes where panes share a place, and sees when what parts two panes is dragged."""
        if watched is self._window and event.type() == QEvent.Type.MouseButtonPress:
            self._held = self._extents()
        elif watched is self._window and event.type() == QEvent.Type.MouseButtonRelease:
            # Once Qt has moved it to where it was let go.
            QTimer.singleShot(0, self, self._on_released)
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            tabs = event.child()
            if isinstance(tabs, QTabBar):
                tabs.setAccessibleName(self.tr("Panes that share this place"))
        return super().eventFilter(watched, event)

    def add(self, pane: Pane) -> None:
        """Put a pane where it stands at first."""
        dock = QDockWidget(pane.title, self._window)
        dock.setObjectName(pane.name)
        dock.setWidget(pane.panel)
        title = DockTitle(pane.title, _taken_heading(pane.panel))
        dock.setTitleBarWidget(title)
        title.float_requested.connect(lambda: dock.setFloating(not dock.isFloating()))
        title.close_requested.connect(dock.close)
        self._panes[pane.name], self._docks[pane.name] = pane, dock
        self._place(pane)

    def panes(self) -> tuple[tuple[Pane, QDockWidget], ...]:
        """Every pane with its dock, in the order in which they came."""
        return tuple((pane, self._docks[name]) for name, pane in self._panes.items())

    def toggle(self, name: str) -> QAction:
        """Qt's own action that shows and hides a pane, with a check mark."""
        return self._docks[name].toggleViewAction()

    def show(self, name: str) -> None:
        """Show a pane, in front of those that share its place."""
        self._docks[name].show()
        self._docks[name].raise_()

    def step(self, by: int) -> None:
        """Give the focus to the next pane that can be seen, or to the picture, round and round."""
        panels = [self._window.centralWidget(), *(pane.panel for pane, dock in self.panes() if _seen(dock))]
        focus = QApplication.focusWidget()
        held = [at for at, panel in enumerate(panels) if focus and (panel is focus or panel.isAncestorOf(focus))]
        for further in range(1, len(panels) + 1):
            panel = panels[((held[0] if held else 0) + by * further) % len(panels)]
            if (target := _first_focus(panel)) is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # ------------------------------------------------------------------ where they stand

    def reset(self) -> None:
        """Put every pane back to where it stood at the first start."""
        for dock in self._docks.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        for pane in self._panes.values():
            self._place(pane)
        self._own = self._fitted = False
        self.fit()

    def fit(self) -> None:
        """Give the panes their share of the window, unless the user has arranged them himself."""
        if self._arranged():
            return
        wide, high = self._window.width(), self._window.height()
        across = {"layers": _within(wide * 0.195, 250, 400), "detail": _within(wide * 0.236, 285, 560)}
        down = {"strip": _within(high * 0.16, 118, 190)}
        if not self._fitted:
            share = _within(high * 0.24, 150, 300)
            down |= {"layers": high - share, "prediction": share}
        self._resize(across, Qt.Orientation.Horizontal)
        self._resize(down, Qt.Orientation.Vertical)
        self._activate()
        self._fitted = True

    def state(self) -> QByteArray:
        """Where every pane stands, as Qt writes it; empty where they stand as they did at first."""
        return self._window.saveState(_VERSION) if self._arranged() else QByteArray()

    def restore(self, state: QByteArray) -> bool:
        """Put every pane to where it stood; False, and nothing is moved, where that cannot be read."""
        restored = not state.isEmpty() and self._window.restoreState(state, _VERSION)
        self._own = self._own or restored
        return restored

    def _activate(self) -> None:
        """Qt lays the panes out when it comes to it; their sizes are wanted now."""
        if (layout := self._window.layout()) is not None:
            layout.activate()

    def _arranged(self) -> bool:
        """Whether the user has moved, closed or resized one of them."""
        moved = any(
            # One that comes by itself once it is wanted is not the user's doing.
            (dock.isHidden() and pane.shown) or dock.isFloating() or self._window.dockWidgetArea(dock) != pane.area
            for pane, dock in self.panes()
        )
        return self._own or moved

    def _on_released(self) -> None:
        self._own = self._own or self._extents() != self._held

    def _extents(self) -> dict[str, int]:
        """The sizes that a resize of the window leaves as they are."""
        wide = {name: self._docks[name].width() for name in ("layers", "detail") if name in self._docks}
        return wide | {name: self._docks[name].height() for name in ("strip",) if name in self._docks}

    def _place(self, pane: Pane) -> None:
        dock = self._docks[pane.name]
        above = next(
            (self._docks[n] for n, one in self._panes.items() if one.area == pane.area and n != pane.name), None
        )
        if pane.tabbed in self._docks:
            self._window.addDockWidget(pane.area, dock)
            self._window.tabifyDockWidget(self._docks[pane.tabbed], dock)
            self._docks[pane.tabbed].raise_()
        elif above is not None and self._window.dockWidgetArea(above) == pane.area:
            self._window.splitDockWidget(above, dock, Qt.Orientation.Vertical)
        else:
            self._window.addDockWidget(pane.area, dock)
        dock.setVisible(pane.shown)

    def _resize(self, wished: dict[str, float], way: Qt.Orientation) -> None:
        docks = [self._docks[name] for name in wished if name in self._docks]
        self._window.resizeDocks(docks, [round(size) for size in wished.values()], way)


def _taken_heading(panel: QWidget) -> QWidget | None:
    """The panel's own heading, out of its layout."""
    heading = panel.findChild(QWidget, HEADING)
    column = panel.layout()
    if heading is None or column is None:
        return None
    column.removeWidget(heading)
    left, _, right, bottom = column.getContentsMargins()  # pyright: ignore[reportGeneralTypeIssues]
    column.setContentsMargins(left, 4, right, bottom)
    return heading


def _first_focus(panel: QWidget) -> QWidget | None:
    """What takes the focus when somebody goes to a pane."""
    chosen = panel
    while proxy := chosen.focusProxy():
        chosen = proxy
    candidates = [chosen] if chosen is not panel else [panel, *panel.findChildren(QWidget)]
    able = (one for one in candidates if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(panel))
    return next((one for one in able if one.isEnabled()), None)


def _seen(dock: QDockWidget) -> bool:
    """Whether it is on screen, and not behind another one's tab."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
