"""Wishes become requests, answers become state; what was overtaken or has failed changes nothing on screen."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.desk.deeds import Deeds
from attnscope.app.session.session import Session
from attnscope.app.state.looking import Looking
from attnscope.app.state.state import State
from attnscope.app.state.wishes import Focus
from PIL import Image

from .stand_in import LAYERS, MODEL, TOUR, StandInClient, layer, outcome


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    session = Session(state, client, TOUR)  # pyright: ignore[reportArgumentType]
    return SimpleNamespace(
        state=state, client=client, session=session, looking=Looking(state), deeds=Deeds(session, {})
    )


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "红 星.png"
    Image.fromarray(np.full((20, 30, 3), 90, np.uint8)).save(path)
    return path


def open_and_wait(qtbot, desk, image: Path) -> None:
    with qtbot.waitSignal(desk.session._reader.read):
        desk.session.open(image)


def test_a_picture_is_recorded_as_soon_as_it_is_read_and_the_network_has_come(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    assert desk.state.now.picture.name == "红 星.png"
    desk.client.load_and_record()
    assert [x.name for x in desk.state.now.outcome.layers] == ["gate", "place", "attn"]
    assert desk.state.now.pictured is desk.state.now.picture
    assert desk.state.now.activity == "idle"


def test_what_has_to_be_said_of_a_pass_is_said(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.answer_newest("load", "loaded", model=MODEL)
    desk.client.answer_newest("record", "recorded", **{"pass": outcome() | {"notes": ["Too large to be kept."]}})
    assert (desk.state.now.notice.level, desk.state.now.notice.text) == ("warning", "Too large to be kept.")


def test_a_new_picture_stops_the_pass_of_the_old_one_whose_late_answer_changes_nothing(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.answer_newest("load", "loaded", model=MODEL)
    first = desk.client.asked("record")[-1]
    open_and_wait(qtbot, desk, image)
    assert desk.client.cancelled == [first]
    desk.client.answer(first, "recorded", **{"pass": outcome()})
    assert desk.state.now.outcome is None
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})
    assert desk.state.now.outcome is not None


def test_of_twenty_quick_pictures_only_the_last_is_shown(qtbot, desk, tmp_path: Path):
    for number in range(20):
        Image.new("RGB", (4, 4 + number)).save(tmp_path / f"{number}.png")
    shown: list[str] = []
    desk.state.changed.connect(lambda names: shown.append(desk.state.now.picture.name) if "picture" in names else None)
    for number in range(20):
        desk.session.open(tmp_path / f"{number}.png")
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["19.png"]


def test_a_file_that_is_no_picture_is_said_and_the_picture_stays(qtbot, desk, image, tmp_path: Path):
    open_and_wait(qtbot, desk, image)
    broken = tmp_path / "notes.jpg"
    broken.write_text("no picture")
    with qtbot.waitSignal(desk.session._reader.failed):
        desk.session.open(broken)
    assert desk.state.now.notice.level == "error"
    assert "notes.jpg" in desk.state.now.notice.text
    assert desk.state.now.picture.name == image.name


def test_a_network_that_cannot_be_loaded_is_said_and_the_layers_stay(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    before = desk.state.now.outcome
    desk.session.networks.change(model="nonsense")
    desk.client.answer_newest("load", "failed", message="There is no network called nonsense.")
    assert desk.state.now.notice.text == "There is no network called nonsense."
    assert desk.state.now.outcome is before


def test_an_engine_that_dies_is_started_again_once_and_then_only_when_asked(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.client.failed.emit("The engine was killed.")
    assert desk.client.restarts == 1
    assert "The engine was killed." in desk.state.now.notice.text
    assert desk.client.asked("load")
    assert desk.state.now.outcome is not None
    desk.client.failed.emit("The engine was killed.")
    assert desk.client.restarts == 1
    assert desk.state.now.notice.deeds
    assert desk.state.now.activity == "stopped"
    desk.session.restart()
    desk.client.load_and_record()
    desk.client.failed.emit("The engine was killed.")
    assert desk.client.restarts == 3


def test_a_pass_that_the_user_stops_leaves_the_layers_of_the_one_before(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    before = desk.state.now.outcome
    open_and_wait(qtbot, desk, image)
    assert desk.state.now.activity == "running"
    desk.session.cancel()
    desk.client.answer(desk.client.cancelled[-1], "cancelled")
    assert desk.state.now.activity == "idle"
    assert desk.state.now.outcome is before


def test_stepping_stays_within_the_layers(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.looking.step(-1)
    assert desk.state.now.focus.layer == 0
    for _ in range(7):
        desk.looking.step(1)
    assert desk.state.now.focus.layer == len(LAYERS) - 1


def test_the_next_picture_through_the_same_network_is_looked_at_in_the_same_layer(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.looking.select_layer(2)
    desk.looking.focus(head=1)
    open_and_wait(qtbot, desk, image)
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})
    assert desk.state.now.focus == Focus(layer=2, head=1)


def test_another_network_begins_at_its_first_layer(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.looking.select_layer(2)
    desk.session.networks.change(model="other")
    desk.client.load_and_record([layer("only", "channel", [1, 3])])
    assert desk.state.now.focus == Focus(layer=0)


def test_a_network_without_attention_is_shown_as_one(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record([])
    desk.looking.step(1)
    assert desk.state.now.outcome.layers == ()
    assert desk.state.now.answers == {}


def test_a_network_that_does_not_hear_that_it_is_to_stop_can_be_ended_with_its_engine(qtbot, desk, image):
    desk.session._patience.setInterval(1)
    desk.session.start()
    desk.session.cancel()
    qtbot.waitUntil(lambda: desk.state.now.notice is not None)
    assert [deed for deed, _ in desk.state.now.notice.deeds] == ["restart"]
    desk.deeds.do("restart")
    assert desk.client.restarts == 1
    assert desk.state.now.notice is None


def test_a_network_that_stops_in_time_is_not_complained_of(qtbot, desk, image):
    desk.session.start()
    desk.session.cancel()
    assert desk.session._patience.isActive()
    desk.client.answer(desk.client.asked("load")[0], "cancelled")
    assert not desk.session._patience.isActive()
    desk.session.networks.change(model="other")
    assert not desk.session._patience.isActive()  # the next one is given its own time


def record_again(desk, model: dict, layers: list[dict]) -> None:
    """Another network, and its pass of the same picture."""
    desk.session.networks.load(TOUR)
    desk.client.answer_newest("load", "loaded", model=model)
    desk.client.answer_newest("record", "recorded", **{"pass": outcome(layers)})


def test_a_network_with_layers_of_the_same_names_keeps_what_is_looked_at_as_far_as_it_has_it(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.looking.select_layer(2)
    desk.looking.focus(head=2, query=(3, 4), target=1)
    narrow = layer("attn", "heads", [1, 2, 5, 5], heads=2, queries=5, keys=5, prefix=1, places=[2, 2])
    record_again(desk, MODEL, [*LAYERS[:2], narrow])
    focus = desk.state.now.focus
    assert (focus.layer, focus.head, focus.query, focus.target) == (2, None, (3, 4), 1)


def test_a_class_of_another_list_of_classes_is_let_go_of(qtbot, desk, image):
    desk.session.start()
    open_and_wait(qtbot, desk, image)
    desk.client.load_and_record()
    desk.looking.focus(target=1)
    record_again(desk, MODEL | {"labels": ["cat"]}, LAYERS)
    assert desk.state.now.focus.target is None
