"""Two pictures in one engine: each pass answers as if it were alone, and goes when it is to go."""

import gc
import weakref

import numpy as np
import pytest
import torch
from attnscope.app.engine.engine_requests import Requests
from attnscope.app.link.protocol import Message
from attnscope.models.errors import UserError

NETWORK = '''
import torch
from torch import nn
from torch.nn import functional as F

class Both(nn.Module):
    """A gate, attention whose matrix the network makes itself, and a buffer that it writes over in every pass."""
    input_size = (24, 32)
    def __init__(self):
        super().__init__()
        self.enter, self.gate, self.qkv = nn.Conv2d(3, 12, 8, 8), nn.Linear(12, 12), nn.Linear(12, 36)
        self.head = nn.Linear(12, 4)
        self.register_buffer("scores", torch.zeros(1, 3, 12, 12))
    def forward(self, x):
        x = self.enter(x)
        x = x * torch.sigmoid(self.gate(x.mean((2, 3))))[:, :, None, None]
        q, k, v = self.qkv(x.flatten(2).transpose(1, 2)).unflatten(2, (3, 3, 4)).permute(2, 0, 3, 1, 4)
        torch.matmul(q, k.transpose(2, 3), out=self.scores) if not torch.is_grad_enabled() else None
        weights = (q @ k.transpose(2, 3)).softmax(3)
        return self.head((weights @ v).transpose(1, 2).flatten(2).mean(1))

def both():
    torch.manual_seed(7)
    return Both()
'''


class Asking:
    """Requests with numbers of their own."""

    def __init__(self, model: str) -> None:
        self.requests, self.number = Requests(), 0
        self.ask("load", model=model, device="cpu")

    def ask(self, kind: str, arrays: dict | None = None, **fields: object) -> Message:
        self.number += 1
        return self.requests.answer(Message({"kind": kind, "id": self.number, **fields}, arrays or {}))

    def record(self, seed: int, **fields: object) -> Message:
        pixels = np.random.default_rng(seed).integers(0, 256, (60, 80, 3), dtype=np.uint8)
        return self.ask("record", {"image": pixels}, **fields)

    def all_of(self, **fields: object) -> list[np.ndarray]:
        """What is to be seen of every layer of a pass."""
        told = []
        for index, kind in enumerate(layer.kind for layer in self.requests.trace.layers):
            asked = {"channel": ("bars", "features"), "spatial": ("map", "energy"), "heads": ("heads", "matrix")}[kind]
            for each in asked:
                told += self.ask(each, layer=index, **fields).arrays.values()
        return [*told, self.ask("gradcam", **fields).arrays["values"]]


@pytest.fixture(scope="module", params=["own", "tour"])
def model(request, tmp_path_factory) -> str:
    if request.param == "tour":
        return "tour"
    path = tmp_path_factory.mktemp("networks") / "both.py"
    path.write_text(NETWORK, encoding="utf-8")
    return f"{path}:both"


def alone(model: str, seed: int) -> list[np.ndarray]:
    """What a fresh engine says that has seen no other picture."""
    asking = Asking(model)
    asking.record(seed)
    return asking.all_of()


