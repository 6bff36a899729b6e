"""A real engine tells of networks that are not loaded: which there are, what a file is of, and why one was refused."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from attnscope.app.link.pass_records import checkpoint_facts, maker, misfit, offer
from attnscope.models.model_request import ModelRequest
from attnscope.models.networks.residual_network import gated_resnet
from attnscope.models.offers import Guess, Maker

from .talk import Talk, picture

NETWORKS = """
import torch
from torch import nn

class Sized(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Conv2d(3, 4, 3), nn.Flatten(), nn.Linear(4 * 30 * 30, 5))

class Greedy(nn.Module):
    def forward(self, x):
        return torch.empty(10**14)

def build(depth, classes=10):
    return Sized()
"""


@pytest.fixture(scope="module")
def talk(tmp_path_factory) -> Iterator[Talk]:
    home = str(tmp_path_factory.mktemp("home"))
    talk = Talk(env=os.environ | {"HF_HUB_OFFLINE": "1", "HF_HOME": home, "TORCH_HOME": home})
    assert talk.next().kind == "hello"
    yield talk
    talk.end()


@pytest.fixture
def networks(tmp_path: Path) -> Path:
    (tmp_path / "nets.py").write_text(NETWORKS)
    return tmp_path / "nets.py"


def refused(talk: Talk, **request: object) -> dict:
    message = talk.ask("load", **dataclasses.replace(ModelRequest(device="cpu"), **request).as_json())
    assert message.kind == "failed"
    assert "\n" not in message.header["message"]
    return message.header


def test_the_list_of_networks_says_why_nothing_can_be_downloaded(talk):
    told = talk.ask("offers").header
    rows = {one.model: one for one in map(offer, told["offers"])}
    assert len(rows) > 1000
    assert (rows["tour"].kinds, rows["tour"].state) == ((("channel", 4), ("spatial", 2), ("heads", 3)), "here")
    assert told["offline"] == "HF_HUB_OFFLINE is set"


def test_the_devices_are_listed_with_the_cpu_last(talk):
    assert talk.ask("devices").header["devices"][-1][0] == "cpu"


def test_what_makes_a_network_is_read_from_a_file(talk, networks):
    told = talk.ask("makers", path=str(networks)).header
    assert told["path"] == str(networks)
    found = {one.name: one for one in map(maker, told["makers"])}
    assert found["build"] == Maker("build", "function", ("depth",), ("classes",), 13)
    assert set(found) == {"Sized", "Greedy", "build"}


def test_a_checkpoint_tells_what_it_is_of(talk, tmp_path):
    torch.save({"model": gated_resnet("se", 18, num_classes=7).state_dict()}, tmp_path / "w.pth")
    facts = checkpoint_facts(talk.ask("checkpoint", path=str(tmp_path / "w.pth")).header["facts"])
    assert facts.guesses[0] == Guess("se/resnet18", True)
    assert (facts.classes, facts.wrapping, facts.path) == (7, "model", str(tmp_path / "w.pth"))
    # By hand: the weights of the convolutions, norms, gates and head, with the counters.
    assert facts.tensors == 118 + 20


def test_the_next_checkpoint_of_what_is_loaded_is_recognised_first(talk, networks, tmp_path):
    message = talk.ask("load", **ModelRequest(f"{networks}:Sized", device="cpu").as_json())
    assert message.kind == "loaded"
    shapes = {"0.weight": (4, 3, 3, 3), "0.bias": (4,), "2.weight": (5, 3600), "2.bias": (5,)}
    torch.save({name: torch.zeros(shape) for name, shape in shapes.items()}, tmp_path / "next.pth")
    facts = checkpoint_facts(talk.ask("checkpoint", path=str(tmp_path / "next.pth")).header["facts"])
    assert facts.guesses[0].model == f"{networks}:Sized"
    assert facts.guesses[0].certain


def test_why_a_network_was_refused_is_told_in_a_way_that_can_be_acted_on(talk, networks, tmp_path):
    torch.save(gated_resnet("se", 34).state_dict(), tmp_path / "other.pth")
    told = refused(talk, model="se/resnet18", weights=str(tmp_path / "other.pth"))
    assert told["code"] == "misfit"
    assert misfit(told["misfit"]).unexpected > 0
    torch.save({"x": networks, "y": torch.nn.Linear(1, 1)}, tmp_path / "pickle.pth")
    told = refused(talk, model="se/resnet18", weights=str(tmp_path / "pickle.pth"))
    assert told["code"] == "untrusted"
    assert any("Linear" in name for name in told["names"])
    assert refused(talk, model="hf/google/vit-base-patch16-224", download=True)["code"] == "offline"
    assert refused(talk, model="nonsense")["code"] == ""


@pytest.mark.parametrize(("name", "code"), [("Sized", "size"), ("Greedy", "memory")])
def test_why_a_pass_failed_is_told_in_a_way_that_can_be_acted_on(talk, networks, name, code):
    assert talk.ask("load", **ModelRequest(f"{networks}:{name}", device="cpu").as_json()).kind == "loaded"
    message = talk.ask("record", {"image": picture()})
    assert (message.kind, message.header["code"]) == ("failed", code)


def test_other_bits_and_names_need_no_loading_and_the_same_wish_reads_the_code_again(talk, networks):
    request = ModelRequest(f"{networks}:Sized", device="cpu")
    talk.ask("load", **request.as_json())
    networks.write_text(NETWORKS.replace("Linear(4 * 30 * 30, 5)", "Linear(4 * 30 * 30, 6)"))
    kept = talk.ask("load", **dataclasses.replace(request, precision="bf16").as_json()).header["model"]
    # 3 x 4 x 9 + 4 of the convolution, 3600 x 5 + 5 of the head.
    assert (kept["precision"], kept["parameters"]) == ("bf16", 112 + 18_005)
    again = talk.ask("load", **dataclasses.replace(request, precision="bf16").as_json()).header["model"]
    assert again["parameters"] == 112 + 21_606


def test_a_load_is_told_as_it_goes_and_can_be_stopped(talk, networks):
    number = talk.send("load", **ModelRequest(f"{networks}:Sized", device="cpu").as_json())
    first = talk.next_of_all()
    assert (first.kind, first.id) == ("progress", number)
    assert str(networks) in first.header["text"]
    talk.next()
    talk.send("checkpoint", path=str(networks))
    waiting = talk.send("load", **ModelRequest("tour", device="cpu").as_json())
    talk.send("cancel", target=waiting)
    assert [talk.next().kind for _ in range(2)] == ["failed", "cancelled"]
    assert talk.ask("record", {"image": picture()}).kind == "failed"  # the network before is the one that is loaded
