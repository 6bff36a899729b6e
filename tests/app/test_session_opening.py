"""A session comes back as it was: network, picture, what was looked at and how, and the panes."""

import dataclasses
from pathlib import Path

import pytest
from attnscope.app.keeping.session_file import SavedPicture, SavedSession, read_session, write_session
from attnscope.app.state.wishes import Focus, Look
from attnscope.models.model_request import ModelRequest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from .stand_in import MODEL, outcome
from .stand_in_desk import a_file, a_picture, client_of, open_desk, with_pass

FOCUS = Focus(layer=2, head=1, query=(3, 4), source="rollout", pins=((1, 2),))


@pytest.fixture
def desk(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as made:
        yield made


def settle(qtbot, desk, loads: bool = True) -> None:
    """The engine answers what the session made the window ask."""
    client = client_of(desk)
    if loads:
        client.answer_newest("load", "loaded", model=MODEL)
    qtbot.waitUntil(lambda: desk.state.now.activity == "running")
    client.answer(client.asked("record")[-1], "recorded", **{"pass": outcome()})


def test_a_saved_session_is_what_is_opened(qtbot, qapp, desk, tmp_path, monkeypatch):
    desk.session.open(a_file(tmp_path))
    qtbot.waitUntil(lambda: desk.state.now.picture is not None)
    client_of(desk).load_and_record()
    desk.looking.look(colour_map="viridis", opacity=0.25)
    desk.state.update(focus=FOCUS)
    path = tmp_path / "mine.attnsession"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))
    desk.actions.sessions.save()
    (tmp_path / "other").mkdir()
    with open_desk(qapp, tmp_path / "other") as other:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        other.actions.sessions.open()
        qtbot.waitUntil(lambda: other.state.now.picture is not None)
        settle(qtbot, other)
        assert other.state.now.picture.path == tmp_path / "a.png"
        assert other.state.now.focus == FOCUS
        assert (other.state.now.look.colour_map, other.state.now.look.opacity) == ("viridis", 0.25)


def test_a_pasted_picture_is_saved_inside(qtbot, qapp, desk, tmp_path):
    picture = a_picture("pasted picture")
    with_pass(desk, picture)
    desk.actions.sessions.save_file(tmp_path / "p.attnsession")
    with_pass(desk, a_picture("another"))
    desk.actions.sessions.open_file(tmp_path / "p.attnsession")
    qtbot.waitUntil(lambda: desk.state.now.picture.name == "pasted picture")
    assert (desk.state.now.picture.pixels == picture.pixels).all()


def test_the_focus_waits_for_the_pass_of_the_sessions_own_network(qtbot, desk, tmp_path):
    with_pass(desk)
    request = ModelRequest("torchvision/vit_b_16")
    desk.actions.opening.open(SavedSession(request, focus=FOCUS, picture=SavedPicture(a_file(tmp_path))))
    qtbot.waitUntil(lambda: desk.state.now.picture.path is not None)
    assert desk.state.now.focus == Focus()
    sent = client_of(desk).sent[client_of(desk).asked("load")[-1]]
    assert (sent["model"], sent["trust"]) == ("torchvision/vit_b_16", False)
    settle(qtbot, desk)
    assert desk.state.now.focus == FOCUS


def test_a_session_of_what_is_there_already_is_looked_at_at_once(desk):
    with_pass(desk)
    desk.actions.opening.open(SavedSession(ModelRequest(), Look(contours=True), FOCUS))
    assert not client_of(desk).asked("load")
    assert desk.state.now.focus == FOCUS
    assert desk.state.now.look.contours


def test_what_the_pass_does_not_have_is_left_out(desk):
    with_pass(desk)
    desk.actions.opening.open(SavedSession(ModelRequest(), focus=dataclasses.replace(FOCUS, head=99, layer=2)))
    assert (desk.state.now.focus.layer, desk.state.now.focus.head) == (2, None)


def test_a_missing_picture_is_said_and_the_rest_is_opened(desk, tmp_path):
    with_pass(desk)
    saved = SavedSession(ModelRequest(), Look(contours=True), FOCUS, SavedPicture(tmp_path / "gone.png"))
    desk.actions.opening.open(saved)
    assert "gone.png" in desk.state.now.notice.text
    assert desk.state.now.look.contours
    assert desk.state.now.focus == FOCUS