def same(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return len(first) == len(second) and all(
        np.allclose(one, other, atol=1e-6, equal_nan=True) for one, other in zip(first, second, strict=True)
    )


def test_both_passes_answer_as_fresh_engines_do_however_they_alternate(model):
    expected = {seed: alone(model, seed) for seed in (1, 2, 3)}
    assert not same(expected[1], expected[2])
    asking = Asking(model)
    asking.record(1)
    asking.record(2, beside=True)
    assert same(asking.all_of(), expected[1])
    assert same(asking.all_of(of="beside"), expected[2])
    asking.record(3)
    assert same(asking.all_of(), expected[3])
    assert same(asking.all_of(of="beside"), expected[2])
    asking.record(1, beside=True)
    assert same(asking.all_of(of="beside"), expected[1])
    assert same(asking.all_of(), expected[3])


def test_every_layer_of_both_passes_is_proved(model):
    asking = Asking(model)
    asking.record(1)
    asking.record(2, beside=True)
    for of in ({}, {"of": "beside"}):
        for index in range(len(asking.requests.trace.layers)):
            assert asking.ask("error", layer=index, **of).header["error"] < 1e-4


@pytest.fixture
def asking() -> Asking:
    asking = Asking("tour")
    asking.record(1)
    return asking


def test_answers_say_which_pass_they_are_about(asking):
    told = asking.record(2, beside=True)
    assert (told.kind, told.header["beside"]) == ("recorded", True)
    assert asking.ask("preview", layer=0, of="beside").header["of"] == "beside"
    assert "of" not in asking.ask("preview", layer=0).header


def test_questions_about_an_older_pinned_picture_are_stale(asking):
    first, second = (asking.record(seed, beside=True).id for seed in (2, 3))
    assert asking.ask("preview", layer=0, of="beside", **{"pass": first}).kind == "stale"
    assert asking.ask("preview", layer=0, of="beside", **{"pass": second}).kind == "preview"
    assert asking.ask("preview", layer=0, **{"pass": second}).kind == "stale"


def test_what_is_pinned_can_be_let_go_of(asking):
    asking.record(2, beside=True)
    assert asking.ask("forget_beside").kind == "forget_beside"
    with pytest.raises(UserError, match="No picture is pinned beside this one"):
        asking.ask("preview", layer=0, of="beside")
    assert asking.ask("forget_beside").kind == "forget_beside"
    assert asking.ask("preview", layer=0).kind == "preview"


def test_another_network_forgets_what_was_pinned(asking):
    asking.record(2, beside=True)
    asking.ask("load", model="tour", device="cpu")
    with pytest.raises(UserError, match="No picture is pinned"):
        asking.ask("preview", layer=0, of="beside")
    assert asking.ask("preview", layer=0).kind == "preview"


def test_network_that_cannot_be_loaded_forgets_nothing(asking):
    asking.record(2, beside=True)
    with pytest.raises(UserError):
        asking.ask("load", model="gone.py:build", device="cpu")
    assert asking.ask("preview", layer=0, of="beside").kind == "preview"


def test_cancelled_picture_leaves_the_pinned_one(asking):
    asking.record(2, beside=True)
    pixels = np.zeros((60, 80, 3), np.uint8)
    request = Message({"kind": "record", "id": 99, "beside": True}, {"image": pixels})
    assert asking.requests.answer(request, lambda: True).kind == "cancelled"
    assert asking.ask("preview", layer=0, of="beside").kind == "preview"


def test_pass_that_was_replaced_is_given_back(asking):
    asking.ask("gradient_rollout", layer=len(asking.requests.trace.layers) - 1, target=0)
    asking.ask("features", layer=0)
    old = weakref.ref(asking.requests.trace)
    held = _large_tensors()
    for seed in (2, 3, 4):
        asking.record(seed)
    asking.ask("gradient_rollout", layer=len(asking.requests.trace.layers) - 1, target=1)
    asking.ask("features", layer=0)
    gc.collect()
    assert old() is None
    assert _large_tensors() <= held


def test_where_memory_ran_out_what_can_be_made_again_is_given_back(asking):
    index, told = len(asking.requests.trace.layers) - 1, []
    for _ in range(2):
        told.append(asking.ask("gradient_rollout", layer=index, target=0).arrays["values"])
        held = _large_tensors()
        asking.requests.free_memory()
        assert _large_tensors() < held
    assert told[0].any()
    assert np.array_equal(*told)


def _large_tensors() -> int:
    """Bytes of the tensors that Python holds, but for parameters."""
    gc.collect()
    found = [thing for thing in gc.get_objects() if type(thing) is torch.Tensor and not thing.requires_grad]
    return sum({tensor.data_ptr(): tensor.untyped_storage().nbytes() for tensor in found}.values())
