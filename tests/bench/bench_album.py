"""Wall time until the first small pictures of a folder of 1,000 photos are painted, and the longest gap in the window.

Run alone: `python tests/bench/bench_album.py`. The photos are JPEGs of 4000 x 3000 pixels, as a camera writes them; the
window is 1920 wide. Beside it: the same thumbnails decoded in full by Pillow, and by Qt at the size that is needed, one
after the other in the window's thread, as a simple program would. Rounds are interleaved; medians.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from attnscope.app.pictures.album import Album
from attnscope.app.pictures.album_panel import AlbumPanel
from attnscope.app.pictures.thumbnails import SIDE
from attnscope.app.state.state import State
from attnscope.widgets.look.theme import DARK, apply_theme
from attnscope.widgets.pictures.thumbnail_model import THUMBNAIL
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QListView

COUNT, ROUNDS = 1000, 7


def main() -> None:
    """Time all ways in turn and print the table."""
    application = QApplication(sys.argv[:1])
    apply_theme(application, DARK)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_photos(folder)
        in_sight = opened(application, folder)[3]
        rounds = [
            (opened(application, folder), one_by_one(folder, in_sight, by_pillow), one_by_one(folder, in_sight, by_qt))
            for _ in range(ROUNDS)
        ]
    report(rounds, in_sight, application.platformName())


def write_photos(folder: Path) -> None:
    """One photo of smooth shapes and sensor noise under a thousand names; its bytes are the same, its files are not."""
    rng = np.random.default_rng(1)
    coarse = Image.fromarray(rng.integers(0, 255, (30, 40, 3), dtype=np.uint8)).resize((4000, 3000), Image.BICUBIC)
    noisy = np.asarray(coarse).astype(np.int16) + rng.normal(0, 6, (3000, 4000, 1)).astype(np.int16)
    first = folder / "IMG_0001.jpg"
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(first, quality=88)
    body = first.read_bytes()
    for number in range(2, COUNT + 1):
        (folder / f"IMG_{number:04d}.jpg").write_bytes(body)


def opened(application: QApplication, folder: Path) -> tuple[float, float, float, int]:
    """(ms to the first one, ms until all in sight are painted, longest gap in ms, how many are in sight)."""
    state = State()
    album = Album(state, lambda path: None)
    panel = AlbumPanel(state, album)
    panel.resize(1920, 170)
    panel.show()
    application.processEvents()
    model = panel.findChild(QListView).model()
    begin = last = time.perf_counter()
    first, gap, rows = 0.0, 0.0, 0
    album.open([folder])
    while True:
        turn(application)
        now = time.perf_counter()
        gap, last = max(gap, now - last), now
        if not state.now.album:
            continue
        rows = rows or visible(panel)
        known = sum(model.index(row, 0).data(THUMBNAIL).pixmap is not None for row in range(rows))
        if known and not first:
            panel.repaint()
            first = time.perf_counter() - begin
        if known == rows:
            break
    panel.repaint()
    done = time.perf_counter() - begin
    gap = max(gap, gap_while_loading(application))
    panel._thumbnails.stop()
    panel.close()
    return first * 1000, done * 1000, gap * 1000, rows


def turn(application: QApplication) -> None:
    """One turn of the event loop, and a rest: a window that waits leaves the processor to the readers."""
    application.processEvents()
    time.sleep(0.002)


def gap_while_loading(application: QApplication, seconds: float = 1.0) -> float:
    """The longest time between two turns of the event loop, while those behind the edge are loaded."""
    end = time.perf_counter() + seconds
    gap, last = 0.0, time.perf_counter()
    while last < end:
        turn(application)
        now = time.perf_counter()
        gap, last = max(gap, now - last), now
    return gap


def visible(panel: AlbumPanel) -> int:
    view = panel.findChild(QListView)
    room = view.viewport().rect()
    return sum(room.intersects(view.visualRect(view.model().index(row, 0))) for row in range(60))


def one_by_one(folder: Path, count: int, decode) -> tuple[float, float, float, int]:
    begin = time.perf_counter()
    gaps = []
    for path in sorted(folder.iterdir())[:count]:
        each = time.perf_counter()
        decode(path)
        gaps.append(time.perf_counter() - each)
    return gaps[0] * 1000, (time.perf_counter() - begin) * 1000, max(gaps) * 1000, count


def by_pillow(path: Path) -> None:
    with Image.open(path) as image:
        image.load()
        image.resize((SIDE, SIDE * 3 // 4))


def by_qt(path: Path) -> None:
    reader = QImageReader(str(path))
    reader.setScaledSize(reader.size().scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    reader.read()


def report(rounds: list, in_sight: int, platform: str) -> None:
    """Print one table."""
    print(f"{COUNT} photos of 4000 x 3000, {in_sight} in sight, platform {platform}, median of {ROUNDS}")
    print(f"{'':<34}{'first':>10}{'all in sight':>15}{'longest gap':>14}")
    names = ("attnscope, folder to painted", "Pillow, in full, in the window", "Qt, scaled, in the window")
    for name, column in zip(names, zip(*rounds, strict=True), strict=True):
        first, done, gap = (statistics.median(values[at] for values in column) for at in range(3))
        print(f"{name:<34}{first:>7.0f} ms{done:>12.0f} ms{gap:>11.0f} ms")


if __name__ == "__main__":
    main()
