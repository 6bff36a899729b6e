"""A real engine: it answers what it is asked, whatever the network does, and leaves when nobody listens any more."""

import math
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from attnscope import load_model
from attnscope.app.link.pass_records import model_info, pass_info
from attnscope.models.recording.passes import record_picture

from .talk import ENGINE, Talk, picture

NETWORKS = '''
import ctypes, os, subprocess, sys, time
import torch
from torch import nn
from torch.nn import functional as F

class Gated(nn.Module):
    """A channel gate, and whatever else a test asks for in between."""
    input_size = 32
    def __init__(self, doing=lambda: None, answer=lambda logits: logits):
        super().__init__()
        self.enter, self.gate = nn.Conv2d(3, 5, 3), nn.Linear(5, 5)
        self.head = nn.Linear(5, 4)
        self.doing, self.answer = doing, answer
    def forward(self, x):
        x = self.enter(x)
        self.doing()
        x = x * torch.sigmoid(self.gate(x.mean((2, 3))))[:, :, None, None]
        return self.answer(self.head(x.mean((2, 3))))

class Slow(nn.Module):
    input_size = 32
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Identity() for _ in range(3000))
    def forward(self, x):
        print("the forward pass runs", file=sys.stderr, flush=True)
        for layer in self.layers:
            time.sleep(0.01)
            x = layer(x)
        return x

def loud():
    print("from print")
    os.write(1, b"from the descriptor\\n")
    subprocess.run([sys.executable, "-c", "print('from a child')"], check=True)
    return Gated(doing=lambda: (print("x" * 100_000), ctypes.CDLL(None).puts(b"from C") if os.name != "nt" else None))

def reading():
    try:
        input("name? ")
    except EOFError:
        return Gated()

def fail(): raise ValueError("width 7 does not fit")
def bad(): return Gated(doing=fail)
def leaving(): return Gated(doing=sys.exit)
def greedy(): return Gated(doing=lambda: torch.empty(1 << 50))
def plain(): return Gated()
def wrapped(): return Gated(answer=lambda logits: {"aux": None, "logits": logits})
def unusual(): return Gated(answer=lambda logits: {"boxes": torch.ones(3, 4), "n": 3})
def slow(): return Slow()
def wants_64(): return nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 2))
'''


