"""The colours of the program, light and dark, as one record that every widget paints with."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from .style_sheet import style_sheet


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours. Text, muted, accent, good, warning and error are readable (4.5:1) on window, panel and raised."""

    name: str
    window: QColor
    panel: QColor
    """Beside the window: lists, tool tips, menus."""
    raised: QColor
    """What can be pressed, and the empty part of a bar."""
    chosen: QColor
    """Behind the chosen row."""
    line: QColor
    """Hairlines between panels."""
    text: QColor
    muted: QColor
    """Captions and second lines."""
    accent: QColor
    """What is chosen or has the focus."""
    on_accent: QColor
    """Text on the accent."""
    bars: QColor
    """Bars of channel weights."""
    good: QColor
    """Bars of the prediction."""
    warning: QColor
    error: QColor

    @property
    def dark(self) -> bool:
        """True where text is brighter than what it stands on."""
        return self.window.lightness() < self.text.lightness()


DARK = Theme(
    name="dark",
    window=QColor("#1b1e24"),
    panel=QColor("#20242b"),
    raised=QColor("#2b303a"),
    chosen=QColor("#2a3040"),
    line=QColor("#343a46"),
    text=QColor("#e4e7ec"),
    muted=QColor("#9ba3b1"),
    accent=QColor("#6ea0ff"),
    on_accent=QColor("#0d1422"),
    bars=QColor("#5474b4"),
    good=QColor("#9ccc65"),
    warning=QColor("#f0b060"),
    error=QColor("#ff8a80"),
)

LIGHT = Theme(
    name="light",
    window=QColor("#f4f5f8"),
    panel=QColor("#ffffff"),
    raised=QColor("#e6e9ef"),
    chosen=QColor("#dde7fb"),
    line=QColor("#cdd2db"),
    text=QColor("#1b2028"),
    muted=QColor("#555d6b"),
    accent=QColor("#1d5bd1"),
    on_accent=QColor("#ffffff"),
    bars=QColor("#86a5e2"),
    good=QColor("#38761d"),
    warning=QColor("#8a4b00"),
    error=QColor("#b3261e"),
)


def theme_of(widget: QWidget) -> Theme:
    """The theme whose palette this widget has."""
    return DARK if widget.palette().window().color().lightness() < 128 else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Gives the whole program these colours; safe to call again, e.g. when the system changes from light to dark."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme.name, {role: getattr(theme, role).name() for role in _COLOURS}))


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme."""
    made = QPalette()
    for role, colour in _ROLES.items():
        made.setColor(role, getattr(theme, colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, blend(theme.muted, theme.window, 0.45))
    return made


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: share 0 is the first, 1 the second."""
    mixed = [round(a + (b - a) * share) for a, b in zip(first.toTuple(), second.toTuple(), strict=True)]  # type: ignore[arg-type]
    return QColor(*mixed)


def caption_font(font: QFont, factor: float = 0.86) -> QFont:
    """The smaller font of captions and axes: the given one times a factor, so that it follows the system's size."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * factor)
    else:
        small.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return small


_COLOURS = (
    "window",
    "panel",
    "raised",
    "chosen",
    "line",
    "text",
    "muted",
    "accent",
    "on_accent",
    "good",
    "warning",
    "error",
)

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}
