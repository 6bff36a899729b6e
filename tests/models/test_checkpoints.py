"""Files of weights in all formats: told by what is in them, and left in place until they are used."""

import json
import pathlib

import pytest
import torch
from attnscope.models.checkpoints.checkpoint import read_checkpoint
from safetensors.torch import save_file

from .saved_files import NAMES, Net, refusal, save, weights


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
