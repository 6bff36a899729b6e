"""Weights come out of whatever training scripts put around and beside them."""

import argparse
import collections
import datetime as dt
import os
import pathlib
import types

import numpy as np
import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from torch import nn

from .saved_files import NAMES, Net, refusal, save, weights


@pytest.mark.parametrize(
    "key", ["state_dict", "model", "model_state_dict", "net", "network", "weights", "params", "ema", "model_ema",
            "state_dict_ema", "ema_state_dict", "teacher", "student", "my_own_name"],
)  # fmt: skip
@pytest.mark.parametrize("how", ["zip", "legacy"])
def test_weights_behind_a_key(tmp_path, key, how):
    optimiser = torch.optim.AdamW(Net().parameters())
    read = read_checkpoint(
        save({"epoch": 3, key: weights(1), "optimizer": optimiser.state_dict()}, tmp_path / "w", how)
    )
    assert read.wrapping == key
    assert read.tensors.keys() == NAMES


def test_weights_behind_several_keys(tmp_path):
    read = read_checkpoint(save({"model": {"state_dict": weights(1)}, "epoch": torch.tensor(3)}, tmp_path / "w"))
    assert (read.wrapping, set(read.tensors)) == ("model.state_dict", NAMES)


@pytest.mark.parametrize(
    ("plain", "averaged"),
    [
        ("state_dict", "state_dict_ema"),
        ("model", "model_ema"),
        ("model", "ema"),
        ("params", "params_ema"),
        ("g", "g_ema"),
    ],
)
def test_averaged_weights_are_taken_and_told(tmp_path, plain, averaged):
    read = read_checkpoint(save({plain: weights(1), averaged: weights(2)}, tmp_path / "w"))
    assert read.tensors["fc.bias"].unique().tolist() == [2]
    assert read.wrapping == averaged
    assert ("averaged (EMA)" in read.notes[0]) != (plain == "g")


def test_teacher_before_student(tmp_path):
    read = read_checkpoint(save({"student": weights(1), "teacher": weights(2), "epoch": 1}, tmp_path / "w"))
    assert read.tensors["fc.bias"].unique().tolist() == [2]
    assert "teacher" in read.notes[0]


@pytest.mark.parametrize("shape", ["averaged model", "shadow", "module."])
def test_averaging_objects(tmp_path, shape):
    averaged = torch.optim.swa_utils.AveragedModel(Net())
    saved = {
        "averaged model": averaged.state_dict(),
        "shadow": {"decay": 0.9, "num_updates": 3, "shadow": weights(1)},
        "module.": {f"module.{name}": tensor for name, tensor in weights(1).items()},
    }[shape]
    assert read_checkpoint(save({"ema": saved}, tmp_path / "w")).tensors.keys() == NAMES


def lightning(network: nn.Module) -> dict[str, object]:
    return {
        "epoch": 3,
        "pytorch-lightning_version": "2.4.0",
        "state_dict": {f"model.{name}": tensor for name, tensor in network.state_dict().items()},
        "callbacks": {"ModelCheckpoint": {"best_model_score": torch.tensor(0.5)}},
        "optimizer_states": [torch.optim.SGD(network.parameters(), 0.1).state_dict()],
        "loops": {"fit_loop": {"state_dict": {}}},
        "hyper_parameters": {"arch": "net7"},
    }


WRAPPED = {
    "DataParallel": lambda: nn.DataParallel(Net()).state_dict(),
    "compile": lambda: torch.compile(Net()).state_dict(),
    "compiled DataParallel": lambda: torch.compile(nn.DataParallel(Net())).state_dict(),
    "DataParallel of compiled": lambda: nn.DataParallel(torch.compile(Net())).state_dict(),
    "Lightning": lambda: lightning(Net()),
    "Lightning of compiled": lambda: lightning(torch.compile(Net())),
    "backbone": lambda: nn.ModuleDict({"backbone": Net()}).state_dict(),
    "encoder in model": lambda: nn.ModuleDict({"model": nn.ModuleDict({"encoder": Net()})}).state_dict(),
}


@pytest.mark.parametrize("wrapper", WRAPPED)
def test_names_without_their_wrappers(tmp_path, wrapper):
    assert read_checkpoint(save(WRAPPED[wrapper](), tmp_path / "w")).tensors.keys() == NAMES


def test_state_of_an_optimiser_is_no_network(tmp_path):
    network = Net()
    optimiser = torch.optim.Adam(network.parameters())
    network(torch.zeros(2, 3, 9, 9)).sum().backward()
    optimiser.step()
    for saved in (
        optimiser.state_dict(),
        {"optimizer": optimiser.state_dict(), "epoch": 1},
        {"opt": optimiser.state_dict()},
    ):
        assert "holds no weights by name" in refusal(save(saved, tmp_path / "w"))


def test_what_is_no_tensor_is_left_out(tmp_path):
    read = read_checkpoint(save({**weights(1), "version": 3, "note": "x", 5: torch.zeros(1)}, tmp_path / "w"))
    assert read.tensors.keys() == NAMES


