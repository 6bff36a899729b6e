"""Code in a file of weights runs where the file is trusted, and nowhere else."""

import argparse
import os
import pathlib
import pickle
import struct
from dataclasses import dataclass

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.checkpoints.pickles import UntrustedError

from .saved_files import NAMES, Net, refusal, save, tarred, torch_zip, weights


class Marker:
    """Makes a folder when it is unpickled."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


HIDDEN = {
    "alone": lambda marker: marker,
    "beside": lambda marker: {"model": weights(1), "x": marker},
    "deep": lambda marker: {"model": {"a": [({"b": (marker,)},)]}, "state_dict": weights(1)},
    "as a weight": lambda marker: {**weights(1), "fc.bias": marker},
    "in a namespace": lambda marker: {"model": weights(1), "args": argparse.Namespace(x=marker)},
    "in a set": lambda marker: {"model": weights(1), "x": [frozenset((marker,))]},
    "pickled in a pickle": lambda marker: {"model": weights(1), "x": Nested(pickle.dumps(marker))},
}


class Nested:
    def __init__(self, data: bytes) -> None:
        self.data = data

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        return pickle.loads, (self.data,)


@pytest.mark.parametrize("place", HIDDEN)
@pytest.mark.parametrize("how", ["zip", "legacy", "pickle"])
def test_code_never_runs_without_trust(tmp_path, place, how):
    path = save(HIDDEN[place](Marker(tmp_path / "ran")), tmp_path / "w.pth", how)
    assert "could run code: if you know who made it, use --trust" in refusal(path)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("how", ["zip", "legacy", "pickle"])
def test_code_runs_with_trust(tmp_path, how):
    path = save({"model": weights(1), "x": Marker(tmp_path / "ran")}, tmp_path / "w.pth", how)
    assert read_checkpoint(path, trust=True).tensors.keys() == NAMES
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize("how", ["zip", "legacy"])
@pytest.mark.parametrize("code", ["os.system", "posix.system", "builtins.eval", "functools.partial", "torch.hub.load"])
def test_dangerous_functions_are_named(tmp_path, how, code):
    module, _, name = code.rpartition(".")
    pickled = b"\x80\x02}X\x01\x00\x00\x00a" + f"c{module}\n{name}\n".encode() + b"X\x01\x00\x00\x00x\x85Rs."
    path = tmp_path / "w.pth"
    if how == "zip":
        torch_zip(path, pickled)
    else:
        before = save({}, path, "legacy").read_bytes()
        empty = b"\x80\x02}q\x00."
        assert before.count(empty) == 1
        path.write_bytes(before.replace(empty, pickled))
    with pytest.raises(UntrustedError) as caught:
        read_checkpoint(path)
    assert caught.value.names == (code,)
    assert f"({code})" in str(caught.value)


@dataclass
class Settings:
    depth: int = 3


def test_class_of_the_users_needs_trust(tmp_path):
    path = save({"model": weights(1), "settings": Settings()}, tmp_path / "w.pth")
    with pytest.raises(UntrustedError) as caught:
        read_checkpoint(path)
    assert [name.rpartition(".")[2] for name in caught.value.names] == ["Settings"]
    assert read_checkpoint(path, trust=True).tensors.keys() == NAMES


@pytest.mark.parametrize("wrap", [lambda net: net, lambda net: {"model": net}, lambda net: {"ema": net, "model": None}])
def test_whole_network_with_trust(tmp_path, wrap):
    path = save(wrap(Net()), tmp_path / "w.pth")
    assert "Net" in refusal(path)
    assert read_checkpoint(path, trust=True).tensors.keys() == NAMES


def test_network_whose_class_is_gone(tmp_path, monkeypatch):
    path = save(Net(), tmp_path / "w.pth")
    monkeypatch.delattr(f"{Net.__module__}.Net")
    assert "Net)" in refusal(path, trust=True)
    assert "class that is not here" in refusal(path, trust=True)


def test_network_whose_module_is_gone(tmp_path):
    pickled = b"\x80\x02cgone_module.parts\nNet\n)\x81."
    (tmp_path / "w.pkl").write_bytes(pickled)
    assert "gone_module" in refusal(tmp_path / "w.pkl", trust=True)
    assert "(gone_module.parts.Net)" in refusal(tmp_path / "w.pkl")


@pytest.mark.parametrize("protocol", [1, 4, 5])
def test_other_protocols_need_trust(tmp_path, protocol):
    torch.save({"model": weights(1), "note": b"x" * 300}, tmp_path / "w.pth", pickle_protocol=protocol)
    assert "not written as torch writes weights" in refusal(tmp_path / "w.pth")
    assert read_checkpoint(tmp_path / "w.pth", trust=True).tensors.keys() == NAMES


def test_oldest_format_of_torch_needs_trust(tmp_path):
    path = tmp_path / "w.pth"
    path.write_bytes(oldest_torch(torch.tensor([1.0, 2.0, 3.0])))
    assert "--trust" in refusal(path)
    assert read_checkpoint(path, trust=True).tensors["a.b"].tolist() == [1, 2, 3]


def oldest_torch(tensor: torch.Tensor) -> bytes:
    """As torch 0.1.9 and before wrote it: a tar of pickles with numbers between them."""
    storages = pickle.dumps(1, 2) + pickle.dumps((7, "cpu", torch.FloatStorage), 2)
    storages += struct.pack("<q", tensor.numel()) + tensor.numpy().tobytes() + pickle.dumps([], 2)
    tensors = pickle.dumps(1, 2) + pickle.dumps((8, 7, "torch.FloatTensor"), 2)
    tensors += struct.pack("<iiqqq", 1, 0, tensor.numel(), 1, 0)
    members = {"sys_info": b"", "storages": storages, "tensors": tensors}
    members["pickle"] = b"\x80\x02}X\x03\x00\x00\x00a.bX\x01\x00\x00\x008Qs."
    return tarred(members)
