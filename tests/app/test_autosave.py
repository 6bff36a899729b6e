"""What the window shows is kept on disk, and offered after an unclean end."""

import subprocess
import sys
from pathlib import Path

import pytest
from attnscope.app.desk.autosave import left_behind
from attnscope.app.keeping.session_file import SavedPicture, SavedSession, read_session, write_session
from attnscope.app.state.wishes import Look
from PySide6.QtWidgets import QPushButton

from .stand_in_desk import a_file, open_desk, with_pass


@pytest.fixture
def desk(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as made:
        yield made


def kept(desk) -> SavedSession:
    desk.actions.autosave.save()
    desk.actions.autosave.wait()
    return read_session(desk.actions.autosave.path)


def abandoned(folder: Path, look: Look | None = None) -> Path:
    """What a program leaves that ends in the middle of its work: the file, and the lock of a process that is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "1-dead.attnsession"
    write_session(path, SavedSession(look=look or Look(contours=True), picture=SavedPicture(a_file(folder))))
    code = (
        "import os, sys; from PySide6.QtCore import QLockFile; lock = QLockFile(sys.argv[1]);"
        "lock.tryLock(0) or sys.exit(3); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, str(path.with_suffix(".lock"))], check=True)
    assert path.with_suffix(".lock").exists()
    return path


def press(desk, text: str) -> None:
    next(one for one in desk.window.messages.findChildren(QPushButton) if one.text() == text).click()


def test_what_is_shown_is_kept(desk):
    with_pass(desk)
    desk.looking.look(colour_map="viridis")
    assert kept(desk).look.colour_map == "viridis"


def test_a_change_is_kept_a_moment_later_by_itself(qtbot, desk):
    with_pass(desk)
    desk.actions.autosave._timer.setInterval(0)
    desk.actions.autosave._timer.stop()
    desk.looking.look(opacity=0.125)
    qtbot.waitUntil(lambda: desk.actions.autosave.path.exists())
    qtbot.waitUntil(lambda: read_session(desk.actions.autosave.path).look.opacity == 0.125)


def test_nothing_is_kept_while_there_is_nothing_to_keep(desk):
    desk.actions.autosave.save()
    desk.actions.autosave.wait()
    assert not desk.actions.autosave.path.exists()


def test_nothing_is_left_of_a_window_that_was_closed(qapp, tmp_path):
    with open_desk(qapp, tmp_path) as desk:
        with_pass(desk)
        kept(desk)
        folder = desk.actions.autosave.path.parent
        desk.window.close()
    assert list(folder.iterdir()) == []


def test_what_a_dead_program_left_is_offered_and_restored(qtbot, qapp, tmp_path):
    path = abandoned(tmp_path / "sessions")
    with open_desk(qapp, tmp_path) as desk:
        desk.actions.autosave.offer()
        assert [text for _, text in desk.state.now.notice.deeds] == ["Restore", "Discard"]
        press(desk, "Restore")
        assert desk.state.now.look.contours
        qtbot.waitUntil(lambda: desk.state.now.picture is not None)
        assert desk.state.now.picture.name == "a.png"
        assert not path.exists()
        assert desk.state.now.notice is None


def test_the_offer_outlives_the_first_picture_with_its_sentences(qtbot, qapp, tmp_path):
    abandoned(tmp_path / "sessions")
    with open_desk(qapp, tmp_path) as desk:
        desk.actions.autosave.offer()
        with_pass(desk)
        qtbot.waitUntil(lambda: desk.state.now.notice is not None)
        assert [deed for deed, _ in desk.state.now.notice.deeds] == ["restore", "discard"]


def test_what_was_left_can_be_restored_from_the_menu_until_it_is(qapp, tmp_path):
    abandoned(tmp_path / "sessions")
    with open_desk(qapp, tmp_path) as desk:
        one = next(one for one in desk.actions.every if one.text().startswith("Restore the session"))
        assert not one.isEnabled()
        desk.actions.autosave.offer()
        desk.session.say(None)
        desk.actions.list.refresh()
        assert one.isEnabled()
        one.trigger()
        assert desk.state.now.look.contours
        assert not one.isEnabled()


def test_what_is_discarded_is_gone_and_changes_nothing(qapp, tmp_path):
    path = abandoned(tmp_path / "sessions")
    with open_desk(qapp, tmp_path) as desk:
        desk.actions.autosave.offer()
        press(desk, "Discard")
        assert not desk.state.now.look.contours
        assert not path.exists()
        assert left_behind(path.parent) is None


def test_another_windows_session_is_not_offered(qapp, tmp_path, desk):
    with_pass(desk)
    kept(desk)
    with open_desk(qapp, tmp_path) as second:
        second.actions.autosave.offer()
        assert second.state.now.notice is None
        assert second.actions.autosave.path != desk.actions.autosave.path
    assert desk.actions.autosave.path.exists()


def test_of_several_only_the_newest_is_kept(tmp_path):
    import os

    for age, name in ((30, "old"), (10, "new"), (20, "middle")):
        path = tmp_path / f"{name}.attnsession"
        write_session(path, SavedSession())
        os.utime(path, (1_000_000 - age, 1_000_000 - age))
    assert left_behind(tmp_path) == tmp_path / "new.attnsession"
    assert [path.name for path in tmp_path.glob("*.attnsession")] == ["new.attnsession"]


def test_a_damaged_one_is_said_and_not_offered_again(qapp, tmp_path):
    path = abandoned(tmp_path / "sessions")
    path.write_text("{")
    with open_desk(qapp, tmp_path) as desk:
        desk.actions.autosave.offer()
        press(desk, "Restore")
        assert "no session" in desk.state.now.notice.text
        assert not path.exists()


def test_a_folder_that_cannot_be_written_is_said_once(qapp, tmp_path):
    (tmp_path / "sessions").write_text("a file in the way")
    with open_desk(qapp, tmp_path) as desk:
        with_pass(desk)
        desk.actions.autosave.save()
        assert "kept safe" in desk.state.now.notice.text
        desk.session.say(None)
        desk.actions.autosave.save()
        assert desk.state.now.notice is None


def test_a_disk_that_is_full_is_said_once(qapp, desk, monkeypatch):
    def full(**_):
        raise OSError(28, "No space left on device")

    with_pass(desk)
    monkeypatch.setattr("tempfile.mkstemp", full)
    for expected in (True, False):
        desk.session.say(None)
        desk.actions.autosave.save()
        desk.actions.autosave.wait()
        qapp.processEvents()
        assert (desk.state.now.notice is not None) is expected
