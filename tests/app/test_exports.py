"""The files of an export: what each of them holds, and that none is left half written."""

import io
import json
import re
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from attnscope.app.__main__ import main
from attnscope.app.export import safe_writing
from attnscope.app.export.export_files import safe_name
from attnscope.app.export.export_raster import figure_image, png
from attnscope.app.export.export_vectors import pdf, svg
from attnscope.app.export.exports import Wish, export
from attnscope.app.export.figure import Figure, Part, Span, figure_theme
from attnscope.app.export.figures import layer_figures, view_figure
from attnscope.app.export.stage_figure import pin_boxes
from attnscope.app.export_command import left_out
from attnscope.app.state.shown_map import overlay_of
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.errors import UserError
from attnscope.widgets.heads.matrix_picture import Matrix, paint_matrix
from attnscope.widgets.look.colours import table
from attnscope.widgets.look.theme import DARK
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ..widgets.acting import of_image
from . import exported_pass


@pytest.fixture(scope="module")
def engine(tmp_path_factory, qapp):
    return exported_pass.engine(tmp_path_factory.mktemp("pass"))


@pytest.fixture
def shown(engine) -> SimpleNamespace:
    """The second layer of heads, at one query."""
    now = engine.shown(3, Look(gamma=0.5, keep=0.6), Focus(head=1, query=(5, 13)))
    return SimpleNamespace(now=now, figures={figure.what: figure for figure in layer_figures(now)})


def of_matrix(values: np.ndarray) -> Figure:
    matrix = Matrix(values, 0, 1)
    part = Part(
        200,
        200,
        lambda painter, rect: paint_matrix(painter, rect, matrix, figure_theme("light")),
        Span(0, 1, "inferno"),
    )
    return Figure("matrix", (part,), "a caption — 注意力", {"head": 2})


def rendered(drawing: bytes, width: int) -> np.ndarray:
    renderer = QSvgRenderer(drawing)
    assert renderer.isValid()
    size = renderer.viewBoxF().size() * (width / renderer.viewBoxF().width())
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return of_image(image)


# ---------------------------------------------------------------------- pictures


def test_a_layer_of_heads_has_every_picture_that_the_window_shows_of_it(shown):
    assert set(shown.figures) == {"overlay", "heads", "matrix", "similarity"}


def test_a_picture_says_what_it_shows(shown):
    text = shown.figures["overlay"].caption
    for part in (
        "scène 7.png",
        "net.py:Network",
        "second",
        "head 2 of 2",
        "(5, 13)",
        "inferno, gamma 0.5",
        "60% of the mass",
    ):
        assert part in text
    assert "of the mass" not in shown.figures["matrix"].caption


def test_a_png_carries_its_settings_and_its_resolution(shown):
    image = Image.open(io.BytesIO(png(shown.figures["overlay"], 300)))
    assert image.info["Description"] == shown.figures["overlay"].caption
    told = json.loads(image.info["Settings"])
    assert (told["layer"], told["head"], told["query"], told["gamma"]) == ("second", 1, [5, 13], 0.5)
    assert image.info["dpi"][0] == pytest.approx(300, abs=0.1)


def test_twice_the_resolution_is_twice_the_pixels(shown):
    sizes = [figure_image(shown.figures["matrix"], dpi).size() for dpi in (72, 144)]
    assert abs(sizes[1].width() - 2 * sizes[0].width()) <= 1


def test_a_large_photo_is_written_at_its_own_resolution_and_a_small_one_enlarged(engine):
    now = engine.shown(1, Look())
    figure = view_figure(now)
    assert figure is not None
    assert figure.pixels_per_point < 1
    assert figure_image(figure).width() > 2 * 540


def test_an_svg_has_outlines_for_letters_and_nothing_from_elsewhere(shown):
    drawing = svg(shown.figures["overlay"]).decode()
    assert "<text" not in drawing
    assert 'aria-label="0"' in drawing  # a number of the colour bar
    root = ET.fromstring(drawing)
    title, description = (root.findtext(f"{{http://www.w3.org/2000/svg}}{name}") for name in ("title", "desc"))
    assert title == shown.figures["overlay"].caption
    assert json.loads(description.splitlines()[-1])["layer"] == "second"
    assert not re.findall(r'href="(?!data:)', drawing)


def test_an_svg_looks_like_the_png(shown):
    for what in ("overlay", "heads", "matrix", "similarity"):
        figure = shown.figures[what]
        image = figure_image(figure, 72)
        pixels, drawn = of_image(image).astype(int), rendered(svg(figure), image.width()).astype(int)
        rows = min(len(pixels), len(drawn))
        off = np.abs(pixels[:rows] - drawn[:rows]).mean()
        assert off < 6, what


