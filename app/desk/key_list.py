"""The list of keys, made of the actions themselves, and what the mouse does."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ...widgets.look.texts import tr
from .action_list import ActionList, keys_text

_SIZE = QSize(920, 640)


def show_keys(parent: QWidget, actions: ActionList) -> None:
    """A dialog with every key and what the mouse does."""
    from ...widgets.controls.key_sheet import KeyGroup, KeySheet
    from ...widgets.controls.sheet import Sheet

    groups: dict[str, list[tuple[str, str]]] = {}
    for listed in actions.listed:
        if keys := keys_text(listed.action):
            groups.setdefault(listed.group, []).append((keys, listed.action.text().rstrip(" …")))
    sheet = KeySheet()
    told = [*groups.items(), (tr("In lists and views"), _view_rows()), (tr("Mouse"), _mouse_rows())]
    sheet.set_groups([KeyGroup(title, tuple(rows)) for title, rows in told])
    Sheet(parent, tr("Keyboard and mouse"), sheet, _SIZE).show_alone()


def _view_rows() -> list[tuple[str, str]]:
    return [
        (tr("arrow keys"), tr("Step through the layers, or move in what has the focus")),
        (tr("Tab"), tr("To the next control")),
        (tr("1 … 9"), tr("That head, in the grid of heads")),
        (tr("Enter"), tr("Choose what is marked")),
        (tr("Esc"), tr("Dismiss a message, close a dialog, or stop what runs")),
    ]


def _mouse_rows() -> list[tuple[str, str]]:
    return [
        (tr("drop a picture"), tr("Show it")),
        (tr("drop a folder"), tr("Go through its pictures")),
        (tr("drop weights or code"), tr("Load that network")),
        (tr("drop class names"), tr("Name the classes by them")),
        (tr("drop a session"), tr("Go on with it")),
        (tr("wheel on the picture"), tr("Step through the layers")),
        (tr("Ctrl + wheel"), tr("Zoom at the pointer")),
        (tr("drag"), tr("Move the picture")),
        (tr("double click"), tr("Whole picture")),
        (tr("click the picture"), tr("Pick a query, in a layer of heads")),
        (tr("click a bar"), tr("Show that channel's feature map")),
        (tr("drag a pane's title"), tr("Move the pane")),
    ]