@pytest.fixture(scope="module")
def networks(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("a project") / "nets.py"
    path.write_text(NETWORKS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def talk():
    """One engine for all tests that leave it alive, as it must stay whatever they ask."""
    talk = Talk()
    assert talk.next().kind == "hello"
    yield talk
    assert talk.leave() == 0


@pytest.fixture(scope="module")
def tour(talk):
    """The tour network recorded in the engine, and the same pass recorded here."""
    here = load_model("tour", device="cpu")
    assert talk.ask("load", model="tour", device="cpu").kind == "loaded"
    return record_picture(here, picture())


@pytest.fixture
def recorded(talk, tour):
    """The tour network's pass is the newest one, whatever the last test did."""
    if "pass" not in talk.kept or talk.ask("preview", layer=0, **{"pass": talk.kept["pass"].id}).kind == "stale":
        talk.ask("load", model="tour", device="cpu")
        talk.kept["pass"] = talk.ask("record", {"image": picture()}, name="noise")
    return pass_info(talk.kept["pass"].header["pass"])


def layer_of(kind: str, tour) -> int:
    return [layer.kind for layer in tour.trace.layers].index(kind)


# ---------------------------------------------------------------------- the tour network


def test_loaded_network_is_described(talk):
    message = talk.ask("load", model="tour", weights=None, labels=None, device="cpu", trust=False)
    assert model_info(message.header["model"]).input_size == (96, 96)
    assert message.header["milliseconds"] > 0


def test_recorded_pass_is_the_one_recorded_here(recorded, tour):
    assert recorded.layers == tour.info.layers
    assert recorded.missed == tour.info.missed
    assert recorded.affine == tour.info.affine
    assert [p.label for p in recorded.predictions] == [p.label for p in tour.info.predictions]
    assert sum(p.probability for p in recorded.predictions) == pytest.approx(1, abs=1e-4)
    assert set(recorded.milliseconds) == {"prepare", "forward", "places"}


def test_bars_and_preview_of_a_channel_gate_are_its_weights(talk, recorded, tour):
    index = layer_of("channel", tour)
    expected = tour.trace.layers[index].weights[0].numpy()
    for kind in ("bars", "preview"):
        message = talk.ask(kind, layer=index)
        assert (message.kind, message.header["layer"]) == (kind, index)
        assert message.arrays["values"] == pytest.approx(expected, abs=1e-5)


def test_map_of_a_spatial_gate(talk, recorded, tour):
    index = layer_of("spatial", tour)
    message = talk.ask("map", layer=index, head=None, query=None)
    cells = tour.trace.layers[index].cells()
    assert message.arrays["values"] == pytest.approx(cells.values, abs=1e-5)
    assert message.header["extent"] == pytest.approx(cells.extent)
    assert (message.header["query"], message.header["box"]) == (None, None)


def test_map_of_the_query_at_a_place(talk, recorded, tour):
    index = layer_of("heads", tour)
    message = talk.ask("map", layer=index, head=1, query=[50, 21])
    top, left, bottom, right = message.header["box"]
    assert top <= 50 < bottom
    assert left <= 21 < right
    layer = tour.trace.layers[index]
    expected = layer.cells(1, message.header["query"]).values
    assert message.arrays["values"] == pytest.approx(expected, abs=1e-5)


def test_map_without_a_query_is_the_class_tokens(talk, recorded, tour):
    message = talk.ask("map", layer=layer_of("heads", tour), head=None, query=None)
    assert (message.header["query"], message.header["box"]) == (0, None)


def test_row_has_every_key(talk, recorded, tour):
    index = layer_of("heads", tour)
    message = talk.ask("row", layer=index, head=2, query=5, batch=0)
    assert message.arrays["values"].shape == (145,)
    assert message.arrays["values"].sum() == pytest.approx(1, abs=1e-4)
    assert message.arrays["values"] == pytest.approx(tour.trace.layers[index].row(2, 5).numpy(), abs=1e-5)


def test_heads_come_with_entropy_and_distance(talk, recorded, tour):
    index = layer_of("heads", tour)
    message = talk.ask("heads", layer=index, query=[3, 3])
    layer = tour.trace.layers[index]
    assert message.arrays["values"].shape == (4, 12, 12)
    grid = layer.grid
    for head in range(4):
        row = layer.row(head, message.header["query"]).double().numpy()
        assert message.header["entropy"][head] == pytest.approx(-(row * np.log(row)).sum(), abs=1e-4)
        centres = (grid.keys[1:, :2] + grid.keys[1:, 2:]) / 2
        away = np.sqrt(((centres - centres[message.header["query"] - 1]) ** 2).sum(1))
        expected = (row[1:] * away).sum() / row[1:].sum()
        assert message.header["distance"][head] == pytest.approx(expected, abs=1e-3)


def test_class_token_is_no_distance_away_from_anything(talk, recorded, tour):
    message = talk.ask("heads", layer=layer_of("heads", tour), query=None)
    assert message.header["distance"] is None
    assert all(0 < value <= math.log(145) for value in message.header["entropy"])


def test_matrix_is_the_mean_over_heads(talk, recorded, tour):
    index = layer_of("heads", tour)
    message = talk.ask("matrix", layer=index, head=None)
    assert (message.header["queries"], message.header["keys"]) == (145, 145)
    assert message.arrays["values"] == pytest.approx(tour.trace.layers[index].weights[0].mean(0).numpy(), abs=1e-5)


def test_feature_map_is_gated_by_its_factor(talk, recorded, tour):
    index = layer_of("channel", tour)
    message = talk.ask("feature", layer=index, channel=3)
    factor = talk.ask("bars", layer=index).arrays["values"][3]
    assert message.arrays["after"] == pytest.approx(message.arrays["before"] * factor, abs=1e-5)
    assert message.header["extent"] == [0, 0, 96, 96]


def test_every_layer_has_its_proof(talk, recorded):
    for index in range(len(recorded.layers)):
        assert talk.ask("error", layer=index).header["error"] < 1e-4


def test_every_layer_has_a_preview(talk, recorded):
    for index in range(len(recorded.layers)):
        assert 1 <= talk.ask("preview", layer=index).arrays["values"].ndim <= 2


@pytest.mark.parametrize(
    ("kind", "fields", "word"),
    [
        ("map", {"layer": 99}, "no layer 99"),
        ("map", {"layer": -1}, "no layer -1"),
        ("map", {}, "no layer None"),
        ("feature", {"layer": 0}, "channel"),
        ("feature", {"layer": 0, "channel": 10**6}, "channel"),
        ("row", {"layer": 0, "head": 0, "query": 0}, ""),
        ("heads", {"layer": 0}, ""),
        ("dance", {"layer": 0}, "dance"),
        ("record", {}, "picture"),
        ("load", {"model": "nothing"}, "understood"),
    ],
)
def test_wrong_questions_are_answered_with_a_sentence(talk, recorded, kind, fields, word):
    message = talk.ask(kind, **fields)
    assert message.kind == "failed"
    assert word in message.header["message"]
    assert "\n" not in message.header["message"]
    assert talk.ask("preview", layer=0).kind == "preview"


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 4), (0, 4, 3)])
def test_what_is_no_picture_is_refused(talk, tour, shape):
    message = talk.ask("record", {"image": np.zeros(shape, np.uint8)})
    assert "picture must be (H, W, 3)" in message.header["message"]


