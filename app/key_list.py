"""The list of keys, made of the actions themselves, and what the mouse does."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QWidget

from .action_list import ActionList, keys_text

_SIZE = QSize(920, 640)


def show_keys(parent: QWidget, actions: ActionList) -> None:
    """A dialog with every key and what the mouse does."""
    from ..widgets.key_sheet import KeyGroup, KeySheet
    from ..widgets.sheet import Sheet

    groups: dict[str, list[tuple[str, str]]] = {}
    for listed in actions.listed:
        if keys := keys_text(listed.action):
            groups.setdefault(listed.group, []).append((keys, listed.action.text().rstrip(" …")))
    sheet = KeySheet()
    told = [*groups.items(), (_tr("In lists and views"), _view_rows()), (_tr("Mouse"), _mouse_rows())]
    sheet.set_groups([KeyGroup(title, tuple(rows)) for title, rows in told])
    Sheet(parent, _tr("Keyboard and mouse"), sheet, _SIZE).show_alone()


def _view_rows() -> list[tuple[str, str]]:
    return [
        (_tr("arrow keys"), _tr("Step through the layers, or move in what has the focus")),
        (_tr("Tab"), _tr("To the next control")),
        (_tr("1 … 9"), _tr("That head, in the grid of heads")),
        (_tr("Enter"), _tr("Choose what is marked")),
        (_tr("Esc"), _tr("Dismiss a message, close a dialog, or stop what runs")),
    ]


def _mouse_rows() -> list[tuple[str, str]]:
    return [
        (_tr("drop a picture"), _tr("Show it")),
        (_tr("drop a folder"), _tr("Go through its pictures")),
        (_tr("drop weights or code"), _tr("Load that network")),
        (_tr("drop class names"), _tr("Name the classes by them")),
        (_tr("drop a session"), _tr("Go on with it")),
        (_tr("wheel on the picture"), _tr("Step through the layers")),
        (_tr("Ctrl + wheel"), _tr("Zoom at the pointer")),
        (_tr("drag"), _tr("Move the picture")),
        (_tr("double click"), _tr("Whole picture")),
        (_tr("click the picture"), _tr("Pick a query, in a layer of heads")),
        (_tr("click a bar"), _tr("Show that channel's feature map")),
        (_tr("drag a pane's title"), _tr("Move the pane")),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("keys", text)
