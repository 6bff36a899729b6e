"""The small style sheet: only what a palette cannot say."""

from collections.abc import Mapping
from pathlib import Path

_ASSETS = Path(__file__).resolve().parents[2] / "assets"


def style_sheet(theme: str, colours: Mapping[str, str]) -> str:
    """The sheet with the colours of a theme filled in, and the tick drawn for it.

    A widget asks for a look by a property: `label.setProperty("look", "title")`; `"title"`, `"caption"`, `"warning"`,
    `"good"` and `"brand"` for labels, `"chip"` and `"flat"` for buttons, `"panel"` for frames, `"framed"` for lists and
    tables that stand alone, `"wrong"` for a field that cannot be understood. The default button of a dialog stands out.
    """
    filled = _SHEET.replace("@tick;", f'url("{(_ASSETS / f"tick-{theme}.svg").as_posix()}");')
    for name, colour in colours.items():
        filled = filled.replace(f"@{name};", f"{colour};")
    return filled


_SHEET = """
QPushButton, QToolButton {
    background: @raised; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 4px 10px;
}
QToolButton { padding: 4px 6px; }
QPushButton:hover, QToolButton:hover { background: @chosen; border-color: @line; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @muted; }
QPushButton::menu-indicator, QToolButton::menu-indicator { width: 0; image: none; }
QPushButton:default { background: @accent; color: @on_accent; }
QPushButton:default:hover { border-color: @text; }
QPushButton:default:focus { border-color: @text; }
QPushButton:default:pressed { background: @chosen; color: @text; }
QPushButton:default:disabled { background: @raised; color: @muted; }
QPushButton[look="chip"] { border-radius: 9px; padding: 3px 7px; }
QPushButton[look="chip"]:checked { background: @chosen; border-color: @accent; }
QPushButton[look="chip"]:checked:focus { background: @accent; color: @on_accent; }
QPushButton[look="flat"], QToolButton[look="flat"] { background: transparent; }
QPushButton[look="flat"]:hover, QToolButton[look="flat"]:hover { background: @raised; }
QPushButton[look="flat"]:focus, QToolButton[look="flat"]:focus { border-color: @accent; }
QComboBox {
    background: @raised; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 3px 4px 3px 8px;
}
QComboBox:hover { background: @chosen; border-color: @line; }
QComboBox:focus { border-color: @accent; }
QComboBox::drop-down { border: 0; width: 18px; }
QComboBox::down-arrow {
    width: 0; height: 0; border-left: 4px solid @raised; border-right: 4px solid @raised; border-top: 5px solid @muted;
}
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @accent; }
QLineEdit, QSpinBox {
    background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit:hover, QSpinBox:hover { border-color: @muted; }
QLineEdit:focus, QSpinBox:focus { border-color: @accent; }
QLineEdit[look="wrong"] { border-color: @error; }
QLineEdit:read-only { background: @raised; }
QSpinBox QLineEdit { background: transparent; border: 0; border-radius: 0; padding: 0; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 18px; border: 0; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow, QSpinBox::down-arrow {
    width: 0; height: 0; border-left: 4px solid @panel; border-right: 4px solid @panel;
}
QSpinBox::up-arrow { border-bottom: 5px solid @muted; }
QSpinBox::down-arrow { border-top: 5px solid @muted; }
QListView[look="framed"], QTableView[look="framed"] {
    background: @panel; alternate-background-color: @panel; border: 1px solid @line; border-radius: 6px; padding: 2px;
}
QListView[look="framed"]:focus, QTableView[look="framed"]:focus { border-color: @accent; }
QTableView[look="framed"]::item { padding: 0 8px; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: @panel; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 4px 8px;
}
QProgressBar { background: @raised; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QDialog { background: @window; }
QCheckBox::indicator, QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @muted; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: @tick; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid @accent; background: @window; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QLabel[look="title"] { color: @muted; font-weight: 600; }
QLabel[look="caption"] { color: @muted; }
QLabel[look="warning"] { color: @warning; }
QLabel[look="good"] { color: @good; }
QLabel[look="brand"] { font-weight: 700; }
QFrame[look="floating"] { background: @panel; border: 1px solid @line; border-radius: 9px; }
QFrame[look="panel"] { background: @panel; border: 0; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @muted; padding: 4px 12px; border: 0; }
QTabBar::tab { border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; background: @raised; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar:focus { background: @raised; }
QTabBar::tab:selected:focus { background: @chosen; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QListWidget[look="framed"]::item { padding-left: 8px; color: @text; border-left: 3px solid transparent; }
QListWidget[look="framed"]::item:selected { background: @chosen; border-left: 3px solid @accent; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 22px 4px 22px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @accent; color: @on_accent; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QToolTip { background: @panel; color: @text; border: 1px solid @line; padding: 3px 5px; }
QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: @accent; border: 1px solid @window;
}
QSlider::handle:horizontal:focus { border: 2px solid @text; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