def test_questions_about_an_older_pass_are_stale(talk, tour):
    first = talk.ask("record", {"image": picture()}).id
    second = talk.ask("record", {"image": picture(50, 60)}).id
    assert talk.ask("preview", layer=0, **{"pass": first}).kind == "stale"
    assert talk.ask("preview", layer=0, **{"pass": second}).kind == "preview"


# ---------------------------------------------------------------------- networks of the user's


def load(talk: Talk, networks: Path, name: str):
    message = talk.ask("load", model=f"{networks}:{name}", device="cpu")
    assert message.kind == "loaded", message.header
    return message


def test_network_that_prints_and_writes_to_the_descriptor_does_not_break_the_talk(talk, networks):
    load(talk, networks, "loud")
    assert talk.ask("record", {"image": picture()}).kind == "recorded"
    assert talk.ask("bars", layer=0).arrays["values"].shape == (5,)
    for words in ("from print", "from the descriptor", "from a child", "x" * 1000):
        talk.wait_for_words(words)


def test_network_that_reads_gets_nothing_and_takes_nothing(talk, networks):
    load(talk, networks, "reading")
    assert talk.ask("record", {"image": picture()}).kind == "recorded"


def test_logits_in_a_dictionary_are_found(talk, networks):
    load(talk, networks, "wrapped")
    outcome = pass_info(talk.ask("record", {"image": picture()}).header["pass"])
    assert {p.label for p in outcome.predictions} == {"class 0", "class 1", "class 2", "class 3"}


def test_unusual_output_is_no_prediction_and_no_crash(talk, networks):
    load(talk, networks, "unusual")
    outcome = pass_info(talk.ask("record", {"image": picture()}).header["pass"])
    assert outcome.predictions == ()
    assert len(outcome.layers) == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bad", ["ValueError", "width 7 does not fit", "nets.py, line"]),
        ("leaving", ["sys.exit"]),
        ("greedy", ["The computer's memory is full"]),
        ("wants_64", ["224 x 224 pixels", "--size"]),
    ],
)
def test_network_that_fails_keeps_the_newest_good_pass(talk, networks, recorded, name, words):
    load(talk, networks, name)
    message = talk.ask("record", {"image": picture()})
    assert message.kind == "failed"
    for word in words:
        assert word in message.header["message"]
    assert "Traceback" in message.header["detail"]
    assert len(recorded.layers) > 1
    assert talk.ask("preview", layer=1).kind == "preview"