def test_cells_in_an_svg_stay_cells():
    """A matrix of 2 x 2: the middle of each quarter is the colour of its weight, up to the border between them."""
    figure = of_matrix(np.array([[0.0, 1.0], [1.0, 0.0]]))
    drawn = rendered(svg(figure), 1000)
    low, high = table("inferno")[0], table("inferno")[-1]
    bright = np.argwhere((np.abs(drawn.astype(int) - high).max(-1) < 6)[:, :600])
    top, left, bottom, right = *bright.min(0), *bright.max(0)
    middle = (left + right) // 2
    assert np.abs(drawn[(3 * top + bottom) // 4, middle - 6].astype(int) - low).max() < 12
    assert np.abs(drawn[(3 * top + bottom) // 4, middle + 6].astype(int) - high).max() < 12


def test_a_pdf_is_one_page_of_the_figures_size_with_its_settings_and_fonts(shown):
    content = pdf(shown.figures["matrix"])
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    size = shown.figures["matrix"].size
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert box
    assert (float(box[1]), float(box[2])) == pytest.approx((size.width(), size.height()), abs=1)
    assert b"/FontFile" in content
    assert b"/EmbeddedFile" in content


def test_maps_in_a_pdf_are_not_packed_as_photographs(shown):
    assert b"/DCTDecode" not in pdf(shown.figures["matrix"])


def test_the_dark_theme_is_dark_and_the_light_one_is_white(engine):
    now = engine.shown(0, Look())
    for name, colour in (("light", QColor("#ffffff")), ("dark", DARK.window)):
        corner = figure_image(layer_figures(now, figure_theme(name))[0], 72).pixelColor(1, 1)
        assert corner == colour


def test_what_fails_while_it_paints_is_an_error_and_no_crash():
    def paint(painter: QPainter, rect: QRectF) -> None:
        raise ValueError("no colours")

    with pytest.raises(ValueError, match="no colours"):
        figure_image(Figure("x", (Part(10, 10, paint),), ""))


def test_the_wall_and_the_channels_are_views_too(engine):
    wall = view_figure(engine.shown(2, Look(), Focus(view="wall")))
    assert wall is not None
    assert "4 heads of 2 layers" in wall.caption
    assert "class token" in wall.caption
    channels = view_figure(engine.shown(0, Look(), Focus(view="channels")))
    assert channels is not None
    assert "channels of 1 layers" in channels.caption


def test_two_panes_stand_side_by_side_each_under_its_name(engine):
    figure = view_figure(engine.shown(2, Look(), Focus(second="photo")))
    assert figure is not None
    assert [part.title for part in figure.parts] == ["attention of this layer", "bare photo"]
    assert figure.parts[1].span is None


def test_a_split_shows_the_second_pane_right_of_its_line(engine):
    split, plain, bare = (
        of_image(figure_image(view_figure(engine.shown(2, look, Focus(second=second))), 72))
        for look, second in ((Look(split=True), "photo"), (Look(), ""), (Look(opacity=0), ""))
    )
    right, left = np.s_[100:250, 400:540], np.s_[100:250, 30:200]
    np.testing.assert_array_equal(split[right], bare[right])
    # A part of a map may be stretched by a hair less than the whole of it.
    np.testing.assert_allclose(split[left].astype(int), plain[left], atol=4)
    assert np.abs(bare[left].astype(int) - plain[left]).max() > 40
    assert np.abs(bare[right].astype(int) - plain[right]).max() > 40


def test_contours_and_cell_borders_are_in_the_picture(engine):
    body = np.s_[12:330, 12:540]
    plain = of_image(figure_image(view_figure(engine.shown(1, Look())), 72))[body]
    for look in (Look(contours=True), Look(cell_grid=True)):
        assert (of_image(figure_image(view_figure(engine.shown(1, look)), 72))[body] != plain).any()


def test_pins_are_in_the_picture_around_the_cells_they_lie_in(engine):
    """The 12 x 20 input is 120 x 72 of the picture: a patch of 4 pixels is 24 of the picture."""
    now = engine.shown(2, Look(), Focus(pins=((5, 13),)))
    assert pin_boxes(now, overlay_of(now)) == [pytest.approx((72, 24, 24, 24))]


# ---------------------------------------------------------------------- a whole pass


def test_the_film_has_a_frame_for_every_layer_and_stands_as_long_as_wished(engine, tmp_path):
    export(engine, tmp_path, Wish(("gif",), seconds=0.5))
    frames = []
    with Image.open(tmp_path / "layers.gif") as film:
        assert film.n_frames == 4
        assert film.info["loop"] == 0
        for number in range(4):
            film.seek(number)
            assert film.info["duration"] == 500
            frames.append(np.asarray(film.convert("RGB")))
    assert all((one != other).any() for one, other in pairwise(frames))


def test_only_the_wished_layers_are_written(engine, tmp_path):
    export(engine, tmp_path, Wish(("png", "npz"), layers=("fir*", "(network)")))
    assert {path.name[:2] for path in tmp_path.glob("*.png")} >= {"01", "03"}
    assert not list(tmp_path.glob("04*"))
    with np.load(tmp_path / "weights.npz") as arrays:
        assert {"image", "settings", "(network)", "first"} <= set(arrays)
        assert "second" not in arrays


def test_an_unknown_layer_is_a_sentence_with_near_names(engine, tmp_path):
    with pytest.raises(UserError, match="There is no layer secnd: near it are second"):
        export(engine, tmp_path, Wish(("png",), layers=("secnd",)))


def test_the_arrays_carry_the_settings_as_json(engine, tmp_path):
    export(engine, tmp_path, Wish(("npz",), look=Look(gamma=0.5)))
    with np.load(tmp_path / "weights.npz") as arrays:
        assert json.loads(str(arrays["settings"]))["gamma"] == 0.5
        np.testing.assert_array_equal(arrays["second"], engine.trace["second"].weights.numpy())


def test_whoever_waits_hears_of_every_file(engine, tmp_path):
    heard: list[tuple[str, int, int]] = []
    written = export(engine, tmp_path, Wish(("png",)), lambda *told: heard.append(told))
    assert [name for name, _, _ in heard] == [path.name for path in written]
    assert all(done < of == 5 for _, done, of in heard)


def test_a_full_disk_is_a_sentence_and_leaves_no_half_file(engine, tmp_path, monkeypatch):
    def full(path: Path, content: bytes) -> None:
        with safe_writing.replacing(path) as file:
            file.write(content[: len(content) // 2])
            raise OSError(28, "No space left on device")

    (tmp_path / "layers.gif").write_bytes(b"before")
    monkeypatch.setattr("attnscope.app.export.exports.write_bytes", full)
    with pytest.raises(UserError, match=r"No space left on device.*make room"):
        export(engine, tmp_path, Wish(("gif",)))
    assert [path.name for path in tmp_path.iterdir()] == ["layers.gif"]
    assert (tmp_path / "layers.gif").read_bytes() == b"before"


def test_a_folder_that_must_not_be_written_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match="choose another folder"), safe_writing.replacing(tmp_path / "none" / "a.png"):
        pass


def test_names_of_files_are_such_that_every_system_allows():
    assert safe_name("a/b:c*注意 力?.png") == "a-b-c-.png"
    assert safe_name("注意力") == "picture"


def test_a_rollout_lies_over_the_layers_that_have_one_and_the_others_say_why_not(engine, tmp_path):
    engine.refusals.clear()
    export(engine, tmp_path, Wish(("png",), focus=Focus(source="rollout")))
    overlays = sorted(path.name[:2] for path in tmp_path.glob("*-overlay.png"))
    assert overlays == ["03", "04"]
    assert engine.refusals


def test_a_place_where_a_layer_has_no_query_shows_its_class_token_there(engine):
    """The last row of the picture is there in every layer; a number beyond the last query is not."""
    now = engine.shown(2, Look(), Focus(query=99))
    assert now.focus.query is None
    np.testing.assert_array_equal(now.answers["map"].array(), engine.shown(2, Look()).answers["map"].array())


def test_an_attribution_is_one_picture_for_the_whole_network_and_names_its_class(engine, tmp_path):
    export(engine, tmp_path, Wish(("png", "gif"), focus=Focus(source="gradcam", target=2)))
    assert not list(tmp_path.glob("*-overlay.png"))
    with Image.open(tmp_path / "00-gradcam.png") as image:
        assert "Grad-CAM of class 2" in image.info["Description"]
        assert "first" not in image.info["Description"]
        assert "Neither is an explanation" in image.info["Description"]
    with Image.open(tmp_path / "layers.gif") as film:
        assert film.n_frames == 4


def test_a_saved_pass_is_exported_without_its_network(engine, tmp_path, capsys):
    engine.trace.save(tmp_path / "pass.attn")
    out = tmp_path / "out"
    assert main(["export", str(tmp_path / "pass.attn"), "-o", str(out), "--formats", "npz,png,html"]) == 0
    with np.load(out / "weights.npz") as arrays:
        np.testing.assert_allclose(arrays["second"], engine.trace["second"].weights.numpy(), atol=1e-6)
        assert arrays["image"].shape == (*exported_pass.SIZE, 3)
    assert (out / "03-first-overlay.png").exists()
    assert not list(out.glob("*-features.png"))
    assert main(["export", str(tmp_path / "pass.attn"), "-o", str(out), "--source", "gradcam"]) == 2
    assert "with its network" in capsys.readouterr().err


def test_what_is_left_out_is_told_once_for_each_reason():
    refusals = [*((name, "no place.") for name in "abcde"), ("f", "too large.")]
    assert left_out(refusals) == ["left out in a, b, c and 2 more: no place.", "left out in f: too large."]
