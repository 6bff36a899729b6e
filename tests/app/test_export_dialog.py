"""The export dialog: what is chosen is what is written, and what cannot be had is said before it is tried."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.export.exporting import Exporting
from attnscope.app.state.settings import Settings
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.model_request import ModelRequest
from attnscope.widgets.controls.export_form import ExportForm
from attnscope.widgets.controls.sheet import Sheet
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from . import exported_pass


@pytest.fixture(scope="module")
def engine(tmp_path_factory, qapp):
    return exported_pass.engine(tmp_path_factory.mktemp("pass"))


@pytest.fixture
def desk(qtbot, engine, tmp_path) -> SimpleNamespace:
    parent, said, state = QWidget(), [], State()
    parent.resize(900, 700)
    qtbot.addWidget(parent)
    now = engine.shown(2, Look(), Focus())
    fields = ("picture", "pictured", "outcome", "made_by", "focus", "answers")
    state.update(**{name: getattr(now, name) for name in fields})
    networks = SimpleNamespace(request=ModelRequest(device="cpu"))
    session = SimpleNamespace(networks=networks, say=said.append, is_remote=False, place="gpu1")
    settings = Settings(tmp_path / "settings.ini")
    exporting = Exporting(parent, state, session, settings)  # pyright: ignore[reportArgumentType]
    out = tmp_path / "aus gabe"
    return SimpleNamespace(parent=parent, said=said, state=state, session=session, exporting=exporting, out=out)


def opened(desk: SimpleNamespace, monkeypatch) -> SimpleNamespace:
    """The dialog, with the folder chosen by its button."""
    desk.exporting.choose()
    sheet = desk.parent.findChildren(Sheet)[-1]
    form = sheet.findChild(ExportForm)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.out))
    buttons = {button.text(): button for button in sheet.findChildren(QPushButton)}
    buttons["Choose …"].click()
    return SimpleNamespace(sheet=sheet, form=form, buttons=buttons)


def check(form: ExportForm, *names: str) -> None:
    for name, box in form._formats.items():
        if box.isChecked() != (name in names):
            box.click()


def test_the_view_is_written_in_every_format_that_was_checked(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    check(dialog.form, "png", "svg", "pdf", "csv", "npz")
    dialog.buttons["Export"].click()
    names = {path.name for path in desk.out.iterdir()}
    assert names == {f"sc-ne-7-03-first.{ending}" for ending in ("png", "svg", "pdf", "csv", "npz")}
    assert desk.said[-1].level == "info"
    assert not dialog.sheet.isVisible()
    with np.load(desk.out / "sc-ne-7-03-first.npz") as arrays:
        np.testing.assert_array_equal(arrays["map"], desk.state.now.answers["map"].array())


def test_the_table_of_a_view_says_where_each_weight_lies(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    check(dialog.form, "csv")
    dialog.buttons["Export"].click()
    lines = next(desk.out.glob("*.csv")).read_text().splitlines()
    assert lines[0] == "row,column,x,y,width,height,value"
    assert len(lines) == 1 + 15
    row, column, x, y, width, height, value = lines[1 + 7].split(",")
    assert (row, column, x, y, width, height) == ("1", "2", "48", "24", "24", "24")
    assert float(value) == pytest.approx(desk.state.now.answers["map"].array()[1, 2])


def test_a_layer_is_all_its_pictures_and_arrays(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    dialog.buttons["This layer"].click()
    check(dialog.form, "png", "csv")
    dialog.buttons["Export"].click()
    names = {path.name for path in desk.out.iterdir()}
    assert {f"sc-ne-7-03-first-{what}.png" for what in ("overlay", "heads", "matrix", "similarity")} <= names
    assert {"sc-ne-7-03-first-matrix.csv", "sc-ne-7-03-first-heads.csv"} <= names


def test_a_finer_resolution_is_more_pixels(desk, monkeypatch):
    sizes = []
    for entry in ("72 dpi", "144 dpi"):
        dialog = opened(desk, monkeypatch)
        dpi = dialog.form._dpi
        dpi.setFocus()
        dpi.setCurrentText(entry)
        dialog.buttons["Export"].click()
        with Image.open(next(desk.out.glob("*.png"))) as image:
            sizes.append(image.width)
    assert sizes[1] == pytest.approx(2 * sizes[0], abs=1)


def test_what_holds_every_layer_is_only_to_be_had_for_every_layer(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    assert not dialog.form._formats["html"].isEnabled()
    assert "Every layer" in dialog.form._formats["gif"].toolTip()
    dialog.buttons["Every layer"].click()
    assert dialog.form._formats["html"].isEnabled()


def test_every_layer_is_written_while_the_dialog_says_how_far_it_is(desk, monkeypatch, qtbot):
    dialog = opened(desk, monkeypatch)
    dialog.buttons["Every layer"].click()
    check(dialog.form, "npz", "html")
    heard: list[tuple[int, int, str]] = []
    desk.exporting._process.progressed.connect(lambda *told: heard.append(told))
    with qtbot.waitSignal(desk.exporting._process.finished, timeout=120_000):
        dialog.buttons["Export"].click()
        assert not dialog.buttons["Stop"].isHidden()
    assert {path.name for path in desk.out.iterdir()} == {"weights.npz", "attention.html"}
    assert [file for _, _, file in heard] == ["weights.npz", "attention.html"]
    assert desk.said[-1].text.startswith("Every layer was exported")
    assert dialog.buttons["Stop"].isHidden()


def test_a_running_export_can_be_stopped(desk, monkeypatch, qtbot):
    dialog = opened(desk, monkeypatch)
    dialog.buttons["Every layer"].click()
    with qtbot.waitSignal(desk.exporting._process.finished, timeout=60_000):
        dialog.buttons["Export"].click()
        dialog.buttons["Stop"].click()
    assert "was stopped" in desk.said[-1].text
    assert not [path for path in desk.out.rglob("*") if path.name.endswith(".part")]
    assert not desk.exporting._process.is_running


def test_an_engine_elsewhere_gives_the_view_and_the_layer_and_says_why_not_more(desk, monkeypatch):
    desk.session.is_remote = True
    dialog = opened(desk, monkeypatch)
    assert not dialog.buttons["Every layer"].isEnabled()
    assert "gpu1" in dialog.buttons["Every layer"].toolTip()
    check(dialog.form, "png")
    dialog.buttons["Export"].click()
    assert len(list(desk.out.glob("*.png"))) == 1


def test_what_was_chosen_is_there_the_next_time(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    check(dialog.form, "svg")
    dialog.buttons["Export"].click()
    again = opened(desk, monkeypatch)
    assert again.form.choice().formats == ("svg",)
    assert again.form.choice().folder == str(desk.out)


def test_without_a_format_or_a_folder_nothing_can_be_exported(desk, monkeypatch):
    dialog = opened(desk, monkeypatch)
    check(dialog.form)
    assert not dialog.buttons["Export"].isEnabled()
    assert "at least one" in dialog.form.problem()
    dialog.form._formats["png"].click()
    assert dialog.buttons["Export"].isEnabled()


def test_a_folder_that_cannot_be_made_is_said_and_the_dialog_stays(desk, monkeypatch, tmp_path: Path):
    dialog = opened(desk, monkeypatch)
    taken = tmp_path / "file"
    taken.write_text("")
    dialog.form.set_folder(str(taken / "under"))
    dialog.buttons["Export"].click()
    assert desk.said[-1].level == "error"
    assert dialog.sheet.isVisible()


def test_the_copied_view_is_the_picture_with_its_caption(desk):
    image = desk.exporting.copy_image()
    assert image is not None
    assert image.width() > 1000


def test_the_copied_wall_is_the_wall(desk, engine):
    now = engine.shown(2, Look(), Focus(view="wall"))
    before = desk.exporting.copy_image()
    desk.state.update(focus=now.focus, answers=now.answers)
    image = desk.exporting.copy_image()
    assert image is not None
    assert image.size() != before.size()


def test_everything_is_reached_by_the_keyboard(desk, monkeypatch, qtbot):
    dialog = opened(desk, monkeypatch)
    reached = set()
    for _ in range(20):
        focused = dialog.sheet.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    form = dialog.form
    wanted = [*(box for box in form._formats.values() if box.isEnabled()), form._dpi, form._theme, form._folder]
    assert set(wanted) <= reached
    assert dialog.buttons["Export"] in reached
