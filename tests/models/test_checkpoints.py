"""Whatever a file of weights is, it is read without running code in it, or refused in one sentence that says what to do."""

import argparse
import collections
import datetime
import io
import json
import os
import pathlib
import pickle
import random
import struct
import tarfile
import types
import zipfile
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from attnscope.models.checkpoints.pickles import UntrustedError
from attnscope.models.errors import UserError
from PIL import Image
from safetensors.torch import save_file
from torch import nn


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 5, 3), nn.BatchNorm2d(5))
        self.fc = nn.Linear(5, 7)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.fc(self.stem(x).mean((2, 3)))


NAMES = set(Net().state_dict())


def save(found: object, path: pathlib.Path, how: str = "zip") -> pathlib.Path:
    if how == "pickle":
        path.write_bytes(pickle.dumps(found))
    else:
        torch.save(found, path, _use_new_zipfile_serialization=how == "zip")
    return path


def refusal(path: pathlib.Path, trust: bool = False) -> str:
    with pytest.raises(UserError) as caught:
        read_checkpoint(path, trust)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


# ---------------------------------------------------------------------- formats


@pytest.mark.parametrize("how", ["zip", "legacy"])
@pytest.mark.parametrize("name", ["w.pth", "w.pt", "w.bin", "w.ckpt", "w.pkl", "w.pth.tar", "w.weights", "w.txt", "w"])
def test_torch_files_are_told_by_content(tmp_path, how, name):
    weights = Net().state_dict()
    read = read_checkpoint(save(weights, tmp_path / name, how))
    assert read.tensors.keys() == NAMES
    assert all(torch.equal(read.tensors[key], weights[key]) for key in weights)
    assert (read.wrapping, read.notes) == ("", ())


@pytest.mark.parametrize("name", ["w.safetensors", "w.pth", "w"])
def test_safetensors_are_told_by_content(tmp_path, name):
    weights = Net().state_dict()
    save_file(weights, tmp_path / name, {"classes": json.dumps(["cat", "dog"])})
    read = read_checkpoint(tmp_path / name)
    assert all(torch.equal(read.tensors[key], weights[key]) for key in NAMES)
    assert read.classes == ("cat", "dog")
    assert read.shapes["stem.0.weight"] == (5, 3, 3, 3)


@pytest.mark.parametrize("how", ["zip", "safetensors"])
def test_weights_stay_in_the_file(tmp_path, how):
    tensor = torch.arange(1_000_000.0)
    path = tmp_path / "w"
    save_file({"a.b": tensor}, path) if how == "safetensors" else save({"a.b": tensor}, path)
    read = read_checkpoint(path).tensors["a.b"].untyped_storage()
    at = read.data_ptr()
    maps = pathlib.Path("/proc/self/maps")
    if not maps.exists():
        pytest.skip("only Linux tells what is mapped")
    spans = [line.split()[0].split("-") for line in maps.read_text().splitlines() if line.endswith(str(path))]
    assert any(int(start, 16) <= at < int(end, 16) for start, end in spans)


def test_folder_of_transformers(tmp_path):
    save_file(Net().state_dict(), tmp_path / "model.safetensors")
    save({"wrong": torch.zeros(1)}, tmp_path / "pytorch_model.bin")
    (tmp_path / "config.json").write_text("{}")
    read = read_checkpoint(tmp_path)
    assert read.tensors.keys() == NAMES
    assert read.path == tmp_path / "model.safetensors"


def test_folder_with_one_checkpoint(tmp_path):
    save(Net().state_dict(), tmp_path / "best.pth")
    (tmp_path / "log.txt").write_text("epoch 1")
    assert read_checkpoint(tmp_path).tensors.keys() == NAMES


def test_folder_with_two_checkpoints_is_a_question(tmp_path):
    for name in ("first.pth", "last.pth"):
        save(Net().state_dict(), tmp_path / name)
    assert "several checkpoints (first.pth, last.pth): choose one" in refusal(tmp_path)


def test_folder_without_a_checkpoint(tmp_path):
    assert "without a checkpoint" in refusal(tmp_path)


def shard(folder: pathlib.Path, suffix: str) -> pathlib.Path:
    weights, files = Net().state_dict(), {}
    for number, names in enumerate((sorted(NAMES)[:4], sorted(NAMES)[4:])):
        file = f"part-{number}{suffix}"
        part = {name: weights[name] for name in names}
        save_file(part, folder / file) if suffix == ".safetensors" else save(part, folder / file)
        files |= dict.fromkeys(names, file)
    stem = "model" if suffix == ".safetensors" else "pytorch_model"
    index = folder / f"{stem}{suffix}.index.json"
    index.write_text(json.dumps({"metadata": {"total_size": 1}, "weight_map": files}))
    return index


@pytest.mark.parametrize("suffix", [".safetensors", ".bin"])
def test_shards(tmp_path, suffix):
    index = shard(tmp_path, suffix)
    assert read_checkpoint(index).tensors.keys() == NAMES
    assert read_checkpoint(tmp_path).tensors.keys() == NAMES


