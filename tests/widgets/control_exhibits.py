"""Buttons, choices and forms, with made-up data, to be looked at."""

from collections.abc import Callable

from attnscope.models.offers import Offer
from attnscope.widgets.controls.bar_button import BarButton
from attnscope.widgets.controls.elided_button import ElidedButton
from attnscope.widgets.controls.export_form import ExportChoice, ExportForm
from attnscope.widgets.controls.segments import Segments
from attnscope.widgets.controls.sheet import Sheet
from attnscope.widgets.controls.text_line import Appearance, TextLine
from attnscope.widgets.layers.kind_chips import KindChips
from attnscope.widgets.look.empty_page import EmptyPage
from attnscope.widgets.look.level_icon import LevelIcon
from attnscope.widgets.networks.offer_details import OfferDetails
from attnscope.widgets.pictures.video_bar import VideoBar
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .acting import LAYERS
from .exhibit import Exhibit

LONG = "a line of text that is longer than the room that it has in this place, so that it ends in an ellipsis"
APPEARANCES: tuple[Appearance, ...] = ("title", "brand", "text", "caption", "warning")


def exhibits() -> dict[str, Exhibit]:
    """Every control, in the states that differ."""
    return {
        "segments": (_segments, 420, 60),
        "buttons": (lambda: stacked(_bar_button(), _elided("tour"), _elided(LONG, " ▾")), 320, 140),
        "chips": (lambda: stacked(_chips()), 300, 100),
        "texts": (lambda: stacked(*(TextLine(look, f"{look}: {LONG}") for look in APPEARANCES)), 360, 180),
        "levels": (_levels, 120, 120),
        "empty-page": (_empty, 420, 260),
        "video-playing": (lambda: stacked(_video(250, 10.0, playing=True)), 720, 60),
        "video-narrow": (lambda: stacked(_video(4000, 160.0)), 420, 60),
        "video-pages": (lambda: stacked(_video(12, 0.0)), 520, 60),
        "export-view": (lambda: _export(ExportChoice(formats=("png", "svg"), folder="pictures")), 660, 260),
        "export-all": (lambda: _export(ExportChoice("all", ("png", "gif", "html"), 300, folder="out")), 660, 260),
        "export-refused": (lambda: _export(ExportChoice(), "The network's code has changed: load it anew."), 660, 260),
        "details": (_details, 440, 260),
        "sheet": (_sheet, 460, 240),
    }


def stacked(*widgets: QWidget) -> QWidget:
    """One above the other, and nothing below them."""
    stand = QWidget()
    column = QVBoxLayout(stand)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return stand


def _segments() -> Segments:
    made = Segments("Channels", (("order", "in order", ""), ("sorted", "sorted", ""), ("none", "histogram", "")))
    made.set_chosen("sorted")
    made.set_enabled("none", False, "There is nothing to count.")
    return made


def _bar_button() -> BarButton:
    button = BarButton()
    button.setText("A button of a bar")
    return button


def _elided(text: str, tail: str = "") -> ElidedButton:
    button = ElidedButton()
    button.show_text(text, tail)
    return button


def _chips() -> KindChips:
    chips = KindChips()
    chips.set_layers(LAYERS)
    return chips


def _levels() -> QWidget:
    icons = LevelIcon(), LevelIcon(), LevelIcon()
    for icon, level in zip(icons, ("info", "warning", "error"), strict=True):
        icon.set_level(level)
    return stacked(*icons)


def _empty() -> EmptyPage:
    page = EmptyPage()
    page.set_text("Nothing is here yet", "Drop a picture on the window, or open one with Ctrl+O")
    return page


def _video(count: int, length: float, playing: bool = False) -> VideoBar:
    bar = VideoBar()
    bar.set_film(count, length)
    bar.set_frame(count // 3, length / 3)
    bar.set_playing(playing)
    return bar


def _export(choice: ExportChoice, refused: str = "") -> ExportForm:
    form = ExportForm()
    form.set_choice(choice)
    if refused:
        form.set_refused("all", refused)
    return form


def _details() -> OfferDetails:
    details = OfferDetails()
    size = (224, 224)
    details.set_offer(
        Offer("torchvision/vit_b_16", "IMAGENET1K_V1", (("heads", 12),), 86_567_656, size, 346_300_000, "download")
    )
    return details


def _sheet() -> QWidget:
    """A dialog, as it stands over a window: here as a part of one."""
    stand = QWidget()
    stand.resize(460, 240)
    body: Callable[[str], TextLine] = lambda text: TextLine("text", text, wraps=True)  # noqa: E731
    sheet = Sheet(stand, "About attnscope", body(LONG), QSize(400, 200))
    sheet.setWindowFlags(Qt.WindowType.Widget)
    column = QVBoxLayout(stand)
    column.addWidget(sheet)
    return stand
