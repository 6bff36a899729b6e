"""The wall as it was painted last, so that what moves over it costs next to nothing."""

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ..look.theme import caption_font, theme_of
from .wall_layout import WallLayout
from .wall_picture import Wall, WallRow, paint_rows, paint_wall


class KeptSheet:
    """A picture of the sheet for one widget; painted anew where its layout, size or colours differ.

    Where only the maps of some layers have come, they alone are painted.
    """

    def __init__(self) -> None:
        self._frame: object = None
        """All that the sheet was painted with, but the maps."""
        self._rows: tuple[WallRow, ...] = ()
        self._sheet = QPixmap()

    def pixmap(self, widget: QWidget, wall: Wall, layout: WallLayout) -> QPixmap:
        """The sheet, as large as the widget."""
        theme, font, ratio = theme_of(widget), caption_font(widget.font()), widget.devicePixelRatioF()
        names = tuple((row.title, row.heads) for row in wall.rows)
        frame = (names, wall.ratio, wall.photo, layout, theme.name, font.toString(), widget.size(), ratio)
        changed = [number for number, row in enumerate(wall.rows) if self._rows[number : number + 1] != (row,)]
        if frame != self._frame:
            self._sheet = QPixmap(widget.size() * ratio)
            self._sheet.setDevicePixelRatio(ratio)
            self._sheet.fill(theme.window)
            changed = None
        if changed is None or changed:
            painter = QPainter(self._sheet)
            painter.setFont(font)
            if changed is None:
                paint_wall(painter, layout.room, wall, theme, layout)
            else:
                paint_rows(painter, layout, wall, theme, changed)
            painter.end()
        self._frame, self._rows = frame, wall.rows
        return self._sheet