def test_missing_shard_is_named(tmp_path):
    index = shard(tmp_path, ".safetensors")
    (tmp_path / "part-1.safetensors").unlink()
    assert "part-1.safetensors" in refusal(index)


@pytest.mark.parametrize("place", ["../x.bin", "/etc/passwd", "a/../../x", "C:\\x.bin", "..\\x.bin", "", 7, None])
def test_shards_stay_inside_their_folder(tmp_path, place):
    inner = tmp_path / "inner"
    inner.mkdir()
    save(Net().state_dict(), tmp_path / "x.bin")
    (inner / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"fc.bias": place}}))
    assert "outside its folder" in refusal(inner)


def test_shard_that_lacks_what_the_index_says(tmp_path):
    index = shard(tmp_path, ".bin")
    save({"other": torch.zeros(1)}, tmp_path / "part-1.bin")
    assert "part-1.bin lacks" in refusal(index)


# ---------------------------------------------------------------------- wrappings


def weights(value: float) -> dict[str, torch.Tensor]:
    return {name: torch.full_like(tensor, value) for name, tensor in Net().state_dict().items()}


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
    "random state": np.random.RandomState(0).get_state(),  # noqa: NPY002
    "default dictionary": collections.defaultdict(list, {"loss": [1.0, 2.0]}),
    "deque": collections.deque([1, 2], maxlen=4),
    "counter": collections.Counter("aab"),
    "time": datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.timezone.utc),
    "duration": datetime.timedelta(hours=3),
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


# ---------------------------------------------------------------------- code in a file


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


# ---------------------------------------------------------------------- files that are none


def picture(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (9, 9)).save(stream, kind)
    return stream.getvalue()


