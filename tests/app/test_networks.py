"""A network that is wished for comes or is refused; what was there goes on, and what helps is offered."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from attnscope.app.desk.deeds import Deeds
from attnscope.app.link.protocol import Message
from attnscope.app.session.networks import Networks
from attnscope.app.session.session import Session
from attnscope.app.state.state import State
from attnscope.models.model_request import ModelRequest, Preparation
from attnscope.models.offers import CheckpointFacts, Guess, Maker, Offer
from PIL import Image

from .stand_in import MODEL, StandInClient, outcome

MISFIT = {
    "rows": [{"name": "fc.weight", "wanted": "1000 x 512", "found": "10 x 512"}],
    "missing": 0,
    "unexpected": 0,
    "other_size": 2,
    "matched": 120,
    "cause": "It has 10 classes where the network has 1000.",
    "only_head": True,
}


@pytest.fixture
def desk(qapp) -> SimpleNamespace:
    state, client = State(), StandInClient()
    session = Session(state, client, ModelRequest())  # pyright: ignore[reportArgumentType]
    session.start()
    client.answer_newest("load", "loaded", model=MODEL)
    return SimpleNamespace(
        state=state, client=client, session=session, networks=session.networks, deeds=Deeds(session, {})
    )


def asked(desk: SimpleNamespace) -> dict:
    return desk.client.sent[desk.client.asked("load")[-1]]


def refuse(desk: SimpleNamespace, message: str = "It failed.", **more: object) -> None:
    desk.client.answer_newest("load", "failed", message=message, **more)


def show_picture(qtbot, desk: SimpleNamespace, tmp_path: Path, name: str = "a.png") -> None:
    Image.fromarray(np.full((20, 30, 3), 90, np.uint8)).save(tmp_path / name)
    with qtbot.waitSignal(desk.session._reader.read):
        desk.session.open(tmp_path / name)
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})


def test_every_part_of_the_wish_reaches_the_engine(desk):
    desk.networks.load(ModelRequest("se/resnet18", "w.pth", preparation=Preparation(size=(64, 96))))
    assert ModelRequest.from_json(asked(desk)) == ModelRequest(
        "se/resnet18", "w.pth", preparation=Preparation(size=(64, 96))
    )


def test_a_network_that_is_refused_leaves_the_wish_of_the_one_before(desk):
    desk.networks.change(model="nonsense")
    refuse(desk)
    assert desk.networks.request.model == "tour"
    desk.networks.change(device="cpu")
    assert (asked(desk)["model"], asked(desk)["device"]) == ("tour", "cpu")


def test_another_device_leaves_what_is_on_screen(qtbot, desk, tmp_path):
    show_picture(qtbot, desk, tmp_path)
    before = desk.state.now.outcome
    desk.networks.change(device="cuda")
    assert desk.state.now.outcome is before
    desk.client.answer_newest("load", "loaded", model=MODEL | {"device": "cuda:0"})
    assert desk.state.now.outcome is before
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})
    assert desk.state.now.outcome is not before
    assert desk.state.now.model.device == "cuda:0"


def test_a_second_wish_gives_up_the_first(desk):
    desk.networks.change(model="a")
    first = desk.client.asked("load")[-1]
    desk.networks.change(model="b")
    assert desk.client.cancelled == [first]
    desk.client.answer(first, "cancelled")
    assert desk.networks.is_loading
    desk.client.answer_newest("load", "loaded", model=MODEL)
    assert desk.networks.request.model == "b"


def test_how_far_a_download_is_reaches_the_state_and_goes_with_its_end(desk):
    desk.networks.change(model="se/resnet50", download=True)
    number = desk.client.asked("load")[-1]
    desk.client.answered.emit(Message({"kind": "progress", "id": number, "text": "Fetching", "done": 3, "total": 9}))
    assert (desk.state.now.progress, desk.state.now.amount) == ("Fetching", (3, 9))
    desk.session.cancel()
    assert desk.client.cancelled == [number]
    desk.client.answer(number, "cancelled")
    assert (desk.state.now.activity, desk.state.now.amount) == ("idle", (0, 0))


def test_a_wish_to_download_holds_once(desk):
    desk.networks.change(model="se/resnet50", download=True)
    assert asked(desk)["download"]
    desk.client.answer_newest("load", "loaded", model=MODEL)
    desk.networks.change(device="cpu")
    assert not asked(desk)["download"]


def test_weights_whose_head_alone_differs_can_be_loaded_without_it(desk):
    desk.networks.change(model="se/resnet50", weights="w.pth")
    refuse(desk, "w.pth does not fit", code="misfit", misfit=MISFIT)
    assert [deed for deed, _ in desk.state.now.notice.deeds] == ["differences", "skip_head"]
    assert desk.state.now.trouble.misfit.rows[0].found == "10 x 512"
    desk.deeds.do("skip_head")
    assert (asked(desk)["weights"], asked(desk)["skip_head"]) == ("w.pth", True)


def test_weights_that_differ_elsewhere_cannot(desk):
    desk.networks.change(model="se/resnet50", weights="w.pth")
    refuse(desk, code="misfit", misfit=MISFIT | {"only_head": False})
    assert [deed for deed, _ in desk.state.now.notice.deeds] == ["differences"]


def test_a_pickle_with_code_is_loaded_only_once_it_is_trusted(desk):
    desk.networks.change(weights="w.pth")
    assert not asked(desk)["trust"]
    refuse(desk, code="untrusted", names=["os.system"])
    desk.deeds.do("trust")
    assert (asked(desk)["weights"], asked(desk)["trust"]) == ("w.pth", True)


def test_the_question_about_a_pickle_with_code_goes_on_once_it_is_trusted(desk):
    desk.networks.ask_checkpoint("/w.pth")
    desk.client.answer_newest("checkpoint", "failed", message="It holds code.", code="untrusted", names=[])
    assert not desk.client.asked("load")
    desk.deeds.do("trust")
    request = desk.client.sent[desk.client.asked("checkpoint")[-1]]
    assert (request["path"], request["trust"]) == ("/w.pth", True)


@pytest.mark.parametrize(
    ("deed", "field", "value"),
    [("cpu", "device", "cpu"), ("half", "precision", "bf16"), ("smaller", "size", [192, 96])],
)
def test_what_helps_against_a_full_memory_is_offered(qtbot, desk, tmp_path, deed, field, value):
    show_picture(qtbot, desk, tmp_path)
    before = desk.state.now.outcome
    desk.networks.change(model="torchvision/vit_l_16")
    desk.client.answer_newest("load", "loaded", model=MODEL | {"input_size": [300, 150], "device": "cuda:0"})
    desk.client.answer_newest("record", "failed", message="The GPU's memory is full.", code="memory")
    assert [one for one, _ in desk.state.now.notice.deeds] == ["smaller", "half", "cpu"]
    assert desk.state.now.made_by.device == "cpu"
    assert desk.state.now.outcome is before
    desk.deeds.do(deed)
    request = asked(desk)
    assert request["model"] == "torchvision/vit_l_16"
    found = request["preparation"]["size"] if field == "size" else request[field]
    assert list(found) == value if field == "size" else found == value


def test_weights_that_are_not_here_are_said_with_a_way_to_fetch_them(desk):
    desk.networks.change(model="se/resnet50")
    notes = ["The weights are not on this machine: add --download to fetch them (113 MB)."]
    desk.client.answer_newest("load", "loaded", model=MODEL | {"random_weights": True, "notes": notes})
    assert desk.state.now.notice.text == notes[0]
    assert [deed for deed, _ in desk.state.now.notice.deeds] == ["download"]
    desk.deeds.do("download")
    assert (asked(desk)["model"], asked(desk)["download"]) == ("se/resnet50", True)


def test_answers_about_files_and_networks_come_as_records(qtbot, desk):
    networks: Networks = desk.networks
    networks.ask_offers()
    row = {
        "model": "se/resnet50",
        "weights": "",
        "kinds": [["channel", 16]],
        "parameters": 7,
        "input_size": [224, 224],
        "bytes": 0,
        "state": "none",
        "note": "",
    }
    desk.client.answer_newest("offers", "offers", offers=[row], offline="")
    assert desk.state.now.offers == (Offer("se/resnet50", "", (("channel", 16),), 7, (224, 224)),)
    with qtbot.waitSignal(networks.makers_found) as found:
        networks.ask_makers("/net.py")
        maker = {"name": "build", "kind": "function", "needs": ["depth"], "takes": [], "line": 3}
        desk.client.answer_newest("makers", "makers", path="/net.py", makers=[maker])
    assert found.args == ["/net.py", (Maker("build", "function", ("depth",), (), 3),)]
    with qtbot.waitSignal(networks.checkpoint_read) as read:
        networks.ask_checkpoint("/w.pth")
        facts = {"path": "/w.pth", "tensors": 3, "parameters": 9, "classes": None, "wrapping": ""}
        guesses = [{"model": "tour", "certain": True, "note": ""}]
        desk.client.answer_newest("checkpoint", "checkpoint", facts=facts | {"guesses": guesses})
    assert read.args == [CheckpointFacts("/w.pth", 3, 9, None, "", (Guess("tour", True),))]


def test_the_devices_of_the_engine_are_asked_for_once_the_picture_is_there(qtbot, desk, tmp_path):
    assert not desk.client.asked("devices")
    show_picture(qtbot, desk, tmp_path)
    desk.client.answer_newest("devices", "devices", devices=[["cuda:0", "H200"], ["cpu", "CPU, 8 threads"]])
    assert desk.state.now.devices == (("cuda:0", "H200"), ("cpu", "CPU, 8 threads"))


def test_a_picture_that_came_while_a_network_was_refused_runs_through_the_one_before(qtbot, desk, tmp_path):
    show_picture(qtbot, desk, tmp_path)
    desk.networks.change(model="nonsense")
    Image.new("RGB", (9, 9)).save(tmp_path / "b.png")
    with qtbot.waitSignal(desk.session._reader.read):
        desk.session.open(tmp_path / "b.png")
    assert not desk.client.asked("record")
    refuse(desk)
    assert desk.client.sent[desk.client.asked("record")[-1]]["name"] == "b.png"


def test_a_broken_link_is_said_and_connecting_again_asks_for_all_of_it(qtbot, desk, tmp_path):
    show_picture(qtbot, desk, tmp_path)
    desk.networks.change(labels="names.txt")
    desk.client.answer_newest("load", "loaded", model=MODEL)
    desk.client.answer_newest("record", "recorded", **{"pass": outcome()})
    desk.client.remote = True
    before = desk.state.now.outcome
    desk.client.failed.emit("The link to gpu1 is broken.")
    assert desk.client.restarts == 0
    assert desk.state.now.notice.text == "The link to gpu1 is broken."
    assert desk.state.now.outcome is before
    desk.deeds.do("restart")
    assert desk.client.restarts == 1
    assert asked(desk)["labels"] == "names.txt"
    desk.client.answer_newest("load", "loaded", model=MODEL)
    assert desk.client.sent[desk.client.asked("record")[-1]]["name"] == "a.png"


def test_what_was_said_of_one_network_goes_when_another_has_come(desk):
    desk.networks.load(ModelRequest(model="timm/a"))
    desk.client.answer_newest("load", "loaded", model=MODEL | {"notes": ["Its weights are not on this machine."]})
    assert desk.state.now.notice.text == "Its weights are not on this machine."
    desk.networks.load(ModelRequest(model="tour"))
    desk.client.answer_newest("load", "loaded", model=MODEL)
    assert desk.state.now.notice is None