def test_dictionary_that_holds_itself(tmp_path):
    saved: dict[str, object] = {"epoch": 1}
    saved["model"] = saved
    assert "holds no weights" in refusal(save(saved, tmp_path / "w"))


def test_parameters_of_a_network(tmp_path):
    read = read_checkpoint(save(dict(Net().named_parameters()), tmp_path / "w"))
    assert not any(tensor.requires_grad for tensor in read.tensors.values())


# ---------------------------------------------------------------------- facts beside the weights

BESIDE = {
    "argparse": argparse.Namespace(model="deit_tiny", lr=0.1, output_dir=pathlib.PurePosixPath("/out")),
    "simple": types.SimpleNamespace(arch="x"),
    "numpy numbers": {"acc": np.float64(0.5), "step": np.int64(3), "flag": np.bool_(True)},
    "numpy arrays": {"mean": np.arange(6.0).reshape(2, 3), "order": np.asfortranarray(np.ones((2, 3), np.float32))},
    "random state": np.random.RandomState(0).get_state(),
    "default dictionary": collections.defaultdict(list, {"loss": [1.0, 2.0]}),
    "deque": collections.deque([1, 2], maxlen=4),
    "counter": collections.Counter("aab"),
    "time": dt.datetime(2024, 1, 2, 3, 4, tzinfo=dt.UTC),
    "duration": dt.timedelta(hours=3),
    "paths": [pathlib.PosixPath("/a/b"), pathlib.PureWindowsPath("c:/x")] if os.name == "posix" else [],
    "torch version": torch.__version__,
    "device": torch.device("cuda", 1),
    "set": {1, 2},
}


@pytest.mark.parametrize("thing", BESIDE)
@pytest.mark.parametrize("how", ["zip", "legacy"])
def test_what_training_scripts_save_needs_no_trust(tmp_path, thing, how):
    read = read_checkpoint(save({"model": weights(1), "beside": BESIDE[thing]}, tmp_path / "w", how))
    assert read.tensors.keys() == NAMES


def test_lists_of_the_process_are_left_as_they_were(tmp_path):
    before = set(torch.serialization.get_safe_globals())
    read_checkpoint(save({"model": weights(1), "args": argparse.Namespace(arch="x")}, tmp_path / "w"))
    assert set(torch.serialization.get_safe_globals()) == before


def test_arrays_of_numpy_are_weights_too(tmp_path):
    arrays = {name: tensor.numpy() for name, tensor in Net().state_dict().items()}
    arrays["stem.0.weight"] = np.asfortranarray(arrays["stem.0.weight"])
    arrays["fc.bias"] = arrays["fc.bias"].astype(">f4")
    read = read_checkpoint(save({"model": arrays}, tmp_path / "w"))
    assert read.tensors.keys() == NAMES
    assert np.array_equal(read.tensors["stem.0.weight"].numpy(), arrays["stem.0.weight"])
    assert np.array_equal(read.tensors["fc.bias"].numpy(), arrays["fc.bias"])


def test_array_that_lies_about_its_size_is_no_array(tmp_path):
    path = save({"model": {"a.b": np.arange(4.0), "a.c": np.arange(3.0)}}, tmp_path / "w", "legacy")
    data = path.read_bytes()
    assert data.count(b"K\x04\x85") == 1
    path.write_bytes(data.replace(b"K\x04\x85", b"K\xff\x85"))
    assert read_checkpoint(path).tensors.keys() == {"a.c"}


@pytest.mark.parametrize(
    "found",
    [
        {"classes": ["ant", "bee"]},
        {"class_names": ("ant", "bee")},
        {"meta": {"CLASSES": ("ant", "bee")}},
        {"class_to_idx": {"bee": 1, "ant": 0}},
        {"idx_to_class": {1: "bee", 0: "ant"}},
        {"id2label": {"0": "ant", "1": "bee"}},
        {"args": argparse.Namespace(class_names=["ant", "bee"])},
    ],
)
def test_names_of_the_classes(tmp_path, found):
    assert read_checkpoint(save({"state_dict": weights(1), **found}, tmp_path / "w")).classes == ("ant", "bee")


@pytest.mark.parametrize("found", [{"classes": 7}, {"classes": []}, {"class_to_idx": {"a": 1}}, {"classes": [1, 2]}])
def test_what_is_no_list_of_classes(tmp_path, found):
    assert read_checkpoint(save({"state_dict": weights(1), **found}, tmp_path / "w")).classes == ()


@pytest.mark.parametrize(
    "found",
    [
        {"arch": "net7"},
        {"args": argparse.Namespace(arch="net7")},
        {"args": argparse.Namespace(model="net7")},
        {"hyper_parameters": {"arch": "net7"}},
        {"config": {"model_name": "net7"}},
    ],
)
def test_name_of_the_architecture(tmp_path, found):
    assert read_checkpoint(save({"state_dict": weights(1), **found}, tmp_path / "w")).architecture == "net7"