def zipped(**members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return stream.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return stream.getvalue()


def saved_by_numpy(save_it: object) -> bytes:
    stream = io.BytesIO()
    save_it(stream, np.ones(3))
    return stream.getvalue()


def scripted() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in ("net/constants.pkl", "net/data.pkl", "net/code/__torch__.py", "net/version"):
            archive.writestr(name, "x")
    return stream.getvalue()


STRANGERS = {
    "nothing": (b"", "empty (0 bytes)"),
    "zeros": (bytes(5000), "nothing but zeros"),
    "a byte": (b"\x80", "damaged"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "git lfs pull"),
    "web page": (b"\n<!DOCTYPE html>\n<html><head><title>Sign in</title>", "web page"),
    "web page with a mark": (b"\xef\xbb\xbf<HTML>", "web page"),
    "jpeg": (picture("JPEG"), "image"),
    "png": (picture("PNG"), "image"),
    "text": ("Gewichte: 0,5 \u00e4\n".encode() * 500, "text file"),
    "python": (b"import torch\nnet = torch.nn.Linear(1, 1)\n", "text file"),
    "json": (b'{"epoch": 3}', "JSON"),
    "deep json": (b'{"weight_map":' * 100_000, "JSON"),
    "npy": (saved_by_numpy(np.save), "NumPy array"),
    "npz": (saved_by_numpy(np.savez), "NumPy arrays"),
    "hdf5": (b"\x89HDF\r\n\x1a\n" + bytes(100), "Keras"),
    "keras": (zipped(config_dot_json="{}", **{"model.weights.h5": "x"}), "Keras"),
    "onnx": (b"\x08\x07\x12\x07pytorch\x1a\x052.1.0:\x82\x01", "ONNX"),
    "tensorflow": (b"\x08\x01\x12\x90\x10\x0a", "TensorFlow"),
    "gguf": (b"GGUF\x03\0\0\0", "GGUF"),
    "word": (zipped(**{"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), "office"),
    "zip of images": (zipped(**{"a.jpg": "x", "b.jpg": "y"}), "archive of other files"),
    "empty zip": (zipped(), "archive of other files"),
    "TorchScript": (scripted(), "torch.jit.load"),
    "exported": (zipped(**{"p/serialized_exported_program.json": "{}", "p/version": "1"}), "torch.export.load"),
    "gzip": (b"\x1f\x8b\x08\0abc", "gzip"),
    "tar": (tarred({"weights/best.pth": b"x"}), "tar"),
    "oldest torch, broken": (tarred({"sys_info": b"x"}), "damaged"),
    "broken zip": (b"PK\x03\x04" + bytes(100), "damaged"),
    "noise": (random.Random(3).randbytes(4000), "damaged"),
    "pickle that asks": (b"\x80\x04cos\nsystem\n.", "--trust"),
}


@pytest.mark.parametrize("stranger", STRANGERS)
@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_strangers_are_told_what_they_are(tmp_path, stranger, suffix):
    data, words = STRANGERS[stranger]
    path = tmp_path / f"weights{suffix}"
    path.write_bytes(data)
    sentence = refusal(path)
    assert words in sentence
    assert path.name in sentence


def test_exported_program_of_torch(tmp_path):
    torch.export.save(torch.export.export(nn.Linear(2, 2), (torch.ones(1, 2),)), tmp_path / "p.pt2")
    assert "exported program" in refusal(tmp_path / "p.pt2")


def test_file_that_is_not_there(tmp_path):
    assert "There is no file of weights" in refusal(tmp_path / "gone.pth")


def test_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = save(weights(1), tmp_path / "w.pth")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(pathlib.Path, "open", refuse)
    assert "must not be read by you" in refusal(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.pth")
    assert "is no file" in refusal(tmp_path / "pipe.pth")


def test_name_that_is_no_text(tmp_path):
    if os.name != "posix":
        pytest.skip("names are text here")
    path = pathlib.Path(os.fsdecode(os.fsencode(tmp_path) + b"/w\xff\n.pth"))
    path.write_bytes(b"hello")
    refusal(path).encode()


@pytest.mark.parametrize("format", ["zip", "legacy", "safetensors"])
def test_damaged_files_give_weights_or_one_sentence(tmp_path, format):
    path = tmp_path / ("w.safetensors" if format == "safetensors" else "w.pth")
    saved = {"state_dict": weights(1), "args": argparse.Namespace(lr=np.float64(0.1)), "seen": np.arange(3)}
    save_file(weights(1), path) if format == "safetensors" else save(saved, path, format)
    whole, dice, refused = path.read_bytes(), random.Random(1), 0
    for turn in range(90):
        data = bytearray(whole)
        if turn % 3 == 0:
            data = data[: dice.randrange(len(data))]
        else:
            end = len(data) if turn % 3 == 1 else min(2000, len(data))
            data[dice.randrange(end)] = dice.randrange(256)
        path.write_bytes(data)
        try:
            read_checkpoint(path)
        except UserError as error:
            refused += 1
            assert "\n" not in str(error)
    assert refused >= 30


def test_header_of_safetensors_that_claims_too_much(tmp_path):
    header = json.dumps({"a": {"dtype": "F32", "shape": [10**15], "data_offsets": [0, 4 * 10**15]}}).encode()
    for length in (len(header), 2**62, 2**40):
        (tmp_path / "w.safetensors").write_bytes(struct.pack("<Q", length) + header + bytes(64))
        assert "damaged" in refusal(tmp_path / "w.safetensors")


def test_old_torch_file_that_claims_too_much(tmp_path, monkeypatch):
    path = save({"a.b": torch.zeros(77)}, tmp_path / "w.pth", "legacy")
    data = path.read_bytes()
    claim = data.replace(b"KM", b"J\xff\xff\xff\x7f", 1)
    assert claim != data
    path.write_bytes(claim)
    monkeypatch.setattr(torch, "load", lambda *_, **__: pytest.fail("its storages were made"))
    assert "damaged" in refusal(path)


def test_old_torch_tensor_beyond_its_storage(tmp_path):
    path = save({"a.b": torch.zeros(77)}, tmp_path / "w.pth", "legacy")
    data = path.read_bytes()
    larger = data.replace(b"K\x00KM\x85", b"K\x00J\xff\xff\xff\x00\x85")
    assert larger != data
    path.write_bytes(larger)
    assert "damaged" in refusal(path)


def test_zip_packed_again_with_compression(tmp_path):
    path = save(weights(1), tmp_path / "w.pth")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "n.pth", "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert "packed again with compression" in refusal(tmp_path / "n.pth")


def test_deep_nesting_ends(tmp_path):
    # A list in a list in a list ...: opened a hundred thousand times, then closed as often.
    path = torch_zip(tmp_path / "w.pth", b"\x80\x02" + b"]" * 100_000 + b"a" * 99_999 + b".")
    assert "holds no weights" in refusal(path)
    assert "holds no weights" in refusal(path, trust=True)


def test_deep_wrapping_ends(tmp_path):
    pickled = b"\x80\x02" + b"}X\x05\x00\x00\x00model" * 50_000 + b"}" + b"s" * 50_000 + b"."
    assert "holds no weights" in refusal(torch_zip(tmp_path / "w.pth", pickled))


def torch_zip(path: pathlib.Path, pickled: bytes) -> pathlib.Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("w/data.pkl", pickled)
        archive.writestr("w/version", "3\n")
    return path


# ---------------------------------------------------------------------- tensors that cannot be put anywhere


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: torch.zeros(4, 4, device="meta"), "without values"),
        (lambda: torch.eye(4).to_sparse(), "sparse"),
        (lambda: torch.eye(4).to_sparse_csr(), "sparse"),
        (lambda: torch.quantize_per_tensor(torch.eye(4), 0.1, 0, torch.qint8), "quantised"),
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
def test_tensors_of_other_kinds_are_told(tmp_path, make, words):
    path = save({**weights(1), "odd.weight": make()}, tmp_path / "w.pth")
    assert words in refusal(path)