def test_a_network_that_cannot_be_loaded_leaves_the_one_before_and_the_rest(qtbot, desk):
    with_pass(desk)
    desk.actions.opening.open(SavedSession(ModelRequest("timm/none"), focus=FOCUS))
    client_of(desk).answer_newest("load", "failed", message="There is no such network.", code="")
    assert desk.state.now.notice.text == "There is no such network."
    assert desk.state.now.focus == FOCUS


def test_a_file_that_is_none_changes_nothing(desk, tmp_path):
    with_pass(desk)
    before = desk.state.now.look, desk.state.now.focus, desk.state.now.picture
    (tmp_path / "x.attnsession").write_text("{")
    desk.actions.sessions.open_file(tmp_path / "x.attnsession")
    assert "no session" in desk.state.now.notice.text
    assert (desk.state.now.look, desk.state.now.focus, desk.state.now.picture) == before


def code_session(tmp_path: Path) -> SavedSession:
    (tmp_path / "net.py").write_text("def build(): ...")
    return SavedSession(ModelRequest(f"{tmp_path / 'net.py'}:build"), Look(contours=True))


@pytest.mark.parametrize(("button", "loads"), [("Leave it out", 0), ("Run it", 1)])
def test_code_of_the_users_is_run_only_once_he_agrees(desk, tmp_path, button, loads):
    with_pass(desk)
    write_session(tmp_path / "c.attnsession", code_session(tmp_path))
    desk.actions.opening.open(read_session(tmp_path / "c.attnsession"))
    assert not client_of(desk).asked("load")
    assert desk.state.now.look.contours
    question = desk.window.findChild(QMessageBox)
    assert "net.py:build" in question.text()
    next(one for one in question.buttons() if one.text() == button).click()
    assert len(client_of(desk).asked("load")) == loads


def test_code_that_runs_already_is_not_asked_about_again(qapp, tmp_path):
    saved = code_session(tmp_path)
    with open_desk(qapp, tmp_path, saved.request) as desk:
        with_pass(desk)
        desk.actions.opening.open(saved)
        assert desk.window.findChild(QMessageBox) is None


def test_a_pinned_picture_comes_back_beside_the_other(qtbot, desk, tmp_path):
    with_pass(desk)
    pinned, focus = SavedPicture(a_file(tmp_path, "b.png")), dataclasses.replace(FOCUS, second="difference")
    desk.actions.opening.open(SavedSession(ModelRequest(), focus=focus, beside=pinned))
    qtbot.waitUntil(lambda: desk.state.now.beside is not None and desk.state.now.beside.picture.name == "b.png")
    assert desk.state.now.focus.second == "difference"


def test_the_panes_come_back_as_they_stood(desk, tmp_path):
    with_pass(desk)
    desk.window.docks.toggle("prediction").trigger()
    desk.actions.sessions.save_file(tmp_path / "panes.attnsession")
    desk.window.docks.reset()
    assert desk.window.docks.panes()[1][1].isVisible()
    desk.actions.sessions.open_file(tmp_path / "panes.attnsession")
    assert not desk.window.docks.panes()[1][1].isVisible()


def test_a_folder_that_cannot_be_written_is_one_sentence(desk, tmp_path):
    with_pass(desk)
    desk.actions.sessions.save_file(tmp_path / "none" / "x.attnsession")
    assert "could not be written" in desk.state.now.notice.text


def test_a_session_that_arrives_by_a_drop_or_the_command_line_is_opened(qtbot, desk, tmp_path):
    with_pass(desk)
    write_session(
        tmp_path / "d.attnsession", SavedSession(look=Look(contours=True), picture=SavedPicture(a_file(tmp_path)))
    )
    desk.window.arrivals.take([tmp_path / "d.attnsession"])
    assert desk.state.now.look.contours
    qtbot.waitUntil(lambda: desk.state.now.picture.name == "a.png")


def test_the_pictures_to_go_through_come_back(qtbot, desk, tmp_path):
    with_pass(desk)
    paths = tuple(a_file(tmp_path, name) for name in ("a.png", "b.png", "c.png"))
    desk.actions.opening.open(SavedSession(picture=SavedPicture(paths[1]), album=(*paths, tmp_path / "gone.png")))
    qtbot.waitUntil(lambda: desk.state.now.picture.name == "b.png")
    assert desk.state.now.album == paths
    assert desk.window.arrivals.sources.album.at == 1
