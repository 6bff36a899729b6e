"""The wall as it was painted last, so that what moves over it costs next to nothing."""

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from .theme import caption_font, theme_of
from .wall_layout import WallLayout
from .wall_picture import Wall, paint_wall


class KeptSheet:
    """A picture of the sheet for one widget; painted anew where the wall, its layout, size or colours differ."""

    def __init__(self) -> None:
        self._painted: tuple[object, QPixmap] | None = None

    def pixmap(self, widget: QWidget, wall: Wall, layout: WallLayout) -> QPixmap:
        """The sheet, as large as the widget."""
        theme, font, ratio = theme_of(widget), caption_font(widget.font()), widget.devicePixelRatioF()
        key = (wall, layout, theme.name, font.toString(), widget.size(), ratio)
        if self._painted is None or self._painted[0] != key:
            sheet = QPixmap(widget.size() * ratio)
            sheet.setDevicePixelRatio(ratio)
            sheet.fill(theme.window)
            painter = QPainter(sheet)
            painter.setFont(font)
            paint_wall(painter, layout.room, wall, theme, layout)
            painter.end()
            self._painted = key, sheet
        return self._painted[1]