def test_network_that_cannot_be_loaded_keeps_the_loaded_one(talk, networks):
    load(talk, networks, "plain")
    assert talk.ask("load", model="gone.py:build").kind == "failed"
    assert talk.ask("record", {"image": picture()}).kind == "recorded"


# ---------------------------------------------------------------------- cancelling


def test_running_pass_is_cancelled_between_two_layers(talk, networks, tour):
    load(talk, networks, "slow")
    number = talk.send("record", {"image": picture()})
    talk.wait_for_words("the forward pass runs")
    talk.send("cancel", target=number)
    assert (message := talk.next()).kind == "cancelled"
    assert message.id == number
    assert talk.ask("load", model="tour", device="cpu").kind == "loaded"


def test_waiting_request_is_cancelled_before_it_begins(talk, networks):
    load(talk, networks, "slow")
    talk.words.clear()
    first, second = (talk.send("record", {"image": picture()}) for _ in range(2))
    talk.wait_for_words("the forward pass runs")
    talk.send("cancel", target=second)
    talk.send("cancel", target=first)
    assert [(m.kind, m.id) for m in (talk.next(), talk.next())] == [("cancelled", first), ("cancelled", second)]
    assert sum("the forward pass runs" in line for line in talk.words) == 1


def test_cancelling_what_was_never_asked_changes_nothing(talk, tour):
    talk.send("cancel", target=10**9)
    talk.send("cancel")
    assert talk.ask("load", model="tour", device="cpu").kind == "loaded"


# ---------------------------------------------------------------------- beginning and end


@pytest.fixture
def without_torch(tmp_path):
    """An engine whose torch cannot be imported: it starts fast, and has that to say."""
    (tmp_path / "torch.py").write_text("raise ImportError('libtorch.so is missing')", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    talk = Talk(env={**os.environ, "PYTHONPATH": path})
    yield talk
    talk.end()


def test_hello_comes_before_torch_and_its_absence_is_told(without_torch):
    hello = without_torch.next()
    assert (hello.kind, hello.header["protocol"], hello.header["pid"]) == ("hello", 1, without_torch.process.pid)
    assert without_torch.next().header["message"].startswith("A part of the program could not be loaded (libtorch")
    assert without_torch.ask("load", model="tour").kind == "failed"
    assert without_torch.leave() == 0


def test_quit_ends_the_engine(without_torch):
    without_torch.send("quit")
    assert without_torch.leave() == 0


def test_garbage_is_told_and_ends_the_engine(without_torch):
    without_torch.process.stdin.write(b"GET / HTTP/1.1\r\n\r\n")
    while "could not be read" not in without_torch.next().header.get("message", ""):
        pass
    assert without_torch.leave() == 1


def test_engine_leaves_in_the_middle_of_a_pass_when_the_window_has_gone(networks):
    talk = Talk()
    talk.ask("load", model=f"{networks}:slow", device="cpu")
    talk.send("record", {"image": picture()})
    talk.wait_for_words("the forward pass runs")
    assert talk.leave() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_engine_answers_nobody_quietly(without_torch):
    without_torch.next()
    without_torch.process.stdout.close()
    without_torch.send("load", model="tour")
    assert without_torch.process.wait(30) == 0
    assert not any("BrokenPipe" in line for line in without_torch.words)


def test_ping_is_answered_while_a_network_runs(talk, networks):
    load(talk, networks, "slow")
    talk.words.clear()
    number = talk.send("record", {"image": picture()})
    talk.wait_for_words("the forward pass runs")
    talk.send("ping")
    assert talk.next().kind == "pong"
    talk.send("cancel", target=number)
    assert talk.next().kind == "cancelled"


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_terminal_in_place_of_a_window_is_refused():
    ours, theirs = os.openpty()
    done = subprocess.run(ENGINE, stdin=theirs, capture_output=True, text=True, timeout=60, check=False)
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stdout) == (2, "")
    assert "terminal" in done.stderr
