"""Every view of the window, each as what brings it about from the window as it opens."""

from collections.abc import Callable

from attnscope.app.panels.heads_page import HeadsPage
from attnscope.app.panels.spatial_page import SpatialPage
from attnscope.app.pictures.album_panel import AlbumPanel
from attnscope.app.state.resources import samples
from attnscope.widgets.layers.layer_search import LayerSearch
from attnscope.widgets.pictures.thumbnail_view import ThumbnailView
from PIL import Image

from .shot_desk import ShotDesk
from .shot_overs import OVERS, Show

PLACE = (40, 30)
"""The picked place, in the input's rows and columns."""


def _channel(shot: ShotDesk) -> None:
    shot.layer("channel")
    bars = shot.desk.state.now.answers["bars"].array().reshape(-1)
    shot.desk.looking.focus(channel=int(bars.argmax()))


def _channels_picked(shot: ShotDesk) -> None:
    _channel(shot)
    shot.desk.looking.focus(channels=(1, 7, 30, 44))
    shot.desk.looking.look(bars="sorted")


def _histogram(shot: ShotDesk) -> None:
    shot.layer("channel")
    shot.desk.looking.look(bars="histogram")


def _spatial(place: int) -> Callable[[ShotDesk], None]:
    def show(shot: ShotDesk) -> None:
        shot.layer("spatial")
        shot.press(SpatialPage, place)

    return show


def _heads(shot: ShotDesk) -> None:
    shot.layer("heads", -2)
    shot.desk.looking.focus(query=PLACE)


def _tab(name: str) -> Callable[[ShotDesk], None]:
    def show(shot: ShotDesk) -> None:
        _heads(shot)
        shot.desk.looking.focus(head=1)
        shot.desk.window.findChild(HeadsPage).show_tab(name)

    return show


def _marks(shot: ShotDesk) -> None:
    _heads(shot)
    shot.desk.looking.focus(pins=((20, 70), (70, 20), (60, 60)))
    shot.desk.looking.look(contours=True, cell_grid=True, smooth=False, keep=0.6, colour_map="viridis")


def _panes(**focus: object) -> Callable[[ShotDesk], None]:
    def show(shot: ShotDesk) -> None:
        shot.layer("heads", -2)
        shot.desk.looking.focus(**focus)

    return show


def _split(shot: ShotDesk) -> None:
    _heads(shot)
    shot.desk.looking.focus(second="photo")
    shot.desk.looking.look(split=True)


def _pinned(second: str) -> Callable[[ShotDesk], None]:
    def show(shot: ShotDesk) -> None:
        _heads(shot)
        shot.desk.session.pinned.pin()
        other = next(path for path in samples() if path.stem == "scene-moon")
        shot.desk.window.arrivals.take([other])
        shot.settle(lambda: shot.desk.state.now.picture.name == other.name)
        shot.desk.looking.focus(second=second, query=PLACE)

    return show


def _view(name: str, **look: object) -> Callable[[ShotDesk], None]:
    def show(shot: ShotDesk) -> None:
        shot.layer("heads" if name == "wall" else "channel", 0)
        shot.desk.looking.focus(view=name, query=PLACE)
        shot.desk.looking.look(**look)

    return show


def _rail(shot: ShotDesk) -> None:
    shot.layer("channel", 11)


def _plain(shot: ShotDesk) -> None:
    shot.layer("other")


def _rail_found(shot: ShotDesk) -> None:
    shot.desk.window.findChild(LayerSearch).setText("layer3 1")


def _album(shot: ShotDesk) -> None:
    folder = shot.scratch / "photos"
    folder.mkdir(exist_ok=True)
    for number, path in enumerate(samples()):
        Image.open(path).convert("RGB").save(folder / f"photo {number:02}.jpg")
    shot.desk.window.arrivals.take([folder])
    shot.settle(lambda: len(shot.desk.state.now.album) == len(samples()))
    shot.desk.window.docks.show("pictures")
    strip = shot.desk.window.findChild(AlbumPanel).findChild(ThumbnailView)
    shot.settle(lambda: not strip.model().missing(strip.rows_in_reach()))


def _video(shot: ShotDesk) -> None:
    first, *more = (Image.open(path).convert("RGB").resize((320, 240)) for path in samples()[2:])
    film = shot.scratch / "film.gif"
    first.save(film, save_all=True, append_images=more * 6, duration=80)
    shot.desk.window.arrivals.take([film])
    video = shot.desk.window.arrivals.sources.video
    shot.settle(lambda: video.count > 1 and shot.desk.state.now.picture.name.startswith("film"))
    opened_with = shot.desk.state.now.picture
    video.go(7)
    shot.settle(lambda: video.number == 7 and shot.desk.state.now.picture is not opened_with)


VIEWS: dict[str, tuple[str, Show]] = {
    "channel": ("tour", _channel),
    "channels-picked": ("tour", _channels_picked),
    "histogram": ("tour", _histogram),
    "spatial": ("tour", _spatial(0)),
    "energy": ("tour", _spatial(1)),
    "product": ("tour", _spatial(2)),
    "heads": ("tour", _heads),
    "matrix": ("tour", _tab("matrix")),
    "similarity": ("tour", _tab("similarity")),
    "marks": ("tour", _marks),
    "beside": ("tour", _panes(second="gradcam")),
    "rollout": ("tour", _panes(source="rollout", second="gradient_rollout", discard=0.5)),
    "split": ("tour", _split),
    "pinned": ("tour", _pinned("beside")),
    "difference": ("tour", _pinned("difference")),
    "wall": ("tour", _view("wall")),
    "channels": ("tour", _view("channels", bars="sorted")),
    "album": ("tour", _album),
    "video": ("tour", _video),
    **{name: ("tour", show) for name, show in OVERS.items()},
    "rail-50": ("gated", _rail),
    "rail-found": ("gated", _rail_found),
    "plain": ("gated", _plain),
    "channels-50": ("gated", _view("channels")),
    "wall-144": ("tokens", _view("wall")),
    "heads-12": ("tokens", _heads),
}
"""Name -> the network that it is shown on, and what brings it about."""
