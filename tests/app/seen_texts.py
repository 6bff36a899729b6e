"""Every text of a window: what is painted, what is told to a pointer or a screen reader, and what does not fit."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintDevice, QPaintEngine
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)


class _Listening(QPaintEngine):
    """Paints nothing, and keeps the texts."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[str] = []
        self._end = (-1.0, -1.0)

    def begin(self, device):
        return True

    def end(self):
        return True

    def type(self):
        return QPaintEngine.Type.User

    def drawTextItem(self, place, item):  # noqa: N802
        # A text in two scripts comes in pieces, one after the other on one line.
        if self.texts and place.y() == self._end[1] and abs(place.x() - self._end[0]) < 1:
            self.texts[-1] += item.text()
        else:
            self.texts.append(item.text())
        self._end = (place.x() + item.width(), place.y())

    def updateState(self, *_):  # noqa: N802
        """Nothing is painted."""

    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = updateState  # noqa: N815
    drawRects = drawLines = drawPoints = drawEllipse = updateState  # noqa: N815


class _Paper(QPaintDevice):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget, self.engine = widget, _Listening()

    def paintEngine(self):  # noqa: N802
        return self.engine

    def metric(self, what):
        kinds = QPaintDevice.PaintDeviceMetric
        sizes = {kinds.PdmWidth: self._widget.width(), kinds.PdmHeight: self._widget.height(), kinds.PdmDepth: 32}
        ratio = {kinds.PdmDevicePixelRatio: 1, kinds.PdmDevicePixelRatioScaled: 0x10000}
        return (sizes | ratio).get(what, 96)


def painted(widget: QWidget) -> list[str]:
    """Every text that it and its children paint now."""
    paper = _Paper(widget)
    widget.render(paper)
    return paper.engine.texts


def told(widget: QWidget) -> Iterator[str]:
    """What is said of it and of its visible children beside what they paint."""
    for one in [widget, *widget.findChildren(QWidget)]:
        if not one.isVisibleTo(widget) or one.objectName().startswith("qt_"):
            continue
        yield from (one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.statusTip())
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(row) for row in range(one.count()))
        elif isinstance(one, QTabWidget):
            yield from (one.tabText(at) for at in range(one.count()))
        elif isinstance(one, QTableWidget):
            headers = (one.horizontalHeaderItem(column) for column in range(one.columnCount()))
            yield from (header.text() for header in headers if header is not None)
    yield widget.windowTitle()


def in_menus(window: QWidget) -> Iterator[str]:
    """The titles of all menus, and what stands in them."""
    for menu in window.findChildren(QMenu):
        yield menu.title()
        for action in menu.actions():
            yield from (action.text(), action.toolTip())


def cut_off(widget: QWidget) -> list[str]:
    """Texts of visible labels and controls that have less room than they need; what ends in an ellipsis is meant to."""
    ones = [
        one for one in widget.findChildren(QWidget) if one.isVisibleTo(widget) and not one.visibleRegion().isEmpty()
    ]
    return [f"{type(one).__name__}: {_text(one)}" for one in ones if _text(one) and _lacks_room(one)]


def _text(one: QWidget) -> str:
    if isinstance(one, QComboBox):
        return one.currentText()
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""


def _lacks_room(one: QWidget) -> bool:
    if isinstance(one, QLabel):
        room = one.contentsRect().size()
        if one.wordWrap():
            return one.heightForWidth(one.width()) > one.height() + 1
        flags = int(Qt.TextFlag.TextExpandTabs | Qt.TextFlag.TextShowMnemonic)
        need = one.fontMetrics().size(flags, one.text())
        return one.textFormat() != Qt.TextFormat.RichText and (need.width() > room.width() + 1)
    if isinstance(one, QPushButton | QCheckBox | QRadioButton | QToolButton):
        return "…" not in one.text()[1:-1] and one.minimumSizeHint().width() > one.width() + 1
    if isinstance(one, QComboBox):
        arrow = 30
        return one.fontMetrics().horizontalAdvance(one.currentText()) > one.width() - arrow
    return False
